package dev.trimtab.benchmark.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a page is made from; written into it as JSON, and drawn by the page's own script. */
public sealed interface ReportData permits RunReport, ComparisonReport {
    /** Returns the word by which the page's script knows what to draw. */
    @JsonProperty
    String kind();
}
