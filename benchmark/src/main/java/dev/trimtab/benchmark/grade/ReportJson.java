package dev.trimtab.benchmark.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reports as JSON, indented; NaN and Infinity are written bare, as MLE-bench's reports have them. */
public final class ReportJson {
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build()
            .writer(ReportLayout.printer());

    private ReportJson() {}

    /** Returns a report as text without a final line end. */
    public static String of(Object report) {
        try {
            return WRITER.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is a record of plain values", e);
        }
    }
}
