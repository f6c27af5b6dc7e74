package dev.trimtab.runtime.sandbox;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What sandboxes share of a command that runs in stretches: in each its workspace is lent to it, its limits are watched, and before the workspace
 * is taken back it has ended or stands still.
 */
abstract class StretchedExecution implements HoldableExecution {
    private final Command command;
    private final Limits limits;
    private final OptionalInt lentTo;
    private final boolean memoryIsGrouped;
    private final OutputCollector output;
    private boolean over;

    /**
     * @param lentTo the user whom the workspace's files must belong to, empty where they do
     * @param memoryIsGrouped whether a control group bounds the memory
     */
    StretchedExecution(
            Command command, Limits limits, OptionalInt lentTo, boolean memoryIsGrouped, OutputCollector output) {
        this.command = command;
        this.limits = limits;
        this.lentTo = lentTo;
        this.memoryIsGrouped = memoryIsGrouped;
        this.output = output;
    }

    /** Starts the command, or lets it go on. */
    abstract Watched letGo() throws InterruptedException;

    /** Returns the exit code of a command that has ended, once all that it printed is read. */
    abstract int finish() throws InterruptedException;

    /** Returns the limit that ended it unseen by the watch, null if none did. */
    abstract @Nullable Violation unseen();

    /**
     * Throws where the command never ran as it should have.
     *
     * @param printed what was printed in its place
     */
    abstract void requireEntered(String printed) throws IOException;

    /** Ends it where something else went wrong. */
    abstract void abort() throws InterruptedException;

    /** Returns what it printed as programs may see it. */
    abstract String shown(String printed);

    /** Returns whether there is no further stretch. */
    final boolean isOver() {
        return over;
    }

    @Override
    public final ExecutionResult go(Hold hold, Duration wallTime) {
        if (over) {
            throw new IllegalStateException("the command has ended");
        }
        try {
            return stretch(hold, limits.within(wallTime));
        } catch (IOException e) {
            throw new InfrastructureError("cannot use the workspace " + command.workspace() + ": " + IoReason.of(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureError("an execution was interrupted", e);
        }
    }

    private ExecutionResult stretch(Hold hold, Limits within) throws IOException, InterruptedException {
        WorkspaceLease lease = WorkspaceLease.take(command, lentTo.isPresent(), lentTo.orElse(0));
        LimitWatch watch;
        Violation violation;
        int exitCode;
        try (lease) {
            watch = new LimitWatch(command, within, output, memoryIsGrouped);
            try {
                violation = watch.await(letGo(), hold);
                over = !watch.held();
                exitCode = violation != null ? ExitCode.KILLED : over ? finish() : ExecutionResult.HELD;
                if (over && violation == null && exitCode != 0) {
                    violation = unseen();
                }
            } catch (InterruptedException | RuntimeException e) {
                abort(); // before the workspace is taken back
                over = true;
                throw e;
            }
        }
        OutputCollector.Printed printed = output.take();
        if (over && violation == null) {
            requireEntered(printed.text());
            violation = ExitCode.violation(exitCode, lease.largestFile(), limits);
        }
        return new ExecutionResult(
                exitCode, violation, shown(printed.text()), printed.bytes(), printed.truncated(), watch.elapsed());
    }
}
