package dev.trimtab.runtime.run;

import dev.trimtab.runtime.context.Hypotheses.Tracked;
import dev.trimtab.runtime.context.SearchState;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The attempt whose submission stands for a run, and on what ground.
 *
 * @param attempt the attempt; null when none left a submission
 * @param ground on what ground it was chosen
 */
public record FinalChoice(@Nullable Tracked attempt, Ground ground) {
    /** On what ground a submission was chosen, the best ground first. */
    public enum Ground {
        /** The best mean over new splits of the public rows. */
        STRONG,
        /** The best score that a program printed for itself; nothing was verified. */
        WEAK,
        /** All verified candidates failed; the best score that one of the others printed for itself. */
        UNVERIFIED,
        /** All that left a submission failed their verification; the best score that one printed for itself. */
        FAILED,
        /** No submission has a score; the newest. */
        NEWEST,
        /** Nothing left a submission. */
        NONE;

        /** Returns the word that logs hold. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Chooses the best verified attempt; where none passed, the best by its own score, one that failed only for want of others, and the newest for
     * want of any score.
     *
     * @param attempts in the order in which they were made
     * @param higherIsBetter the metric's direction
     */
    public static FinalChoice of(List<Tracked> attempts, boolean higherIsBetter) {
        List<Tracked> all = attempts.stream()
                .filter(t -> t.attempt().submitted() && !t.attempt().buggy())
                .toList();
        List<Tracked> submitted =
                all.stream().filter(t -> SearchState.score(t) != null).toList();
        Ground others = attempts.stream().anyMatch(Tracked::verified) ? Ground.UNVERIFIED : Ground.WEAK;
        return best(submitted.stream().filter(t -> t.strongMean() != null), higherIsBetter, Ground.STRONG)
                .or(() -> best(submitted.stream().filter(t -> !t.verified()), higherIsBetter, others))
                .or(() -> best(submitted.stream(), higherIsBetter, Ground.FAILED))
                .or(() -> all.stream().reduce((first, second) -> second).map(t -> new FinalChoice(t, Ground.NEWEST)))
                .orElseGet(() -> new FinalChoice(null, Ground.NONE));
    }

    private static Optional<FinalChoice> best(Stream<Tracked> attempts, boolean higherIsBetter, Ground ground) {
        double sign = higherIsBetter ? -1 : 1;
        return attempts.min(Comparator.comparingDouble(t -> sign * Objects.requireNonNull(SearchState.score(t))))
                .map(attempt -> new FinalChoice(attempt, ground));
    }

    /** Returns what a reader must know of the ground; empty where it is what was asked for. */
    Optional<String> caution() {
        return switch (ground) {
            case STRONG, WEAK, NONE -> Optional.empty();
            case UNVERIFIED ->
                Optional.of("every verified candidate failed its strong verification: what is submitted was never"
                        + " verified and is chosen by the score that it printed for itself");
            case FAILED ->
                Optional.of("everything that could be submitted failed its strong verification: what is submitted is"
                        + " chosen by the score that it printed for itself");
            case NEWEST ->
                Optional.of("no attempt that left a submission printed a score: what is submitted is the newest");
        };
    }
}
