package dev.trimtab.benchmark.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.competition.Grading.Rounding;
import dev.trimtab.benchmark.metric.Direction;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports have MLE-bench's fields, names and order, so that its tools read them. */
final class GradingReportTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 20, 0, 0, 1_000_000);
    private static final Thresholds THRESHOLDS = new Thresholds(0.1, 0.2, 0.4, 0.55, Direction.MINIMIZE);

    @Test
    void of_silverScore_isWrittenWithKeysInOrder() {
        GradingReport report = GradingReport.of(
                "births",
                THRESHOLDS,
                new Score.Scored(0.1234567),
                Rounding.NUMPY,
                Path.of("out/submission.csv"),
                true,
                NOW);

        assertThat(ReportJson.of(report)).isEqualTo("""
                        {
                          "competition_id": "births",
                          "score": 0.12346,
                          "gold_threshold": 0.1,
                          "silver_threshold": 0.2,
                          "bronze_threshold": 0.4,
                          "median_threshold": 0.55,
                          "any_medal": true,
                          "gold_medal": false,
                          "silver_medal": true,
                          "bronze_medal": false,
                          "above_median": true,
                          "submission_exists": true,
                          "valid_submission": true,
                          "is_lower_better": true,
                          "created_at": "2026-11-23T20:00:00.001000",
                          "submission_path": "out/submission.csv"
                        }""");
    }

    @Test
    void of_pathWithDots_isPrintedAsPythonPrintsIt() {
        assertThat(pathOf("./out/././s.csv")).isEqualTo("out/s.csv");
        assertThat(pathOf("/data/./x/../s.csv")).isEqualTo("/data/x/../s.csv");
        assertThat(pathOf(".")).isEqualTo(".");
    }

    private static String pathOf(String path) {
        return GradingReport.of("births", THRESHOLDS, new Score.Invalid("no"), Rounding.NUMPY, Path.of(path), true, NOW)
                .submissionPath();
    }

    @ParameterizedTest
    @CsvSource({"0.000025, 0.00002, 0.00003", "0.123455, 0.12346, 0.12345", "0.5, 0.5, 0.5"})
    void of_halves_areRoundedAsTheOriginalsTypeOfNumber(double score, double numpy, double python) {
        assertThat(scoreOf(score, Rounding.NUMPY)).isEqualTo(numpy);
        assertThat(scoreOf(score, Rounding.PYTHON)).isEqualTo(python);
    }

    private static Double scoreOf(double score, Rounding rounding) {
        return GradingReport.of("births", THRESHOLDS, new Score.Scored(score), rounding, Path.of("s.csv"), true, NOW)
                .score();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 12345678.9, 1e-7, -0.0, Double.NaN, Double.NEGATIVE_INFINITY})
    void json_anyScore_isWhatTheReportGivesAsAnObject(double score) {
        GradingReport report = GradingReport.of(
                "births", THRESHOLDS, new Score.Scored(score), Rounding.PYTHON, Path.of("a \"b\"/s.csv"), true, NOW);

        assertThat(report.json()).isEqualTo(ReportJson.of(report));
    }

    @Test
    void json_noScore_isWhatTheReportGivesAsAnObject() {
        GradingReport report = GradingReport.of(
                "births", THRESHOLDS, new Score.Invalid("no"), Rounding.NUMPY, Path.of("s.csv"), false, NOW);

        assertThat(report.json()).isEqualTo(ReportJson.of(report));
    }

    @Test
    void of_invalidSubmission_hasNullScoreAndStillTheThresholds() {
        GradingReport report = GradingReport.of(
                "births", THRESHOLDS, new Score.Invalid("no"), Rounding.NUMPY, Path.of("s.csv"), true, NOW);

        assertThat(ReportJson.of(report)).contains("\"score\": null", "\"gold_threshold\": 0.1");
        assertThat(report.validSubmission()).isFalse();
        assertThat(report.anyMedal()).isFalse();
        assertThat(report.aboveMedian()).isFalse();
    }

    @Test
    void of_undefinedScore_isValidAndWrittenAsNaN() {
        GradingReport report = GradingReport.of(
                "births", THRESHOLDS, new Score.Scored(Double.NaN), Rounding.NUMPY, Path.of("s.csv"), true, NOW);

        assertThat(ReportJson.of(report)).contains("\"score\": NaN");
        assertThat(report.validSubmission()).isTrue();
        assertThat(report.medal()).isEqualTo(Medal.NONE);
    }
}
