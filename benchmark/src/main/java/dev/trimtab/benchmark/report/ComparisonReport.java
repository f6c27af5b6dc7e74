package dev.trimtab.benchmark.report;

import dev.trimtab.benchmark.comparison.RunComparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the report of several runs shows; also of an experiment that goes on.
 *
 * @param name the directory's name
 * @param title what the experiment asks, or null for runs of no experiment
 * @param comparison the finished runs against each other, or null while there is none
 * @param runs all runs
 * @param seeds finished runs that differ in their seeds only, together
 */
public record ComparisonReport(
        String name, @Nullable String title, @Nullable RunComparison comparison, List<RunRow> runs, List<SeedRow> seeds)
        implements ReportData {
    @Override
    public String kind() {
        return "comparison";
    }
}
