package dev.trimtab.runtime.context;

import dev.trimtab.controller.belief.FaceValue;
import dev.trimtab.controller.portfolio.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the search at one step.
 *
 * @param step the step, from 0
 * @param stepsToVerification control steps until the next strong verification, at least 0
 * @param stepsLeft steps left in the run, this one included
 * @param higherIsBetter the metric's direction
 * @param hypotheses every attempt so far, oldest first
 * @param evidence what each attempt showed, oldest first; larger is better, in units of a rise (see {@code AttemptEvidence})
 */
public record SearchState(
        int step,
        int stepsToVerification,
        int stepsLeft,
        boolean higherIsBetter,
        List<Hypotheses.Tracked> hypotheses,
        List<Evidence> evidence) {
    /** Copies the lists. */
    public SearchState {
        hypotheses = List.copyOf(hypotheses);
        evidence = List.copyOf(evidence);
    }

    /** Returns the hypothesis behind an item, if it tells of one that is known. */
    public Optional<Hypotheses.Tracked> of(ContextItem item) {
        return item.attempt() == null
                ? Optional.empty()
                : hypotheses.stream()
                        .filter(t -> t.attempt().id().equals(item.attempt().id()))
                        .findFirst();
    }

    /** Returns the items whose attempts work and have a score, best first; ties keep the earliest. */
    public List<ContextItem> bestFirst(List<ContextItem> items) {
        record Scored(ContextItem item, double value) {}
        List<Scored> scored = new ArrayList<>();
        for (ContextItem item : items) {
            of(item).ifPresent(tracked -> {
                Double score = score(tracked);
                if (score != null && !tracked.attempt().buggy()) {
                    scored.add(new Scored(item, higherIsBetter ? score : -score));
                }
            });
        }
        scored.sort(Comparator.comparingDouble(Scored::value).reversed());
        return scored.stream().map(Scored::item).toList();
    }

    /** Returns the score that speaks for a hypothesis: the strong one where it exists, else its own. */
    public static @Nullable Double score(Hypotheses.Tracked tracked) {
        return tracked.strongMean() != null
                ? tracked.strongMean()
                : tracked.attempt().score();
    }

    /**
     * Returns the promise in [0,1] that an attempt has at face value: that of the worst if it failed, 0.5 if it has no score.
     */
    public double faceValue(Hypotheses.Tracked tracked) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Hypotheses.Tracked other : hypotheses) {
            Double seen = workingScore(other);
            if (seen != null) {
                low = Math.min(low, seen);
                high = Math.max(high, seen);
            }
        }
        Double own = workingScore(tracked);
        if (own == null) {
            return tracked.attempt().buggy() ? FaceValue.LEAST : 0.5;
        }
        return higherIsBetter ? FaceValue.of(own, low, high) : FaceValue.of(-own, -high, -low);
    }

    private static @Nullable Double workingScore(Hypotheses.Tracked tracked) {
        return tracked.attempt().buggy() ? null : score(tracked);
    }
}
