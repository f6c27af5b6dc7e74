package dev.trimtab.benchmark.grade;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.function.Predicate;

/**
 * The grades of many submissions, with the fields of MLE-bench's grading report in its order.
 *
 * @param totalRuns reports
 * @param totalRunsWithSubmissions of which with a submission
 * @param totalValidSubmissions of which with a score
 * @param totalMedals of which with a medal
 * @param totalGoldMedals of which gold
 * @param totalSilverMedals of which silver
 * @param totalBronzeMedals of which bronze
 * @param totalAboveMedian of which better than the median
 * @param competitionReports the reports in the order of the input
 */
@JsonPropertyOrder({
    "total_runs",
    "total_runs_with_submissions",
    "total_valid_submissions",
    "total_medals",
    "total_gold_medals",
    "total_silver_medals",
    "total_bronze_medals",
    "total_above_median",
    "competition_reports"
})
public record BatchReport(
        @JsonProperty("total_runs") int totalRuns,
        @JsonProperty("total_runs_with_submissions") long totalRunsWithSubmissions,
        @JsonProperty("total_valid_submissions") long totalValidSubmissions,
        @JsonProperty("total_medals") long totalMedals,
        @JsonProperty("total_gold_medals") long totalGoldMedals,
        @JsonProperty("total_silver_medals") long totalSilverMedals,
        @JsonProperty("total_bronze_medals") long totalBronzeMedals,
        @JsonProperty("total_above_median") long totalAboveMedian,
        @JsonProperty("competition_reports") List<GradingReport> competitionReports) {
    /** Counts the reports. */
    static BatchReport of(List<GradingReport> reports) {
        return new BatchReport(
                reports.size(),
                count(reports, GradingReport::submissionExists),
                count(reports, GradingReport::validSubmission),
                count(reports, GradingReport::anyMedal),
                count(reports, GradingReport::goldMedal),
                count(reports, GradingReport::silverMedal),
                count(reports, GradingReport::bronzeMedal),
                count(reports, GradingReport::aboveMedian),
                List.copyOf(reports));
    }

    private static long count(List<GradingReport> reports, Predicate<GradingReport> property) {
        return reports.stream().filter(property).count();
    }
}
