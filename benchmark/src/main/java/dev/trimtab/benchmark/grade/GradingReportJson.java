package dev.trimtab.benchmark.grade;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;

/** Writes the report of one submission field by field, since databind alone takes longer to start than grading takes. */
final class GradingReportJson {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();

    private GradingReportJson() {}

    /** Returns what {@link ReportJson} makes of the report as an object. */
    static String of(GradingReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).setPrettyPrinter(ReportLayout.printer())) {
            json.writeStartObject();
            json.writeStringField("competition_id", report.competitionId());
            Double score = report.score();
            if (score == null) {
                json.writeNullField("score");
            } else {
                json.writeNumberField("score", score);
            }
            json.writeNumberField("gold_threshold", report.goldThreshold());
            json.writeNumberField("silver_threshold", report.silverThreshold());
            json.writeNumberField("bronze_threshold", report.bronzeThreshold());
            json.writeNumberField("median_threshold", report.medianThreshold());
            json.writeBooleanField("any_medal", report.anyMedal());
            json.writeBooleanField("gold_medal", report.goldMedal());
            json.writeBooleanField("silver_medal", report.silverMedal());
            json.writeBooleanField("bronze_medal", report.bronzeMedal());
            json.writeBooleanField("above_median", report.aboveMedian());
            json.writeBooleanField("submission_exists", report.submissionExists());
            json.writeBooleanField("valid_submission", report.validSubmission());
            json.writeBooleanField("is_lower_better", report.isLowerBetter());
            json.writeStringField("created_at", report.createdAt());
            json.writeStringField("submission_path", report.submissionPath());
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a text takes all that is written to it", e);
        }
        return text.toString();
    }
}
