package dev.trimtab.benchmark.comparison;

import dev.trimtab.benchmark.experiment.RunTotals;
import dev.trimtab.benchmark.grade.Medal;
import java.time.Duration;
import java.util.List;

/** Outcomes of runs that nobody made. */
final class MadeUpRuns {
    private MadeUpRuns() {}

    static RunOutcome run(String scaffold, String policy, long seed, double percentile) {
        Standing standing = standing(percentile, Medal.NONE);
        return run(scaffold, policy, "a", seed, 10, 1000, List.of(new Milestone(0, 0, 0, standing)));
    }

    static RunOutcome obfuscated(RunOutcome run) {
        return of(run.arm().withDescription("obfuscated"), run);
    }

    static RunOutcome of(Arm arm, RunOutcome run) {
        return new RunOutcome(
                arm,
                run.competition(),
                run.seed(),
                run.standing(),
                run.ownScore(),
                run.higherIsBetter(),
                run.totals(),
                run.milestones(),
                run.regret());
    }

    static RunOutcome run(String policy, String competition, long seed, Standing standing) {
        return run("aide", policy, competition, seed, 10, 1000, List.of(new Milestone(0, 0, 0, standing)));
    }

    static RunOutcome run(
            String policy, String competition, long seed, int calls, long tokens, List<Milestone> milestones) {
        return run("aide", policy, competition, seed, calls, tokens, milestones);
    }

    static RunOutcome run(
            String scaffold,
            String policy,
            String competition,
            long seed,
            int calls,
            long tokens,
            List<Milestone> milestones) {
        return new RunOutcome(
                new Arm(scaffold, policy, "scaffold", "offline/weak", "16000/300", "original", scaffold + "-settings"),
                competition,
                seed,
                milestones.get(milestones.size() - 1).standing(),
                0.5,
                /* higherIsBetter= */ true,
                new RunTotals(5, calls, tokens, 0, 5, 0, 5, 2, 5, 2, 0, 0, Duration.ZERO),
                milestones,
                regret(milestones.get(milestones.size() - 1).standing()));
    }

    /** The best there was loses nothing, the newest 0.1, where anything is valid. */
    static SelectionRegret regret(Standing submitted) {
        Double none = submitted.valid() ? Double.valueOf(0) : null;
        Double some = submitted.valid() ? Double.valueOf(0.1) : null;
        SelectionRegret.Choice best = new SelectionRegret.Choice("n0", submitted, none, none);
        SelectionRegret.Choice worse = new SelectionRegret.Choice("n1", submitted, some, some);
        return new SelectionRegret(
                2,
                submitted.valid() ? 2 : 0,
                submitted.valid() ? submitted : null,
                worse,
                best,
                worse,
                /* verified= */ submitted.valid());
    }

    static Standing standing(double percentile, Medal medal) {
        return new Standing(/* submitted= */ true, percentile, percentile, percentile > 0.5, medal);
    }

    static Standing none() {
        return new Standing(/* submitted= */ false, null, 0.0, /* aboveMedian= */ false, Medal.NONE);
    }
}
