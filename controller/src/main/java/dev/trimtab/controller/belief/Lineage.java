package dev.trimtab.controller.belief;

import dev.trimtab.controller.portfolio.Evidence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One route as it was worked on: the hypotheses of one family that grew out of one start. Not thread-safe.
 *
 * <p>It stands where its best member stands, and it rises when a piece of work leads to a better one. Each piece of work is one effort of the
 * route, whichever member it started from, so that nothing is counted twice where members share a history; work that failed, or led to
 * something worse, is effort without a rise.
 */
final class Lineage {
    private final Map<String, @Nullable Evidence> latest = new LinkedHashMap<>();
    private @Nullable Evidence start;
    private double effort;
    private int count;

    /** Takes in the next piece of work. Work before there was any score brings effort only where it brought no score either. */
    void take(Evidence seen) {
        boolean scored = seen.value().isPresent();
        boolean begins = scored ? start == null : latest.isEmpty();
        if (!begins) {
            effort += seen.effort();
            count++;
        }
        if (scored && start == null) {
            start = seen;
        }
        latest.put(seen.hypothesis(), scored ? seen : latest.get(seen.hypothesis()));
    }

    /** Returns the ids of its hypotheses, oldest first. */
    Set<String> members() {
        return latest.keySet();
    }

    /** Returns the member that work would go on from: the best by its latest score, the earliest of equals; the last if none has a score. */
    String carrier() {
        String carrier = "";
        Evidence best = null;
        for (Map.Entry<String, @Nullable Evidence> member : latest.entrySet()) {
            Evidence seen = member.getValue();
            boolean leads = seen == null ? best == null : best == null || value(seen) > value(best);
            if (leads) {
                carrier = member.getKey();
                best = seen;
            }
        }
        return carrier;
    }

    /** Returns the work after the start, in control steps. */
    double effort() {
        return effort;
    }

    /** Returns the pieces of work behind {@link #effort}. */
    int count() {
        return count;
    }

    /** Returns by how much the route rose above its start; 0 while it never had a score. */
    double rise() {
        return start == null ? 0 : value(best()) - value(start);
    }

    /** Returns whether the start still stands best, so that all that is known of the rise is that it was not above 0. */
    boolean unmoved() {
        return start == null || best().equals(start);
    }

    /** Returns the variance of the error in {@link #rise} that the noise of its two ends makes. */
    double variance() {
        return start == null ? 0 : start.noise() * start.noise() + best().noise() * best().noise();
    }

    private Evidence best() {
        Evidence seen = latest.get(carrier());
        if (seen == null) {
            throw new IllegalStateException("a lineage with a start has a member with a score");
        }
        return seen;
    }

    private static double value(Evidence seen) {
        return seen.value().orElseThrow();
    }
}
