package dev.trimtab.benchmark.grade;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.trimtab.benchmark.competition.Grading.Rounding;
import dev.trimtab.benchmark.metric.Direction;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The grade of one submission, with the fields of MLE-bench's competition report in its order.
 *
 * @param competitionId the competition
 * @param score rounded to 5 decimals; null if the submission is missing or invalid
 * @param goldThreshold the last score that wins gold
 * @param silverThreshold the last score that wins silver
 * @param bronzeThreshold the last score that wins bronze
 * @param medianThreshold the median score
 * @param anyMedal whether the score wins a medal
 * @param goldMedal whether it is gold
 * @param silverMedal whether it is silver
 * @param bronzeMedal whether it is bronze
 * @param aboveMedian whether the score is strictly better than the median
 * @param submissionExists whether there is a file called {@code .csv}
 * @param validSubmission whether it has a score
 * @param isLowerBetter the metric's direction
 * @param createdAt local time, ISO 8601 to the microsecond
 * @param submissionPath the file
 */
@JsonPropertyOrder({
    "competition_id",
    "score",
    "gold_threshold",
    "silver_threshold",
    "bronze_threshold",
    "median_threshold",
    "any_medal",
    "gold_medal",
    "silver_medal",
    "bronze_medal",
    "above_median",
    "submission_exists",
    "valid_submission",
    "is_lower_better",
    "created_at",
    "submission_path"
})
public record GradingReport(
        @JsonProperty("competition_id") String competitionId,
        @JsonProperty("score") @Nullable Double score,
        @JsonProperty("gold_threshold") double goldThreshold,
        @JsonProperty("silver_threshold") double silverThreshold,
        @JsonProperty("bronze_threshold") double bronzeThreshold,
        @JsonProperty("median_threshold") double medianThreshold,
        @JsonProperty("any_medal") boolean anyMedal,
        @JsonProperty("gold_medal") boolean goldMedal,
        @JsonProperty("silver_medal") boolean silverMedal,
        @JsonProperty("bronze_medal") boolean bronzeMedal,
        @JsonProperty("above_median") boolean aboveMedian,
        @JsonProperty("submission_exists") boolean submissionExists,
        @JsonProperty("valid_submission") boolean validSubmission,
        @JsonProperty("is_lower_better") boolean isLowerBetter,
        @JsonProperty("created_at") String createdAt,
        @JsonProperty("submission_path") String submissionPath) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    /**
     * Returns the report of a score.
     *
     * @param rounding how the score is rounded
     * @param at when it was graded, local time
     */
    static GradingReport of(
            String competitionId,
            Thresholds thresholds,
            Score score,
            Rounding rounding,
            Path submission,
            boolean exists,
            LocalDateTime at) {
        @Nullable Double value = score instanceof Score.Scored scored ? rounding.of(scored.value()) : null;
        Medal medal = value == null ? Medal.NONE : thresholds.medal(value);
        return new GradingReport(
                competitionId,
                value,
                thresholds.gold(),
                thresholds.silver(),
                thresholds.bronze(),
                thresholds.median(),
                medal != Medal.NONE,
                medal == Medal.GOLD,
                medal == Medal.SILVER,
                medal == Medal.BRONZE,
                value != null && thresholds.isAboveMedian(value),
                exists,
                value != null,
                thresholds.direction() == Direction.MINIMIZE,
                TIME.format(at),
                withoutDots(submission));
    }

    /** Returns a path as Python's {@code Path} prints it: parts that are {@code .} are dropped. */
    private static String withoutDots(Path path) {
        Path plain = path.isAbsolute() ? path.getRoot() : Path.of("");
        for (Path part : path) {
            plain = part.toString().equals(".") ? plain : plain.resolve(part);
        }
        return plain.toString().isEmpty() ? "." : plain.toString();
    }

    /** Returns the report as {@link ReportJson} writes it, much faster the first time. */
    public String json() {
        return GradingReportJson.of(this);
    }

    /** Returns the medal that the report states. */
    public Medal medal() {
        if (goldMedal) {
            return Medal.GOLD;
        }
        if (silverMedal) {
            return Medal.SILVER;
        }
        return bronzeMedal ? Medal.BRONZE : Medal.NONE;
    }
}
