package dev.trimtab.benchmark.comparison;

import static dev.trimtab.benchmark.comparison.MadeUpRuns.of;
import static dev.trimtab.benchmark.comparison.MadeUpRuns.run;
import static dev.trimtab.benchmark.comparison.MadeUpRuns.standing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.grade.Medal;
import dev.trimtab.runtime.model.offline.OfflineEngineer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the printed comparison of made-up runs says, and how it is laid out. */
final class ComparisonTextTest {
    @Test
    void policyNamedByALongPath_shiftsNoColumn() {
        String path = "/home/somebody/experiments/of/this/year/policies/portfolio-with-another-reserve.yaml";
        List<RunOutcome> runs = List.of(
                run("portfolio", "a", 1, standing(0.9, Medal.GOLD)), run(path, "a", 1, standing(0.1, Medal.NONE)));

        List<String> lines = ComparisonText.of(Comparer.compare("portfolio", runs, List.of()))
                .lines()
                .toList();

        assertThat(lines.stream()
                        .filter(line -> line.endsWith("percentile") || line.contains(" 1 1*1"))
                        .mapToInt(line -> Math.max(line.indexOf(" s*c"), line.indexOf(" 1*1")))
                        .distinct())
                .as("the end of the second column, in the head and both rows")
                .hasSize(1);
        assertThat(lines.stream()
                        .filter(line -> line.contains(path + " (other)") || line.startsWith("  where"))
                        .mapToInt(line -> Math.max(line.indexOf("difference ["), line.indexOf("+0.800") - 11))
                        .filter(at -> at >= 0)
                        .distinct())
                .as("where differences begin, in the head and the row of percentiles")
                .hasSize(1);
    }

    @Test
    void text_saysThatTheOfflineEngineerIsNoLanguageModel_andWhatIsLeftOut() {
        String text = ComparisonText.of(Comparer.compare(
                "portfolio", List.of(run("portfolio", "a", 1, standing(0.5, Medal.NONE))), List.of("b failed: full")));

        assertThat(text).contains("not a language model").contains("not among these: b failed: full");
    }

    @ParameterizedTest
    @CsvSource({
        "offline/middle-lost, true",
        "replay of offline/middle-lost, true",
        "gpt-4o, false",
        "replay of gpt-4o, false",
        "offline-llama, false"
    })
    void text_ofRunsOfAModelAndOfItsReplays_saysAlikeWhetherItIsALanguageModel(String model, boolean program) {
        RunOutcome run = run("portfolio", "a", 1, standing(0.5, Medal.NONE));
        Arm arm = run.arm();
        RunOutcome other = of(
                new Arm(
                        arm.scaffold(),
                        arm.policy(),
                        arm.pursuit(),
                        model,
                        arm.budget(),
                        arm.description(),
                        arm.settings()),
                run);

        assertThat(ComparisonText.of(Comparer.compare("portfolio", List.of(other), List.of()))
                        .contains(OfflineEngineer.NOTICE))
                .isEqualTo(program);
    }

    @Test
    void text_ofAReferenceThatNoRunHas_saysThatNothingIsCompared() {
        List<RunOutcome> runs = List.of(
                run("portfolio", "a", 1, standing(0.5, Medal.NONE)), run("ledger", "a", 1, standing(0.4, Medal.NONE)));

        assertThat(ComparisonText.of(Comparer.compare("portfolo", runs, List.of())))
                .contains("Nothing is compared with portfolo");
        assertThat(ComparisonText.of(Comparer.compare("portfolio", runs, List.of())))
                .doesNotContain("Nothing is compared");
    }
}
