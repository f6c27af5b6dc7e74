package dev.trimtab.benchmark.comparison;

import dev.trimtab.benchmark.statistics.SeedMean;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What choosing cost an arm, and the medals it held on the way.
 *
 * @param runs runs whose selection regret is known in percentile: a valid submission, and a leaderboard
 * @param verified those of them whose strong choice rests on a strong verification
 * @param weak mean over seeds of the mean regret in percentile over these runs, for the best score that a program printed for itself; null without
 *     such a run
 * @param strong the same for the rule that chose the final submission
 * @param last the same for the newest submission
 * @param medalsGained times a run that a better medal came to stand, over all runs
 * @param medalsLost times a run that a worse one or none came to stand in its place, over all runs
 */
public record ArmSelection(
        int runs,
        int verified,
        @Nullable SeedMean weak,
        @Nullable SeedMean strong,
        @Nullable SeedMean last,
        double medalsGained,
        double medalsLost) {
    /**
     * Sums up an arm.
     *
     * @param outcomes its runs, at least one
     */
    static ArmSelection of(List<RunOutcome> outcomes) {
        List<RunOutcome> known = outcomes.stream()
                .filter(run -> run.regret().strong().percentile() != null)
                .toList();
        List<MedalHistory> medals = outcomes.stream().map(RunOutcome::medals).toList();
        return new ArmSelection(
                known.size(),
                (int) known.stream().filter(run -> run.regret().verified()).count(),
                mean(known, SelectionRegret::weak),
                mean(known, SelectionRegret::strong),
                mean(known, SelectionRegret::last),
                medals.stream().mapToLong(MedalHistory::gained).sum() / (double) outcomes.size(),
                medals.stream().mapToLong(MedalHistory::lost).sum() / (double) outcomes.size());
    }

    private static @Nullable SeedMean mean(
            List<RunOutcome> known, Function<SelectionRegret, SelectionRegret.Choice> selector) {
        return known.isEmpty()
                ? null
                : ArmSummary.overSeeds(
                        known,
                        run -> Objects.requireNonNull(
                                selector.apply(run.regret()).percentile()));
    }
}
