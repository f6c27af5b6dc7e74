package dev.trimtab.benchmark.audit;

import dev.trimtab.runtime.journal.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The longest row of attempts on one family that made nothing better: a proxy of lock-in (law L1), since the log does not say what held it there.
 *
 * @param family the family
 * @param attempts attempts in the row; at least 2
 * @param from step of the first
 * @param to step of the last
 */
public record LockIn(String family, int attempts, int from, int to) {
    /** Returns the longest row, or null if there is none or the metric's direction is not known. */
    static @Nullable LockIn of(List<Event> events, @Nullable Boolean lowerIsBetter) {
        Best best = new Best(lowerIsBetter);
        LockIn row = null;
        LockIn longest = null;
        for (Event event : events) {
            if (event instanceof Event.Attempted attempted) {
                boolean better = best.take(attempted.attempt());
                row = better || lowerIsBetter == null ? null : longer(row, attempted);
                if (row != null && row.attempts > 1 && (longest == null || row.attempts > longest.attempts)) {
                    longest = row;
                }
            }
        }
        return longest;
    }

    private static LockIn longer(@Nullable LockIn row, Event.Attempted next) {
        return row != null && row.family.equals(next.family())
                ? new LockIn(row.family, row.attempts + 1, row.from, next.step())
                : new LockIn(next.family(), 1, next.step(), next.step());
    }
}
