package dev.trimtab.benchmark.grade;

import dev.trimtab.benchmark.competition.Definition;
import dev.trimtab.benchmark.competition.Grading;
import dev.trimtab.benchmark.metric.Metric;
import dev.trimtab.benchmark.metric.MetricSetting;
import dev.trimtab.benchmark.metric.Metrics;
import dev.trimtab.benchmark.metric.SubmissionFormatException;
import dev.trimtab.benchmark.metric.Table;
import dev.trimtab.runtime.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a competition demands of a submission, from its definition alone.
 *
 * @param id the id column
 * @param grading how rows are checked and paired
 * @param metric what scores them
 */
record SubmissionRules(String id, Grading grading, Metric metric) {
    /** @param corrected whether the metric that the competition intends is computed where the original grader departs from it */
    static SubmissionRules of(Definition definition, Metrics metrics, boolean corrected) {
        Grading grading = definition.grading().with(corrected);
        Metric metric = metrics.make(
                definition.metric(),
                new MetricSetting(
                        definition.idColumn(),
                        definition.target(),
                        definition.columns(),
                        definition.classes(),
                        grading.options()));
        return new SubmissionRules(definition.idColumn(), grading, metric);
    }

    /** Tells which columns of the answers are read. */
    Predicate<String> truthColumns() {
        return wanted(metric.truthColumns());
    }

    /**
     * Checks the columns of the answers.
     *
     * @throws UserError naming one that is not there
     */
    void requireTruth(Path answers, List<String> header) {
        for (String column : metric.truthColumns()) {
            if (!header.contains(column)) {
                throw new UserError("the answers in " + answers + " have no column `" + column
                        + "`, so that nothing can be graded; prepare the competition again");
            }
        }
    }

    /**
     * Reads a submission and checks its columns.
     *
     * @param mostRows reading ends with the row after so many
     * @throws SubmissionFormatException saying what is wrong
     */
    Table read(Path submission, int mostRows) {
        return SubmissionReader.read(submission, mostRows, header -> {
            List<String> needed = metric.columns(header);
            SubmissionChecks.requireHeader(id, grading, needed, header);
            return metric.readsEveryColumn() ? name -> true : wanted(needed);
        });
    }

    /**
     * Checks number of rows and values of a submission.
     *
     * @param mostRows how many rows it may have
     * @throws SubmissionFormatException saying what is wrong
     */
    void check(Table given, int mostRows) {
        if (given.size() > mostRows) {
            throw new SubmissionFormatException(
                    "the submission has more rows than the " + mostRows + " of the test set");
        }
        SubmissionChecks.requireValues(grading, metric.columns(given.header()), given);
    }

    private Predicate<String> wanted(List<String> columns) {
        return name -> name.equals(id) || columns.contains(name);
    }

    /** Returns how many rows a submission may have at most where so many are asked for. */
    int mostRows(int asked) {
        return switch (grading.pairing()) {
            case IDS, ID_SETS, SORTED, ROWS, ROWS_OF_IDS -> asked;
            case KNOWN_IDS, JOIN, METRIC -> Integer.MAX_VALUE;
        };
    }

    /**
     * Pairs the rows of a submission with those that are asked for.
     *
     * @throws SubmissionFormatException if rows are missing, or ids are repeated or are not the asked ones
     */
    Alignment paired(Table asked, Table given) {
        return Alignment.of(grading.pairing(), id, asked, given);
    }
}
