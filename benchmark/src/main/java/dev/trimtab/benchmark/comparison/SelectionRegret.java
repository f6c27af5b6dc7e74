package dev.trimtab.benchmark.comparison;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.context.Hypotheses.Tracked;
import dev.trimtab.runtime.run.FinalChoice;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Selection regret: what the best submission that a run made is worth above the one that a selector chooses, both on the private answers.
 *
 * <p>The best is sought among all submissions that attempts left, also of those that do not count as working; a selector chooses among the working
 * ones. Where no submission is valid there was nothing to choose, and no regret.
 *
 * @param submissions attempts that left a submission
 * @param valid those of them whose submission has a score
 * @param best the best valid submission; null where there is none
 * @param weak the rule that chooses the final submission, as if nothing had been verified: the best score that a program printed for itself
 * @param strong that rule as it is: the best mean of a strong verification; the same as {@code weak} where nothing was verified
 * @param last the newest
 * @param verified whether the choice of {@code strong} rests on a strong verification
 */
public record SelectionRegret(
        int submissions,
        int valid,
        @Nullable Standing best,
        Choice weak,
        Choice strong,
        Choice last,
        boolean verified) {
    /**
     * What a selector chooses and what that costs.
     *
     * @param attempt the attempt; null where none can be chosen
     * @param standing what its submission is worth
     * @param percentile share in [0,1] of the leaderboard that the best submission beats and this one does not, an invalid one beating none; null
     *     where no submission is valid, or the competition has no leaderboard
     * @param score difference of the scores, at least 0 whatever the metric's direction; null where the chosen submission has none
     */
    public record Choice(
            @Nullable String attempt,
            Standing standing,
            @Nullable Double percentile,
            @Nullable Double score) {}

    /**
     * Looks back on a run.
     *
     * @param attempts in the order in which they were made
     * @param higherIsBetter the metric's direction
     * @param appraisal tells what an attempt's submission is worth, and of null what nothing is worth
     */
    static SelectionRegret of(
            List<Tracked> attempts, boolean higherIsBetter, Function<@Nullable Attempt, Standing> appraisal) {
        List<Attempt> submitted = attempts.stream()
                .map(Tracked::attempt)
                .filter(Attempt::submitted)
                .toList();
        List<Standing> valid = submitted.stream()
                .map(appraisal)
                .filter(SelectionRegret::scored)
                .toList();
        Comparator<Standing> byScore = Comparator.comparingDouble(SelectionRegret::value);
        Standing best = valid.stream()
                .max(higherIsBetter ? byScore : byScore.reversed())
                .orElse(null);
        Function<@Nullable Attempt, Choice> choice = attempt -> choice(attempt, appraisal.apply(attempt), best);
        FinalChoice strong = FinalChoice.of(attempts, higherIsBetter);
        FinalChoice weak = FinalChoice.of(
                attempts.stream().map(SelectionRegret::unverified).toList(), higherIsBetter);
        Attempt last = submitted.stream()
                .filter(Predicate.not(Attempt::buggy))
                .reduce((earlier, later) -> later)
                .orElse(null);
        return new SelectionRegret(
                submitted.size(),
                valid.size(),
                best,
                choice.apply(attempt(weak)),
                choice.apply(attempt(strong)),
                choice.apply(last),
                strong.ground() == FinalChoice.Ground.STRONG);
    }

    private static Choice choice(@Nullable Attempt attempt, Standing chosen, @Nullable Standing best) {
        Double most = best == null ? null : best.percentile();
        Double reached = chosen.percentile();
        return new Choice(
                attempt == null ? null : attempt.id(),
                chosen,
                most == null || reached == null ? null : Double.valueOf(most - reached),
                best == null || !scored(chosen) ? null : Double.valueOf(distance(value(best), value(chosen))));
    }

    /** Equal scores may be infinite. */
    private static double distance(double best, double chosen) {
        return best == chosen ? 0 : Math.abs(best - chosen);
    }

    private static boolean scored(Standing standing) {
        return !Double.isNaN(value(standing));
    }

    /** Returns the score, NaN where there is none or the metric is undefined. */
    private static double value(Standing standing) {
        Double score = standing.score();
        return score == null ? Double.NaN : score;
    }

    private static @Nullable Attempt attempt(FinalChoice choice) {
        Tracked chosen = choice.attempt();
        return chosen == null ? null : chosen.attempt();
    }

    private static Tracked unverified(Tracked tracked) {
        return new Tracked(
                tracked.attempt(),
                tracked.family(),
                tracked.familySource(),
                tracked.lastEvidence(),
                tracked.inertia(),
                /* strongMean= */ null,
                /* strongSpread= */ null,
                /* verified= */ false);
    }
}
