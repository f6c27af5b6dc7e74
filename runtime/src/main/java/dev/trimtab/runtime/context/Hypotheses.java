package dev.trimtab.runtime.context;

import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.runtime.attempt.Attempt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The run's hypotheses: every attempt with its family, the evidence on it, and how much the search has followed it.
 *
 * <p>Fed by the loop, read by context policies through {@link SearchState}. Not thread-safe.
 */
public final class Hypotheses {
    /** Weight of the newest decision in the inertia average. */
    private static final double INERTIA_RATE = 0.3;

    private final FamilyClassifier classifier;
    private final boolean higherIsBetter;
    private final int window;
    private final List<Tracked> tracked = new ArrayList<>();

    /**
     * One attempt and what is known of it.
     *
     * @param attempt the attempt
     * @param family its family
     * @param familySource how the family was found
     * @param lastEvidence the step of the last evidence on it
     * @param inertia share in [0,1] of recent decisions that followed it (exponential average)
     * @param strongMean mean score over folds of its strong verification, or null when it was not verified or failed
     * @param strongSpread sample standard deviation of that score, or null
     * @param verified whether a strong verification was made
     */
    public record Tracked(
            Attempt attempt,
            Family family,
            String familySource,
            int lastEvidence,
            double inertia,
            @Nullable Double strongMean,
            @Nullable Double strongSpread,
            boolean verified) {

        private Tracked decided(boolean followed) {
            double average = (1 - INERTIA_RATE) * inertia + (followed ? INERTIA_RATE : 0);
            return new Tracked(
                    attempt, family, familySource, lastEvidence, average, strongMean, strongSpread, verified);
        }

        private Tracked seen(int step) {
            return new Tracked(
                    attempt,
                    family,
                    familySource,
                    Math.max(step, lastEvidence),
                    inertia,
                    strongMean,
                    strongSpread,
                    verified);
        }
    }

    /**
     * @param classifier finds families
     * @param higherIsBetter the metric's direction
     * @param window control steps between strong verifications, at least 1
     */
    public Hypotheses(FamilyClassifier classifier, boolean higherIsBetter, int window) {
        this.classifier = classifier;
        this.higherIsBetter = higherIsBetter;
        this.window = window;
    }

    /**
     * Takes in a finished attempt: it is evidence on itself and on the attempt it was made from.
     *
     * @param attempt the attempt
     */
    public Tracked observe(Attempt attempt) {
        FamilyClassifier.Classification found = classifier.classify(attempt, tracked);
        for (int i = 0; i < tracked.size(); i++) {
            boolean followed = tracked.get(i).attempt().id().equals(attempt.parent());
            Tracked next = tracked.get(i).decided(followed);
            tracked.set(i, followed ? next.seen(attempt.step()) : next);
        }
        Tracked added = new Tracked(
                attempt,
                found.family(),
                found.source(),
                attempt.step(),
                INERTIA_RATE,
                null,
                null,
                /* verified= */ false);
        tracked.add(added);
        return added;
    }

    /**
     * Takes in a strong verification.
     *
     * @param id the attempt
     * @param step the step it was charged to
     * @param mean mean score over folds, or null when the candidate failed
     * @param spread sample standard deviation over folds, or null
     */
    public void verified(String id, int step, @Nullable Double mean, @Nullable Double spread) {
        tracked.replaceAll(t -> t.attempt().id().equals(id)
                ? new Tracked(t.attempt(), t.family(), t.familySource(), step, t.inertia(), mean, spread, true)
                : t);
    }

    /**
     * Returns what policies may see at a step.
     *
     * @param step the step, from 0
     * @param stepsToVerification control steps until the next strong verification, at least 0
     */
    public SearchState state(int step, int stepsToVerification) {
        List<Evidence> evidence = new AttemptEvidence(tracked, higherIsBetter, window).read();
        return new SearchState(step, stepsToVerification, higherIsBetter, tracked, evidence);
    }

    /** Returns every attempt so far, oldest first. */
    public List<Tracked> all() {
        return List.copyOf(tracked);
    }

    /**
     * Returns the working attempts that were not verified yet, best own score first; ties keep the earliest. Of equal programs only the earliest
     * is listed, and none where one of them was verified: a control step on it would tell nothing; nor is one whose program is not known, since it
     * cannot be run again.
     */
    public List<Tracked> unverifiedBestFirst() {
        double sign = higherIsBetter ? -1 : 1;
        Set<String> known = new HashSet<>();
        tracked.stream()
                .filter(Tracked::verified)
                .forEach(t -> known.add(t.attempt().code()));
        return tracked.stream()
                .filter(t ->
                        !t.verified() && !t.attempt().buggy() && t.attempt().score() != null)
                .filter(t -> !t.attempt().code().isEmpty())
                .filter(t -> known.add(t.attempt().code()))
                .sorted(Comparator.comparingDouble(
                        t -> sign * Objects.requireNonNull(t.attempt().score())))
                .toList();
    }
}
