package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.audit.RunAudit;
import dev.trimtab.benchmark.audit.Verdict;
import dev.trimtab.benchmark.text.NameColumn;
import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The audits of several runs in short.
 *
 * @param runs one row a run that could be audited, in the order given
 * @param verdicts how many runs came to each verdict
 * @param leftOut why each other run could not be audited
 */
record AuditSummary(List<Row> runs, Map<Verdict.Cause, Integer> verdicts, List<String> leftOut) {
    /**
     * One run.
     *
     * @param run the name of its directory
     * @param ended whether its log says that it ended
     * @param verdict what held it back
     * @param steps agent steps that came to their end
     * @param attempts attempts
     * @param finding the most telling one
     */
    record Row(String run, boolean ended, Verdict.Cause verdict, int steps, int attempts, String finding) {
        private static Row of(AuditedRun audited) {
            RunAudit audit = audited.audit();
            return new Row(
                    String.valueOf(audited.run().root().getFileName()),
                    audited.ended(),
                    audit.verdict().cause(),
                    audit.losses().steps(),
                    audit.families().stream()
                            .mapToInt(family -> family.attempts().size())
                            .sum(),
                    audit.findings().get(0));
        }

        private String line(NameColumn names) {
            return String.format(
                    Locale.ROOT,
                    "%s  %-7s  %s, %s%s; %s",
                    names.pad(run),
                    word(verdict),
                    Counted.of(steps, "agent step"),
                    Counted.of(attempts, "attempt"),
                    ended ? "" : ", not ended",
                    finding);
        }
    }

    /** Audits runs; what is wrong with one stops no other. */
    static AuditSummary of(List<RunDirectory> directories) {
        List<Row> rows = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        Map<Verdict.Cause, Integer> verdicts = new EnumMap<>(Verdict.Cause.class);
        for (RunDirectory directory : directories) {
            try {
                Row row = Row.of(AuditedRun.of(directory));
                rows.add(row);
                verdicts.merge(row.verdict(), 1, Integer::sum);
            } catch (UserError damaged) {
                leftOut.add(String.valueOf(damaged.getMessage()));
            }
        }
        return new AuditSummary(rows, verdicts, leftOut);
    }

    /** Returns the rows as lines to read, then the counts and how to see more. */
    List<String> lines() {
        NameColumn names = NameColumn.of(0, runs.stream().map(Row::run).toList());
        List<String> lines = new ArrayList<>();
        runs.forEach(row -> lines.add(row.line(names)));
        StringBuilder counts = new StringBuilder(Counted.of(runs.size(), "run") + ", held back by:");
        verdicts.forEach((verdict, count) ->
                counts.append(' ').append(word(verdict)).append(' ').append(count));
        lines.add(counts.toString());
        lines.add("the audit of each is in its audit.json; './trimtab audit' with a run's directory prints it");
        return lines;
    }

    private static String word(Verdict.Cause verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
