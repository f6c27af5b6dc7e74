package dev.trimtab.runtime.sandbox;

import java.nio.file.Files;
import java.nio.file.LinkOption;
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
    private boolean held;

    LimitWatch(Command command, Limits limits, OutputCollector output, boolean memoryIsGrouped) {
        this.command = command;
        this.limits = limits;
        this.output = output;
        this.memoryIsGrouped = memoryIsGrouped;
        before = DiskUse.of(command);
    }

    /**
     * Waits for the end, which it brings about if a limit is passed, or until the execution is to be held, which it then is; returns the limit.
     */
    @Nullable Violation await(Watched execution, Hold hold) throws InterruptedException {
        long pause = FIRST_PAUSE_MILLIS;
        long printed = output.total();
        Duration begun = elapsed();
        Duration changed = begun;
        while (!execution.awaitExit(Math.max(1, Math.min(pause, remaining().toMillis())))) {
            long look = System.nanoTime();
            Violation violation = look(execution);
            if (violation != null) {
                execution.kill();
                return violation;
            }
            if (output.total() != printed) {
                printed = output.total();
                changed = elapsed();
            }
            if (isDue(hold, begun, changed)) {
                return holdOrKill(execution);
            }
            long cost = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - look);
            pause = Math.max(Math.min(pause * 2, LONGEST_PAUSE_MILLIS), cost * PAUSE_PER_LOOK);
        }
        return null;
    }

    private boolean isDue(Hold hold, Duration begun, Duration changed) {
        boolean printed = output.total() >= hold.printed().bytes()
                || isOver(hold.printed().longest(), begun);
        return (printed && (isOver(hold.quiet(), changed) || isOver(hold.most(), begun)))
                || (hold.sign() != null && Files.exists(hold.sign(), LinkOption.NOFOLLOW_LINKS));
    }

    private boolean isOver(@Nullable Duration time, Duration since) {
        return time != null && elapsed().minus(since).compareTo(time) >= 0;
    }

    /** What makes processes faster than they can be stopped is no program that waits. */
    private @Nullable Violation holdOrKill(Watched execution) throws InterruptedException {
        held = execution.freeze();
        if (!held) {
            execution.kill();
            return Violation.PROCESSES;
        }
        output.settle();
        return null;
    }

    /** Returns whether the execution was held. */
    boolean held() {
        return held;
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
