package dev.trimtab.runtime.run;

import dev.trimtab.runtime.journal.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The log of an earlier run that is made again with its replies. What the clock decided then, this log decides now: the time left at each step, how
 * long each execution took, which of them were stopped or answered before their end, and where the run's time was over. So a prompt that told times is
 * the same again, however fast the machine is now.
 */
public final class RunRecord {
    /** Of a run that repeats none: the clock decides. */
    public static final RunRecord NONE = new RunRecord(List.of());

    private final Map<Integer, Event.StepStarted> steps = new HashMap<>();
    private final Map<String, Event.Executed> executions = new HashMap<>();
    private Event.@Nullable BudgetReached stop;
    private Event.@Nullable Executed stopped;

    /** @param events of the earlier run, oldest first */
    public RunRecord(List<Event> events) {
        Event before = null;
        for (Event event : events) {
            if (event instanceof Event.StepStarted started) {
                steps.put(started.step(), started);
            } else if (event instanceof Event.Executed executed) {
                executions.put(key(executed.step(), executed.purpose()), executed);
            } else if (event instanceof Event.BudgetReached reached) {
                stop = reached;
                stopped = before instanceof Event.Executed last ? last : null;
            }
            before = event;
        }
    }

    /**
     * Returns the wall time that was left when a step began; null for no limit.
     *
     * @param measured what is left now, for a step that the earlier run did not come to
     */
    @Nullable Long leftMillis(int step, @Nullable Long measured) {
        Event.StepStarted then = steps.get(step);
        return then == null ? measured : then.leftMillis();
    }

    /** Returns what the earlier run executed in a step for a purpose, whatever program it was. */
    Optional<Event.Executed> execution(int step, String purpose) {
        return Optional.ofNullable(executions.get(key(step, purpose)));
    }

    /** Returns the budget that ended the earlier run in a step. */
    Optional<Event.BudgetReached> stopIn(int step) {
        return Optional.ofNullable(stop).filter(reached -> reached.step() == step);
    }

    /** Returns the budget that ended the earlier run together with an execution. */
    Optional<Event.BudgetReached> stopWith(Event.Executed executed) {
        return stopIn(executed.step())
                .filter(reached -> stopped != null && stopped.purpose().equals(executed.purpose()));
    }

    private static String key(int step, String purpose) {
        return step + " " + purpose;
    }
}
