package dev.trimtab.benchmark.comparison;

import static dev.trimtab.benchmark.comparison.MadeUpRuns.run;
import static dev.trimtab.benchmark.comparison.MadeUpRuns.standing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.grade.Medal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comparisons of made-up runs whose pairs have no spread. */
final class FewPairsTest {
    @Test
    void onePair_hasNoInterval_andNothingIsConcludedFromIt() {
        RunComparison comparison = Comparer.compare("portfolio", lopsided(1), List.of());
        Contrast row = comparison.tables().get(0).rows().get(0);

        assertThat(row.percentile().interval()).isNull();
        assertThat(row.percentile().corrected()).isNull();
        assertThat(row.percentile().smallestDetectable()).isNull();
        assertThat(row.medal().interval()).isNull();
        assertThat(row.percentile().p()).isEqualTo(1.0);
        assertThat(ComparisonText.of(comparison))
                .contains("percentile +0.800 no interval (1-0 of 1)")
                .contains("any medal  +1.000 no interval (1-0 of 1)")
                .contains("None can be made of one pair")
                .contains(
                        "portfolio is not shown to help: it is not told apart from ledger (+0.800, no interval, p 1.0000")
                .doesNotContain("+0.800, +0.800");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void pairsThatAreAllAlike_haveNoInterval_andNothingIsConcludedFromThem(int seeds) {
        RunComparison comparison = Comparer.compare("portfolio", lopsided(seeds), List.of());

        assertThat(comparison.tables().get(0).rows()).allSatisfy(row -> {
            assertThat(row.percentile().interval()).isNull();
            assertThat(row.percentile().stands()).isFalse();
        });
        assertThat(comparison.verdicts().get(0).get(0)).contains("is not shown to help", "no interval");
    }

    @Test
    void contrastsCsv_ofOnePair_leavesTheEndsOfIntervalsEmpty(@TempDir Path folder) throws IOException {
        ComparisonFiles.write(folder, Comparer.compare("portfolio", lopsided(1), List.of()));

        assertThat(Files.readString(folder.resolve("contrasts.csv"))).contains(",1,1,0,0.8,,,,,1.0,");
        assertThat(Files.readString(folder.resolve("comparison.json"))).contains("\"interval\": null");
    }

    /** As many seeds in which portfolio is far ahead of ledger and of AIDE's own memory, each time by the same. */
    private static List<RunOutcome> lopsided(int seeds) {
        List<RunOutcome> runs = new ArrayList<>();
        for (long seed = 1; seed <= seeds; seed++) {
            runs.add(run("portfolio", "a", seed, standing(0.9, Medal.GOLD)));
            runs.add(run("ledger", "a", seed, standing(0.1, Medal.NONE)));
            runs.add(run("aide-journal", "a", seed, standing(0.1, Medal.NONE)));
        }
        return runs;
    }
}
