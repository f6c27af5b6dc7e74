package dev.trimtab.runtime.sandbox;

import dev.trimtab.runtime.InfrastructureError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command on this machine, prepared by {@link LocalSandbox}; its workspace is lent to it while it runs and taken back while it is held. */
final class LocalExecution implements HoldableExecution {
    private final Command command;
    private final Limits limits;
    private final Level level;
    private final ExecutionMark mark;
    private final ControlGroup group;
    private final boolean memoryIsGrouped;
    private final List<String> argv;
    private final Path directory;
    private final Path status;
    private final OutputCollector output;
    private @Nullable Execution started;
    private boolean over;

    /**
     * @param argv the command line that confines the command
     * @param directory the sandbox's own, where it starts
     * @param status where it says whether the confinement came about
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
            Path status) {
        this.command = command;
        this.limits = limits;
        this.level = level;
        this.mark = mark;
        this.group = group;
        this.memoryIsGrouped = memoryIsGrouped;
        this.argv = argv;
        this.directory = directory;
        this.status = status;
        output = new OutputCollector(limits.outputBytes());
    }

    @Override
    public ExecutionResult go(Hold hold, Duration wallTime) {
        if (over) {
            throw new IllegalStateException("the command has ended");
        }
        try {
            return stretch(hold, limits.within(wallTime));
        } catch (IOException e) {
            throw new InfrastructureError("cannot use the sandbox's directory " + directory, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureError("an execution was interrupted", e);
        }
    }

    private ExecutionResult stretch(Hold hold, Limits within) throws IOException, InterruptedException {
        WorkspaceLease lease = WorkspaceLease.take(command, level.changesUid(), mark.uid());
        LimitWatch watch;
        Violation violation;
        int exitCode;
        try (lease) {
            watch = new LimitWatch(command, within, output, memoryIsGrouped);
            Execution execution = letGo();
            try {
                violation = watch.await(execution, hold);
                over = !watch.held();
                exitCode = violation != null ? ExitCode.KILLED : over ? execution.finish() : ExecutionResult.HELD;
            } catch (InterruptedException | RuntimeException e) {
                execution.kill(); // before the workspace is taken back
                over = true;
                throw e;
            }
            if (over && violation == null && exitCode != 0) {
                violation = group.violation();
            }
        }
        if (over && violation == null) {
            requireEntered();
            violation = ExitCode.violation(exitCode, lease.largestFile(), limits);
        }
        OutputCollector.Printed printed = output.take();
        String text = level.isolatesFiles()
                ? printed.text()
                : printed.text().replace(command.workspace().toString(), Command.WORKSPACE);
        return new ExecutionResult(exitCode, violation, text, printed.bytes(), printed.truncated(), watch.elapsed());
    }

    private Execution letGo() {
        if (started == null) {
            started = Execution.start(level, mark, group, argv, directory, output);
        } else {
            started.thaw();
        }
        return started;
    }

    private void requireEntered() throws IOException {
        if (level.isolatesFiles()) {
            String said = Files.readString(status).strip();
            if (said.lines().noneMatch("ready"::equals)) {
                String reason = said.isEmpty() ? output.text().strip() : said;
                throw new InfrastructureError("the sandbox could not be entered: " + reason.replace('\n', ' '));
            }
        }
    }

    @Override
    public void close() {
        try (group) {
            if (started != null && !over) {
                over = true;
                started.kill();
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
