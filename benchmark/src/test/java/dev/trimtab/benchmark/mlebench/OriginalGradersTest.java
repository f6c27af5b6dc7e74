package dev.trimtab.benchmark.mlebench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionFolders;
import dev.trimtab.benchmark.competition.Grading.Pairing;
import dev.trimtab.benchmark.competition.Grading.Rounding;
import dev.trimtab.benchmark.grade.Score;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every competition of MLE-bench is graded as by its own grader: the same score to 1e-9, and the same submissions refused.
 * The cases were made by bench/graders/generate.py from the original code.
 */
final class OriginalGradersTest {
    private static final double PRECISION = 1e-9;

    /** Where the original lets the order of the rows count, or a perfect submission of the cases is not the best. */
    private static final Set<String> ORDERED = Set.of(
            "nomad2018-predict-transparent-conductors",
            "smartphone-decimeter-2022",
            "stanford-covid-vaccine",
            "uw-madison-gi-tract-image-segmentation",
            "vinbigdata-chest-xray-abnormalities-detection");

    private static final Set<String> UNBOUNDED = Set.of(
            "angular-error",
            "binary-log-loss",
            "haversine",
            "kept-rows-rmse",
            "kl-divergence",
            "laplace-log-likelihood",
            "levenshtein",
            "log-mae",
            "mae",
            "one-hot-log-loss",
            "rmse",
            "rmsle",
            "sequence-error-rate",
            "weighted-log-loss");

    @TempDir
    private Path dir;

    static Stream<Competition> competitions() {
        return CompetitionFolders.read(Path.of("competitions", "mle-bench")).stream();
    }

    @ParameterizedTest
    @MethodSource("competitions")
    void score_everyCase_isThatOfTheOriginalGrader(Competition competition) {
        OriginalCases cases = OriginalCases.of(competition, dir);
        assertThat(cases.cases()).hasSizeGreaterThan(30);

        for (OriginalCases.Case wanted : cases.cases()) {
            Score score = cases.grade(wanted.submission(), /* corrected= */ false);

            assertThat(isSame(wanted.score(), score))
                    .as("%s: wanted %s but got %s", wanted.name(), wanted.score(), score)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("competitions")
    void rounding_ofReports_isThatOfTheOriginalsNumbers(Competition competition) throws IOException {
        Properties types = new Properties();
        try (InputStream in =
                OriginalGradersTest.class.getResourceAsStream("original-graders/score-types.properties")) {
            types.load(in);
        }

        boolean python = types.getProperty(competition.id()).equals("float");

        assertThat(competition.definition().grading().rounding()).isEqualTo(python ? Rounding.PYTHON : Rounding.NUMPY);
    }

    @ParameterizedTest
    @MethodSource("competitions")
    void score_rowsInAnyOrder_isTheSame(Competition competition) {
        OriginalCases cases = OriginalCases.of(competition, dir);
        boolean byRow = competition.definition().grading().pairing() == Pairing.ROWS_OF_IDS;
        if (byRow || ORDERED.contains(competition.id()) || competition.id().startsWith("hms-")) {
            return;
        }
        double score = value(cases.grade(cases.named("random").submission(), /* corrected= */ false));

        for (int seed = 0; seed < 3; seed++) {
            String shuffled = shuffled(cases.named("random").submission(), seed);
            assertThat(value(cases.grade(shuffled, /* corrected= */ false)))
                    .isCloseTo(score, within(PRECISION * Math.max(1, Math.abs(score))));
        }
    }

    @ParameterizedTest
    @MethodSource("competitions")
    void score_perfectSubmission_isBeatenByNone(Competition competition) {
        OriginalCases cases = OriginalCases.of(competition, dir);
        double perfect = value(cases.grade(cases.named("perfect").submission(), /* corrected= */ true));
        double worse = value(cases.grade(cases.named("random").submission(), /* corrected= */ true));

        assertThat(competition.direction().isBetter(worse, perfect)).isFalse();
        assertThat(worse).isNotEqualTo(perfect);
    }

    @ParameterizedTest
    @MethodSource("competitions")
    void score_boundedMetric_staysWithinItsBounds(Competition competition) {
        OriginalCases cases = OriginalCases.of(competition, dir);
        double highest = UNBOUNDED.contains(competition.metric()) ? Double.POSITIVE_INFINITY : 1;
        boolean signed = Set.of(
                        "kendall-tau", "log-mae", "laplace-log-likelihood", "matthews", "pearson", "qwk", "spearman")
                .contains(competition.metric());

        for (boolean corrected : new boolean[] {false, true}) {
            for (OriginalCases.Case one : cases.cases()) {
                if (cases.grade(one.submission(), corrected) instanceof Score.Scored scored
                        && !Double.isNaN(scored.value())) {
                    assertThat(scored.value())
                            .as(one.name())
                            .isLessThanOrEqualTo(highest)
                            .isGreaterThanOrEqualTo(signed ? Double.NEGATIVE_INFINITY : 0);
                }
            }
        }
    }

    private static boolean isSame(@Nullable Double wanted, Score score) {
        if (!(score instanceof Score.Scored scored)) {
            return wanted == null && !((Score.Invalid) score).problem().isBlank();
        }
        if (wanted == null) {
            return false;
        }
        return Double.compare(wanted, scored.value()) == 0
                || Math.abs(wanted - scored.value()) <= PRECISION * Math.max(Math.abs(wanted), 1e-3);
    }

    private static double value(Score score) {
        assertThat(score).isInstanceOf(Score.Scored.class);
        return ((Score.Scored) score).value();
    }

    private static String shuffled(String csv, long seed) {
        List<String> lines = new ArrayList<>(Arrays.asList(csv.split("\n", -1)));
        String header = lines.remove(0);
        lines.remove(lines.size() - 1);
        Collections.shuffle(lines, new Random(seed));
        return header + "\n" + String.join("\n", lines) + "\n";
    }
}
