package dev.trimtab.runtime.sandbox;

import dev.trimtab.runtime.InfrastructureError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A command on this machine, prepared by {@link LocalSandbox}; its workspace is lent to it while it runs and taken back while it is held. */
final class LocalExecution extends StretchedExecution {
    private final Command command;
    private final Level level;
    private final ExecutionMark mark;
    private final ControlGroup group;
    private final List<String> argv;
    private final Path directory;
    private final Path status;
    private final OutputCollector output;
    private @Nullable Execution started;

    /**
     * @param argv the command line that confines the command
     * @param directory the sandbox's own, where it starts
     * @param status where it says whether the confinement came about
     * @param output collects what it prints
     */
    LocalExecution(
            Command command,
            Limits limits,
            Level level,
            ExecutionMark mark,
            ControlGroup group,
            boolean memoryIsGrouped,
            List<String> argv,
            Path directory,
            Path status,
            OutputCollector output) {
        super(
                command,
                limits,
                level.changesUid() ? OptionalInt.of(mark.uid()) : OptionalInt.empty(),
                memoryIsGrouped,
                output);
        this.command = command;
        this.level = level;
        this.mark = mark;
        this.group = group;
        this.argv = argv;
        this.directory = directory;
        this.status = status;
        this.output = output;
    }

    @Override
    Watched letGo() {
        Execution known = started;
        if (known == null) {
            known = Execution.start(level, mark, group, argv, directory, output);
            started = known;
        } else {
            known.thaw();
        }
        return known;
    }

    @Override
    int finish() throws InterruptedException {
        return Objects.requireNonNull(started).finish();
    }

    @Override
    @Nullable Violation unseen() {
        return group.violation();
    }

    @Override
    void requireEntered(String printed) throws IOException {
        if (level.isolatesFiles()) {
            String said = Files.readString(status).strip();
            if (said.lines().noneMatch("ready"::equals)) {
                String reason = said.isEmpty() ? printed.strip() : said;
                throw new InfrastructureError("the sandbox could not be entered: " + reason.replace('\n', ' '));
            }
        }
    }

    @Override
    void abort() throws InterruptedException {
        if (started != null) {
            started.kill();
        }
    }

    @Override
    String shown(String printed) {
        return level.isolatesFiles()
                ? printed
                : printed.replace(command.workspace().toString(), Command.WORKSPACE);
    }

    @Override
    public void close() {
        try (group) {
            if (!isOver()) {
                abort();
            }
            Files.deleteIfExists(status);
        } catch (IOException e) {
            throw new InfrastructureError("cannot remove " + status, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureError("interrupted while a command was ended", e);
        } finally {
            mark.release();
        }
    }
}
