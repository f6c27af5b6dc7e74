package dev.trimtab.runtime.context;

import dev.trimtab.controller.belief.FaceValue;
import dev.trimtab.controller.portfolio.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the search at one step. Immutable; looking an attempt up does not take longer in a longer search. */
public final class SearchState {
    private final int step;
    private final int stepsToVerification;
    private final boolean higherIsBetter;
    private final List<Hypotheses.Tracked> hypotheses;
    private final List<Evidence> evidence;
    private final Map<String, Hypotheses.Tracked> byId = new HashMap<>();
    private final Set<String> parents = new HashSet<>();
    private final double lowest;
    private final double highest;

    /**
     * @param step the step, from 0
     * @param stepsToVerification control steps until the next strong verification, at least 0
     * @param higherIsBetter the metric's direction
     * @param hypotheses every attempt so far, oldest first
     * @param evidence what each attempt showed, oldest first; larger is better, in units of a rise (see {@code AttemptEvidence})
     */
    public SearchState(
            int step,
            int stepsToVerification,
            boolean higherIsBetter,
            List<Hypotheses.Tracked> hypotheses,
            List<Evidence> evidence) {
        this.step = step;
        this.stepsToVerification = stepsToVerification;
        this.higherIsBetter = higherIsBetter;
        this.hypotheses = List.copyOf(hypotheses);
        this.evidence = List.copyOf(evidence);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Hypotheses.Tracked tracked : this.hypotheses) {
            byId.put(tracked.attempt().id(), tracked);
            if (tracked.attempt().parent() != null) {
                parents.add(tracked.attempt().parent());
            }
            Double seen = workingScore(tracked);
            if (seen != null) {
                low = Math.min(low, seen);
                high = Math.max(high, seen);
            }
        }
        this.lowest = low;
        this.highest = high;
    }

    /** Returns the step, from 0. */
    public int step() {
        return step;
    }

    /** Returns the control steps until the next strong verification, at least 0. */
    public int stepsToVerification() {
        return stepsToVerification;
    }

    /** Returns every attempt so far, oldest first. */
    public List<Hypotheses.Tracked> hypotheses() {
        return hypotheses;
    }

    /** Returns what each attempt showed, oldest first; larger is better, in units of a rise. */
    public List<Evidence> evidence() {
        return evidence;
    }

    /** Returns the hypothesis behind an item, if it tells of one that is known. */
    public Optional<Hypotheses.Tracked> of(ContextItem item) {
        return item.attempt() == null
                ? Optional.empty()
                : Optional.ofNullable(byId.get(item.attempt().id()));
    }

    /** Returns whether another attempt was made from this one. */
    public boolean isParent(String attempt) {
        return parents.contains(attempt);
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
        Double own = workingScore(tracked);
        if (own == null) {
            return tracked.attempt().buggy() ? FaceValue.LEAST : 0.5;
        }
        return higherIsBetter ? FaceValue.of(own, lowest, highest) : FaceValue.of(-own, -highest, -lowest);
    }

    private static @Nullable Double workingScore(Hypotheses.Tracked tracked) {
        return tracked.attempt().buggy() ? null : score(tracked);
    }
}
