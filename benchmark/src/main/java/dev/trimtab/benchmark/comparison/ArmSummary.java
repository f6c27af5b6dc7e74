package dev.trimtab.benchmark.comparison;

import dev.trimtab.benchmark.grade.Medal;
import dev.trimtab.benchmark.statistics.RepeatedTries;
import dev.trimtab.benchmark.statistics.SeedMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One arm over its competitions and seeds.
 *
 * @param arm the arm
 * @param runs finished runs
 * @param seeds different seeds
 * @param competitions different competitions
 * @param rates shares of competitions, by seed
 * @param cost what it took
 * @param selection what choosing its submissions cost
 * @param tries by k, what k runs a competition come to; for as many as there are of the competition with the most
 */
public record ArmSummary(
        Arm arm,
        int runs,
        int seeds,
        int competitions,
        Rates rates,
        Cost cost,
        ArmSelection selection,
        List<Tries> tries) {
    /**
     * Headline figures, each the mean over seeds of the share of competitions, in [0,1].
     *
     * @param submitted made a submission
     * @param valid made one that could be scored
     * @param aboveMedian better than the leaderboard's median
     * @param bronze won bronze and nothing better
     * @param silver won silver and nothing better
     * @param gold won gold
     * @param anyMedal won any
     * @param percentile mean percentile on the leaderboard instead of a share; null where there is none
     */
    public record Rates(
            SeedMean submitted,
            SeedMean valid,
            SeedMean aboveMedian,
            SeedMean bronze,
            SeedMean silver,
            SeedMean gold,
            SeedMean anyMedal,
            @Nullable SeedMean percentile) {}

    /**
     * What the runs of an arm took.
     *
     * @param calls model calls a run
     * @param tokens prompt and reply tokens a run
     * @param money US dollars a run
     * @param tokensPerMedal tokens of all runs over their medals; null without a medal
     * @param moneyPerMedal US dollars of all runs over their medals; null without a medal
     * @param boundShare share in [0,1] of agent steps at which the budget did not hold all that the policy wanted to show; steps that show no
     *     memory count, and cannot be bound
     */
    public record Cost(
            double calls,
            double tokens,
            double money,
            @Nullable Double tokensPerMedal,
            @Nullable Double moneyPerMedal,
            double boundShare) {}

    /**
     * What {@code k} runs a competition come to.
     *
     * @param k runs
     * @param passAtK chance of any medal among them, unbiased; mean over competitions
     * @param bestOfK chance that the one with the best own score has a medal; mean over competitions
     * @param competitions those with at least {@code k} runs
     */
    public record Tries(int k, double passAtK, double bestOfK, int competitions) {}

    /** Copies the list. */
    public ArmSummary {
        tries = List.copyOf(tries);
    }

    /**
     * Sums up an arm.
     *
     * @param outcomes its runs, at least one
     */
    static ArmSummary of(Arm arm, List<RunOutcome> outcomes) {
        return new ArmSummary(
                arm,
                outcomes.size(),
                (int) outcomes.stream().map(RunOutcome::seed).distinct().count(),
                (int) outcomes.stream().map(RunOutcome::competition).distinct().count(),
                rates(outcomes),
                cost(outcomes),
                ArmSelection.of(outcomes),
                tries(outcomes));
    }

    private static Rates rates(List<RunOutcome> outcomes) {
        boolean placed = outcomes.stream().allMatch(run -> run.standing().percentile() != null);
        return new Rates(
                overSeeds(outcomes, run -> one(run.standing().submitted())),
                overSeeds(outcomes, run -> one(run.standing().valid())),
                overSeeds(outcomes, run -> one(run.standing().aboveMedian())),
                overSeeds(outcomes, run -> one(run.standing().medal() == Medal.BRONZE)),
                overSeeds(outcomes, run -> one(run.standing().medal() == Medal.SILVER)),
                overSeeds(outcomes, run -> one(run.standing().medal() == Medal.GOLD)),
                overSeeds(outcomes, run -> one(run.standing().anyMedal())),
                placed ? overSeeds(outcomes, ArmSummary::percentile) : null);
    }

    private static double percentile(RunOutcome run) {
        Double percentile = run.standing().percentile();
        return percentile == null ? 0 : percentile;
    }

    /** Returns the mean over seeds of a value's mean over their runs. */
    static SeedMean overSeeds(List<RunOutcome> outcomes, ToDoubleFunction<RunOutcome> value) {
        Map<Long, Double> bySeed = outcomes.stream()
                .collect(Collectors.groupingBy(RunOutcome::seed, TreeMap::new, Collectors.averagingDouble(value)));
        return SeedMean.of(List.copyOf(bySeed.values()));
    }

    private static Cost cost(List<RunOutcome> outcomes) {
        double runs = outcomes.size();
        double calls = sum(outcomes, run -> run.totals().calls());
        double tokens = sum(outcomes, run -> run.totals().tokens());
        double money = sum(outcomes, run -> run.totals().money());
        double medals = sum(outcomes, run -> one(run.standing().anyMedal()));
        double steps = sum(outcomes, run -> run.totals().steps());
        return new Cost(
                calls / runs,
                tokens / runs,
                money / runs,
                medals == 0 ? null : tokens / medals,
                medals == 0 ? null : money / medals,
                steps == 0 ? 0 : sum(outcomes, run -> run.totals().boundSteps()) / steps);
    }

    private static List<Tries> tries(List<RunOutcome> outcomes) {
        List<RepeatedTries> competitions = outcomes.stream()
                .collect(Collectors.groupingBy(RunOutcome::competition, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(runs ->
                        new RepeatedTries(runs.stream().map(ArmSummary::attempt).toList()))
                .toList();
        int most = competitions.stream().mapToInt(c -> c.tries().size()).max().orElse(0);
        List<Tries> all = new ArrayList<>();
        for (int k = 1; k <= most; k++) {
            int runs = k;
            List<RepeatedTries> enough =
                    competitions.stream().filter(c -> c.tries().size() >= runs).toList();
            all.add(new Tries(
                    k,
                    enough.stream().mapToDouble(c -> c.passAtK(runs)).sum() / enough.size(),
                    enough.stream().mapToDouble(c -> c.bestOfK(runs)).sum() / enough.size(),
                    enough.size()));
        }
        return all;
    }

    private static RepeatedTries.Try attempt(RunOutcome run) {
        Double own = run.ownScore();
        return new RepeatedTries.Try(
                run.standing().anyMedal(), own == null || run.higherIsBetter() ? own : Double.valueOf(-own));
    }

    private static double sum(List<RunOutcome> outcomes, ToDoubleFunction<RunOutcome> value) {
        return outcomes.stream().mapToDouble(value).sum();
    }

    private static double one(boolean condition) {
        return condition ? 1 : 0;
    }
}
