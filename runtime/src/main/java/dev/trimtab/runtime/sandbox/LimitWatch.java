package dev.trimtab.runtime.sandbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks at a running execution again and again, and ends it at the first limit it passes. */
final class LimitWatch {
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 200;
    /** At most a tenth of a processor goes into looking. */
    private static final int PAUSE_PER_LOOK = 9;

    private final Command command;
    private final Limits limits;
    private final OutputCollector output;
    private final boolean memoryIsGrouped;
    private final DiskUse before;
    private final long start = System.nanoTime();

    LimitWatch(Command command, Limits limits, OutputCollector output, boolean memoryIsGrouped) {
        this.command = command;
        this.limits = limits;
        this.output = output;
        this.memoryIsGrouped = memoryIsGrouped;
        before = DiskUse.of(command);
    }

    /** Waits for the end, which it brings about if a limit is passed; returns that limit. */
    @Nullable Violation await(Watched execution) throws InterruptedException {
        long pause = FIRST_PAUSE_MILLIS;
        while (!execution.awaitExit(Math.max(1, Math.min(pause, remaining().toMillis())))) {
            long look = System.nanoTime();
            Violation violation = look(execution);
            if (violation != null) {
                execution.kill();
                return violation;
            }
            long cost = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - look);
            pause = Math.max(Math.min(pause * 2, LONGEST_PAUSE_MILLIS), cost * PAUSE_PER_LOOK);
        }
        return null;
    }

    /** Returns the time since the start. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Duration remaining() {
        return limits.wallTime().minus(elapsed());
    }

    private @Nullable Violation look(Watched execution) {
        if (remaining().isNegative() || remaining().isZero()) {
            return Violation.TIMEOUT;
        }
        if (output.total() > limits.outputCeiling()) {
            return Violation.OUTPUT;
        }
        Violation stopped = execution.heldByKernel();
        if (stopped != null) {
            return stopped;
        }
        ProcessTree tree = execution.tree();
        if (tree.cpuMillis() > limits.cpuTime().toMillis()) {
            return Violation.CPU;
        }
        if (tree.tasks() > limits.processes() + ControlGroup.OWN_PROCESSES) {
            return Violation.PROCESSES;
        }
        if (!memoryIsGrouped
                && tree.residentBytes() > limits.memoryBytes()
                && tree.proportionalBytes() > limits.memoryBytes()) {
            return Violation.MEMORY;
        }
        DiskUse now = DiskUse.of(command);
        boolean full = now.bytes() + tree.deletedFileBytes() - before.bytes() > limits.diskBytes()
                || now.files() - before.files() > DiskUse.MAX_NEW_FILES;
        return full ? Violation.DISK : null;
    }
}
