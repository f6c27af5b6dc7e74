package dev.trimtab.runtime.run;

import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Limits;
import dev.trimtab.runtime.sandbox.Violation;
import java.time.Duration;

/**
 * An execution of an earlier run that is made again: its log, and not the clock, says how long it took and whether time ended it.
 *
 * @param then as the earlier run's log has it
 */
record RepeatedExecution(Event.Executed then) {
    /** How many times as long as then it may take now before it counts as another outcome. */
    private static final int PATIENCE = 10;

    private static final Duration LEAST = Duration.ofMillis(1);

    /** Returns the wall time that it took; of one that the cache answered, what it took when it ran. */
    Duration took() {
        Duration took = Duration.ofMillis(then.elapsedMillis() + then.savedMillis());
        return took.compareTo(LEAST) < 0 ? LEAST : took;
    }

    /** Returns whether the agent was answered before it had ended. */
    boolean held() {
        return then.exitCode() == ExecutionResult.HELD && then.violation() == null;
    }

    /** Returns whether it was stopped after some time, so that how far it came was the machine's speed. */
    boolean stoppedByTime() {
        return Violation.TIMEOUT.name().equals(then.violation())
                || Violation.CPU.name().equals(then.violation());
    }

    /** What was stopped by time is stopped after the same time; what ended may take longer than it might have then. */
    Limits limits(Limits usual) {
        if (stoppedByTime()) {
            return usual.within(took());
        }
        return longest().compareTo(usual.wallTime()) > 0 ? slow(usual) : usual;
    }

    /** Returns the wall time after which it has come out otherwise, however slow the machine is. */
    Duration longest() {
        return took().multipliedBy(PATIENCE);
    }

    /** Returns the limits of a session of commands on a machine as slow as is waited for. */
    Limits slow(Limits usual) {
        return usual.slower(PATIENCE);
    }

    /**
     * Returns what came of it now, with the time that it took then. Where time stopped it then, it did not come further now: only what it had printed
     * by then counts, if it printed the same so far.
     */
    Event.Executed asThen(Event.Executed now) {
        long took = took().toMillis();
        boolean cached = now.savedMillis() > 0;
        Event.Executed outcome = stoppedByTime() && samePrefix(now.output()) ? then : now;
        return new Event.Executed(
                now.step(),
                now.purpose(),
                now.program(),
                outcome.exitCode(),
                outcome.violation(),
                outcome.error(),
                outcome.output(),
                outcome.outputBytes(),
                outcome.truncated(),
                outcome.submitted() && now.snapshot().containsKey(Executions.SUBMISSION),
                outcome.score() == null ? null : now.score(),
                now.snapshot(),
                cached ? 0 : took,
                cached ? took : 0);
    }

    private boolean samePrefix(String output) {
        return output.startsWith(then.output()) || then.output().startsWith(output);
    }
}
