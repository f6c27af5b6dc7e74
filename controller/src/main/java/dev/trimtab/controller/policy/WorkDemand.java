package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Ranges;
import java.util.HashMap;
import java.util.Map;

/**
 * How much work success asks for beside that an adequate family is still recoverable (law L12).
 *
 * @param needed {@code W}: control steps of work that a route of an adequate family must have had before the strong verification, at least 0; 0
 *     where it need not have been worked on, or that is not known
 * @param stated whether that is known; where it is not, work is done as if it could count
 * @param done control steps of work that each route has had, by hypothesis id; 0 if it is not named
 * @param free whether steps were seen and nothing that is held grew in any, so that work takes no tokens as far as is known
 * @param records what is known of work on a record
 */
public record WorkDemand(int needed, boolean stated, Map<String, Double> done, boolean free, RecordWork records) {
    /** Whether success asks for work is not known. */
    public static final WorkDemand UNKNOWN =
            new WorkDemand(0, /* stated= */ false, Map.of(), /* free= */ false, RecordWork.UNSEEN);

    /** Checks that the components go together and copies the map. */
    public WorkDemand {
        Ranges.nonNegative("workNeeded", needed);
        if (needed > 0 && !stated) {
            throw new IllegalArgumentException("workNeeded is " + needed + " and so known");
        }
        done.values().forEach(work -> Ranges.nonNegative("work", work));
        done = Map.copyOf(done);
    }

    /** Returns a demand that is known, of work of which nothing was seen and that may take tokens. */
    public static WorkDemand of(int needed, Map<String, Double> done) {
        return new WorkDemand(needed, /* stated= */ true, done, /* free= */ false, RecordWork.UNSEEN);
    }

    /** Returns whether success is known to ask for no work. */
    public boolean asksNone() {
        return stated && needed == 0;
    }

    /** Returns the control steps of work, at least 0, that the route still needs. */
    public int left(String hypothesis) {
        return (int) Math.ceil(Math.max(0, needed - done.getOrDefault(hypothesis, 0.0)));
    }

    /** Returns the same demand of routes that have had this work. */
    public WorkDemand withDone(Map<String, Double> work) {
        return new WorkDemand(needed, stated, work, free, records);
    }

    /** Returns the same demand of work that takes no tokens, or may. */
    public WorkDemand withFree(boolean takesNone) {
        return new WorkDemand(needed, stated, done, takesNone, records);
    }

    /** Returns the same demand where that is known of work on a record. */
    public WorkDemand withRecords(RecordWork seen) {
        return new WorkDemand(needed, stated, done, free, seen);
    }

    /** Returns the demand after one more step of work on the route. */
    public WorkDemand worked(String hypothesis) {
        Map<String, Double> more = new HashMap<>(done);
        more.merge(hypothesis, 1.0, Double::sum);
        return withDone(more);
    }
}
