package dev.trimtab.benchmark.comparison;

import static dev.trimtab.benchmark.comparison.MadeUpRuns.none;
import static dev.trimtab.benchmark.comparison.MadeUpRuns.obfuscated;
import static dev.trimtab.benchmark.comparison.MadeUpRuns.run;
import static dev.trimtab.benchmark.comparison.MadeUpRuns.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.benchmark.comparison.Contrast.Rival;
import dev.trimtab.benchmark.grade.Medal;
import dev.trimtab.benchmark.statistics.SeedMean;
import dev.trimtab.runtime.UserError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables over made-up runs, against figures reckoned by hand. */
final class ComparerTest {
    @Test
    void headline_isTheMeanOverSeedsOfSharesOfCompetitions() {
        List<RunOutcome> runs = List.of(
                run("portfolio", "a", 1, standing(0.9, Medal.GOLD)),
                run("portfolio", "b", 1, standing(0.2, Medal.NONE)),
                run("portfolio", "a", 2, standing(0.7, Medal.BRONZE)),
                run("portfolio", "b", 2, standing(0.7, Medal.SILVER)));

        ArmSummary arm = Comparer.compare("portfolio", runs, List.of()).arms().get(0);

        assertThat(arm.runs()).isEqualTo(4);
        assertThat(arm.seeds()).isEqualTo(2);
        assertThat(arm.competitions()).isEqualTo(2);
        assertThat(arm.rates().anyMedal()).isEqualTo(new SeedMean(0.75, 0.25));
        assertThat(arm.rates().gold()).isEqualTo(new SeedMean(0.25, 0.25));
        assertThat(arm.rates().aboveMedian().mean()).isEqualTo(0.75);
        assertThat(arm.rates().valid()).isEqualTo(new SeedMean(1, 0.0));
        assertThat(arm.rates().percentile().mean()).isCloseTo(0.625, within(1e-12));
        assertThat(arm.cost().tokensPerMedal()).isCloseTo(4 * 1000 / 3.0, within(1e-9));
        assertThat(arm.cost().boundShare()).isEqualTo(0.4);
        assertThat(arm.tries())
                .containsExactly(new ArmSummary.Tries(1, 0.75, 0.75, 2), new ArmSummary.Tries(2, 1, 0.75, 2));
    }

    @Test
    void selection_isTheMeanOverSeedsOfRunsWithAValidSubmission_andMedalsAreCountedOverAllRuns() {
        List<RunOutcome> runs = List.of(
                run(
                        "portfolio",
                        "a",
                        1,
                        10,
                        1000,
                        List.of(
                                new Milestone(0, 0, 0, none()),
                                new Milestone(1, 3, 300, standing(0.9, Medal.GOLD)),
                                new Milestone(2, 6, 600, standing(0.5, Medal.NONE)))),
                run("portfolio", "a", 2, standing(0.5, Medal.NONE)),
                run("portfolio", "b", 2, none()));

        RunComparison comparison = Comparer.compare("portfolio", runs, List.of());

        assertThat(comparison.arms().get(0).selection())
                .isEqualTo(new ArmSelection(
                        2, 2, new SeedMean(0.1, 0.0), new SeedMean(0, 0.0), new SeedMean(0.1, 0.0), 1 / 3.0, 1 / 3.0));
        assertThat(ComparisonText.of(comparison))
                .containsPattern("regret weak +regret strong +regret last +medals gained +medals lost")
                .containsPattern("2 \\(2\\) +0.100\\+-0.000 +0.000\\+-0.000 +0.100\\+-0.000 +0.33 +0.33");
    }

    @Test
    void selection_whereNothingIsValid_hasNoRegret() {
        List<RunOutcome> runs = List.of(run("portfolio", "a", 1, none()));

        assertThat(Comparer.compare("portfolio", runs, List.of()).arms().get(0).selection())
                .isEqualTo(new ArmSelection(0, 0, null, null, null, 0, 0));
    }

    @Test
    void contrasts_pairByCompetitionAndSeed_andLeaveOutWhatHasNoPartner() {
        List<RunOutcome> runs = List.of(
                run("portfolio", "a", 1, standing(0.9, Medal.GOLD)),
                run("portfolio", "a", 2, standing(0.5, Medal.NONE)),
                run("portfolio", "a", 3, standing(0.5, Medal.NONE)),
                run("ledger", "a", 1, standing(0.6, Medal.NONE)),
                run("ledger", "a", 2, standing(0.6, Medal.NONE)),
                run("ledger", "b", 3, standing(0.1, Medal.NONE)));

        Contrast row = table(runs, Matching.CALLS, /* pooled= */ false).rows().get(0);

        assertThat(row.rival()).isEqualTo(Rival.LEDGER);
        assertThat(row.percentile().pairs()).isEqualTo(2);
        assertThat(row.percentile().mean()).isCloseTo(0.1, within(1e-12));
        assertThat(row.percentile().p()).isEqualTo(1.0);
        assertThat(row.medal().wins()).isEqualTo(1);
        assertThat(row.medal().losses()).isZero();
        assertThat(row.medal().mean()).isEqualTo(0.5);
        assertThat(row.medal().p()).as("McNemar on one discordant pair").isEqualTo(1.0);
    }

    @Test
    void verdict_whereItCannotBeGiven_saysWhy() {
        List<RunOutcome> runs = List.of(run("aide", "portfolio", 1, 0.9), run("aide", "ledger", 1, 0.6));

        assertThat(ComparisonText.of(Comparer.compare("ledger", runs, List.of())))
                .contains("whether ledger helps is not judged, since it is what a policy has to beat");
        assertThat(ComparisonText.of(Comparer.compare("portfolio", runs, List.of())))
                .contains("is not judged, since no run of the scaffold's own memory is paired with one of its");
    }

    @Test
    void matching_cutsBothRunsWhereTheSmallerOneEnded() {
        RunOutcome ours = run(
                "portfolio",
                "a",
                1,
                10,
                900,
                List.of(
                        new Milestone(0, 0, 0, none()),
                        new Milestone(1, 4, 300, standing(0.4, Medal.NONE)),
                        new Milestone(2, 9, 800, standing(0.9, Medal.GOLD))));
        RunOutcome theirs = run(
                "ledger",
                "a",
                1,
                8,
                2000,
                List.of(
                        new Milestone(0, 0, 0, none()),
                        new Milestone(1, 3, 850, standing(0.5, Medal.NONE)),
                        new Milestone(2, 8, 1999, standing(0.7, Medal.BRONZE))));

        List<RunOutcome> runs = List.of(ours, theirs);

        assertThat(table(runs, Matching.CALLS, false).rows().get(0).percentile().mean())
                .as("8 calls: ours had 0.4 then, theirs its end")
                .isCloseTo(0.4 - 0.7, within(1e-12));
        assertThat(table(runs, Matching.TOKENS, false)
                        .rows()
                        .get(0)
                        .percentile()
                        .mean())
                .as("900 tokens: ours its end, theirs had 0.5 then")
                .isCloseTo(0.9 - 0.5, within(1e-12));
    }

    @Test
    void pooling_takesTheMeanOverPlacesOfEachPair_andTheBetterNativeAtEach() {
        List<RunOutcome> runs = new ArrayList<>();
        for (long seed = 1; seed <= 2; seed++) {
            runs.add(run("aide", "portfolio", seed, 0.6));
            runs.add(run("aide", "aide-journal", seed, 0.5));
            runs.add(run("aide", "aide-journal-worst-first", seed, 0.8));
            runs.add(run("mlab", "portfolio", seed, 0.6));
            runs.add(run("mlab", "mlab-research-log", seed, 0.2));
        }

        ContrastTable pooled = table(runs, Matching.CALLS, /* pooled= */ true);

        assertThat(pooled.rows()).hasSize(1);
        assertThat(pooled.rows().get(0).other()).isEqualTo("the better native");
        assertThat(pooled.rows().get(0).percentile().pairs()).isEqualTo(2);
        assertThat(pooled.rows().get(0).percentile().mean()).isCloseTo((-0.2 + 0.4) / 2, within(1e-12));
        assertThat(pooled.rows().get(0).medal().pairs()).isEqualTo(4);
    }

    @Test
    void helps_isWrittenWhereBothRivalsAreBeaten() {
        assertThat(verdict(0.9, 0.5, 0.6))
                .startsWith("aide: portfolio helps: it beats ledger (+0.4")
                .contains("beats aide-journal");
    }

    @Test
    void helps_isNotWritten_whereEitherRivalIsNotBeaten() {
        assertThat(verdict(0.9, 0.9, 0.5))
                .contains("is not shown to help", "is not told apart from ledger", "beats aide-journal")
                .doesNotContain("helps");
        assertThat(verdict(0.9, 0.5, 0.95))
                .contains("is not shown to help", "beats ledger", "loses to aide-journal")
                .doesNotContain("helps");
    }

    @Test
    void helps_isNotJudged_whereARivalIsMissing() {
        List<RunOutcome> runs = new ArrayList<>();
        for (long seed = 1; seed <= 12; seed++) {
            runs.add(run("aide", "portfolio", seed, 0.9));
            runs.add(run("aide", "ledger", seed, 0.1));
            runs.add(run("aide", "mlab-research-log", seed, 0.1));
        }

        assertThat(Comparer.compare("portfolio", runs, List.of()).verdicts().get(0))
                .singleElement()
                .asString()
                .contains("not judged", "own memory");
    }

    @Test
    void helps_isNeverWritten_whereThePairsAreTooFewForTheTable() {
        List<RunOutcome> runs = new ArrayList<>();
        for (long seed = 1; seed <= 3; seed++) {
            runs.add(run("aide", "portfolio", seed, 0.9));
            runs.add(run("aide", "ledger", seed, 0.1));
            runs.add(run("aide", "aide-journal", seed, 0.1));
        }
        RunComparison comparison = Comparer.compare("portfolio", runs, List.of());

        assertThat(comparison.verdicts().get(0).get(0)).doesNotContain("helps");
        assertThat(ComparisonText.of(comparison)).contains("no difference, however large, can stand");
    }

    @Test
    void compare_twoRunsThatDifferInNothing_isRefused() {
        RunOutcome run = run("portfolio", "a", 1, standing(0.5, Medal.NONE));

        assertThatThrownBy(() -> Comparer.compare("portfolio", List.of(run, run), List.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("portfolio on a with seed 1");
        assertThatThrownBy(() -> Comparer.compare("portfolio", List.of(), List.of("b pending")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("b pending");
    }

    /** Twelve seeds with the given percentiles of portfolio, ledger and AIDE's own memory, all with a little spread. */
    private static String verdict(double ours, double ledger, double own) {
        List<RunOutcome> runs = new ArrayList<>();
        for (long seed = 1; seed <= 12; seed++) {
            runs.add(run("aide", "portfolio", seed, ours + seed / 1000.0));
            runs.add(run("aide", "ledger", seed, ledger + (seed * 7 % 12 + 1) / 1000.0));
            runs.add(run("aide", "aide-journal", seed, own + (seed * 5 % 12 + 1) / 1000.0));
        }
        return Comparer.compare("portfolio", runs, List.of()).verdicts().get(0).get(0);
    }

    private static ContrastTable table(List<RunOutcome> runs, Matching matching, boolean pooled) {
        return Comparer.compare("portfolio", runs, List.of()).tables().stream()
                .filter(table -> table.matching() == matching && table.pooled() == pooled)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void descriptions_bothRead_arePairedByCompetitionAndSeedWithinEachArm() {
        Standing good = new Standing(true, 0.9, 0.9, true, Medal.GOLD);
        Standing poor = new Standing(true, 0.4, 0.4, false, Medal.NONE);
        List<RunOutcome> runs = new ArrayList<>();
        for (long seed = 1; seed <= 3; seed++) {
            runs.add(run("ledger", "a", seed, good));
            runs.add(obfuscated(run("ledger", "a", seed, poor)));
        }
        runs.add(run("portfolio", "a", 1, poor));
        runs.add(obfuscated(run("ledger", "b", 1, good)));

        RunComparison comparison = Comparer.compare("portfolio", runs, List.of());

        assertThat(comparison.descriptions()).hasSize(1);
        Contrast contrast = comparison.descriptions().get(0);
        assertThat(contrast.where()).isEqualTo("aide ledger");
        assertThat(contrast.percentile().mean()).isCloseTo(0.5, within(1e-12));
        assertThat(contrast.percentile().pairs()).isEqualTo(3);
        assertThat(contrast.medal().wins()).isEqualTo(3);
        assertThat(ComparisonText.of(comparison)).contains("Original descriptions less obfuscated ones");
    }

    @Test
    void descriptions_oneKindOnly_areNotCompared() {
        RunComparison comparison = Comparer.compare(
                "portfolio", List.of(run("ledger", "a", 1, new Standing(true, 0.9, 0.9, true, Medal.GOLD))), List.of());

        assertThat(comparison.descriptions()).isEmpty();
        assertThat(ComparisonText.of(comparison)).doesNotContain("obfuscated");
    }
}
