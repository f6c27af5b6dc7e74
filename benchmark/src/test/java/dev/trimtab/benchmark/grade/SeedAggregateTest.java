package dev.trimtab.benchmark.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.benchmark.competition.Grading.Rounding;
import dev.trimtab.benchmark.grade.SeedAggregate.Average;
import dev.trimtab.benchmark.metric.Direction;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shares over seeds are MLE-bench's: seed i is the i-th report of each competition, one standard error is of the sample. */
final class SeedAggregateTest {
    private static final Thresholds THRESHOLDS = new Thresholds(0.9, 0.8, 0.7, 0.5, Direction.MAXIMIZE);

    @Test
    void of_threeSeeds_averagesTheSharesWithTheStandardErrorOfTheMean() {
        List<GradingReport> reports = List.of(
                report("a", 0.95),
                report("b", 0.1),
                report("a", 0.75),
                report("b", 0.85),
                report("a", 0.2),
                report("b", 0.6));

        SeedAggregate aggregate = SeedAggregate.of(List.of("a", "b"), reports, /* asked= */ null, /* padded= */ false);

        assertThat(aggregate.numSeedsAveraged()).isEqualTo(3);
        Average medals = aggregate.metrics().get("any_medal_percentage");
        // 50, 100 and 0 percent: the sample's deviation is 50
        assertThat(medals.mean()).isEqualTo(50);
        assertThat(medals.standardError()).isCloseTo(50 / Math.sqrt(3), within(1e-12));
        assertThat(medals.upper()).isCloseTo(50 + 1.96 * 50 / Math.sqrt(3), within(1e-12));
        assertThat(aggregate.metrics().get("valid_submissions_percentage").mean())
                .isEqualTo(100);
        assertThat(aggregate.metrics().get("gold_medal_percentage").mean()).isCloseTo(50.0 / 3, within(1e-12));
    }

    @Test
    void of_missingReports_areAnErrorOrCountAsNothingWon() {
        List<GradingReport> reports = List.of(report("a", 0.95), report("a", 0.95));

        assertThatThrownBy(() -> SeedAggregate.of(List.of("a", "b"), reports, null, /* padded= */ false))
                .hasMessage("no seed is complete: 1 of 2 competitions lack a report, such as b");
        SeedAggregate padded = SeedAggregate.of(List.of("a", "b"), reports, null, /* padded= */ true);
        assertThat(padded.numSeedsAveraged()).isEqualTo(2);
        assertThat(padded.metrics().get("gold_medal_percentage").mean()).isEqualTo(50);
        assertThat(padded.metrics().get("gold_medal_percentage").standardError())
                .isZero();
    }

    @Test
    void of_fewerSeedsThanAreAskedFor_isAnErrorAndOfMoreTheFirstCount() {
        List<GradingReport> reports = List.of(report("a", 0.95), report("a", 0.2), report("a", 0.2));

        assertThatThrownBy(() -> SeedAggregate.of(List.of("a"), reports, 5, /* padded= */ false))
                .hasMessage("5 seeds are asked for but 3 are complete");
        SeedAggregate first = SeedAggregate.of(List.of("a"), reports, 1, /* padded= */ false);
        assertThat(first.numSeedsAveraged()).isEqualTo(1);
        assertThat(first.metrics().get("gold_medal_percentage").mean()).isEqualTo(100);
    }

    @Test
    void of_shares_areRoundedAsPythonsDivisionAndProduct() {
        List<GradingReport> reports = IntStream.range(0, 75)
                .mapToObj(i -> report("c" + i, i < 8 ? 0.95 : 0.1))
                .toList();
        List<String> ids = reports.stream().map(GradingReport::competitionId).toList();

        // 100 * 8 / 75 is another double than 8 / 75 * 100
        SeedAggregate aggregate = SeedAggregate.of(ids, reports, null, /* padded= */ false);
        assertThat(aggregate.metrics().get("gold_medal_percentage").mean()).isEqualTo(10.666666666666668);
    }

    @Test
    void json_ofAnAggregate_hasMleBenchsKeys() {
        SeedAggregate aggregate = SeedAggregate.of(List.of("a"), List.of(report("a", 0.95)), 1, /* padded= */ false);

        assertThat(ReportJson.of(aggregate))
                .contains("\"num_seeds_averaged\": 1", "\"num_competitions_per_seed\": 1", "\"any_medal_percentage\"")
                .contains("\"mean\": 100.0", "\"ci_lower\"", "\"ci_upper\"", "\"standard_error\": 0.0");
    }

    private static GradingReport report(String id, double score) {
        return GradingReport.of(
                id,
                THRESHOLDS,
                new Score.Scored(score),
                Rounding.NUMPY,
                Path.of("s.csv"),
                /* exists= */ true,
                LocalDateTime.of(2026, 1, 2, 3, 4));
    }
}
