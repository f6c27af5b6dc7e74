package dev.trimtab.runtime.workspace;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to go on with a run, which one process at a time has. The system takes it back when that process ends, however it ends, so that
 * a killed run can be resumed at once.
 */
public final class RunLock implements AutoCloseable {
    static final String NAME = "lock";

    /** A lock counts between processes only, and a second look at its file from within would give it back. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final RunDirectory run;
    private final Path path;
    private final FileChannel file;

    private RunLock(RunDirectory run, Path path, FileChannel file) {
        this.run = run;
        this.path = path;
        this.file = file;
    }

    /**
     * Takes the right to a run.
     *
     * @param run the run's directory, which must exist
     * @throws UserError if another process, or another run of this one, has it
     * @throws InfrastructureError if the lock file cannot be written
     */
    public static RunLock take(RunDirectory run) {
        Path path = run.root().toAbsolutePath().normalize().resolve(NAME);
        if (!HELD_HERE.add(path)) {
            throw held(run);
        }
        boolean taken = false;
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            taken = file.tryLock() != null;
            if (!taken) {
                file.close();
                throw held(run);
            }
            file.truncate(0);
            file.write(ByteBuffer.wrap(LockHolder.self().toString().getBytes(StandardCharsets.UTF_8)));
            return new RunLock(run, path, file);
        } catch (IOException e) {
            throw new InfrastructureError("cannot lock " + path + ": " + IoReason.of(e), e);
        } finally {
            if (!taken) {
                HELD_HERE.remove(path);
            }
        }
    }

    /**
     * Returns the process that has the right to a run; empty if none has.
     *
     * @param run the run's directory, which must exist
     * @throws UserError if the process is on another machine, or cannot be told
     * @throws InfrastructureError if the lock file cannot be read
     */
    public static Optional<ProcessHandle> holder(RunDirectory run) {
        Path path = run.root().toAbsolutePath().normalize().resolve(NAME);
        if (HELD_HERE.contains(path)) {
            return Optional.of(ProcessHandle.current());
        }
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return file.tryLock() != null
                    ? Optional.empty()
                    : Optional.of(LockHolder.parse(Files.readString(path)).process(path));
        } catch (IOException e) {
            throw new InfrastructureError("cannot look at the lock " + path + ": " + IoReason.of(e), e);
        }
    }

    /** Returns the run that is locked. */
    public RunDirectory run() {
        return run;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new InfrastructureError("cannot give back the lock " + path + ": " + IoReason.of(e), e);
        } finally {
            HELD_HERE.remove(path);
        }
    }

    private static UserError held(RunDirectory run) {
        return new UserError(run.root() + " is being run right now; wait until that ends, or end it first");
    }
}
