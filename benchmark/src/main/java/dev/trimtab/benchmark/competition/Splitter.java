package dev.trimtab.benchmark.competition;

import dev.trimtab.benchmark.competition.Recipe.Rule;
import dev.trimtab.benchmark.competition.Recipe.Split;
import dev.trimtab.benchmark.competition.split.KFold;
import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.UserError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Splits rows by a competition's rule: once into train and test, and the train rows again into folds. */
final class Splitter {
    private final Split rule;

    Splitter(Split rule) {
        this.rule = rule;
    }

    /**
     * Two parts of a table, in the order in which they are written.
     *
     * @param train rows with labels for the agent
     * @param test rows whose labels are held out
     */
    record Parts(Rows train, Rows test) {
        Parts {
            if (train.cells().isEmpty() || test.cells().isEmpty()) {
                throw new UserError(
                        "the split leaves " + Counted.of(train.cells().size(), "row") + " to train on and "
                                + test.cells().size() + " to test on; both must have some");
            }
        }
    }

    /** Returns train and test of a raw table. */
    Parts split(Rows rows) {
        if (rule.rule() == Rule.RANDOM) {
            if (rows.cells().size() < 2) {
                throw new UserError(
                        "the raw data has " + Counted.of(rows.cells().size(), "row") + "; at least 2 are needed");
            }
            TrainTestSplit split =
                    TrainTestSplit.of(rows.cells().size(), Objects.requireNonNull(rule.testFraction()), rule.seed());
            return new Parts(rows.select(split.train()), rows.select(split.test()));
        }
        List<String[]> ordered = new ArrayList<>(rows.cells());
        List<String> columns = new ArrayList<>(rule.orderBy());
        Collections.reverse(columns);
        // sorts are stable, so the least significant column comes first
        columns.forEach(column -> ordered.sort(numeric(rows.at(column))));
        return between(new Rows(rows.header(), ordered), rule.timeColumn(), rule.testStart(), Double.POSITIVE_INFINITY);
    }

    /**
     * Returns one fold of the public train rows.
     *
     * @param train the public train rows in file order
     * @param timeColumn name of the column of {@code test-from} in them
     * @param periods how many values of that column the test set has; unused with rule random
     * @param fold 0..folds-1
     * @param folds how many
     */
    Parts refold(Rows train, String timeColumn, long periods, int fold, int folds) {
        if (rule.rule() == Rule.TIME) {
            double end = rule.testStart() - (double) fold * periods;
            return between(train, timeColumn, end - periods, end);
        }
        try {
            TrainTestSplit split = new KFold(fold, folds).split(train.cells().size(), rule.seed());
            return new Parts(train.select(split.train()), train.select(split.test()));
        } catch (IllegalArgumentException e) {
            throw new UserError("the training rows are too few to split again: " + e.getMessage(), e);
        }
    }

    private static Parts between(Rows rows, String column, double start, double end) {
        int at = rows.at(column);
        List<String[]> train = new ArrayList<>();
        List<String[]> test = new ArrayList<>();
        for (String[] row : rows.cells()) {
            double time = number(row[at]);
            if (time < start) {
                train.add(row);
            } else if (time < end) {
                test.add(row);
            }
        }
        return new Parts(new Rows(rows.header(), train), new Rows(rows.header(), test));
    }

    private static Comparator<String[]> numeric(int at) {
        return Comparator.comparingDouble(row -> number(row[at]));
    }

    private static double number(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new UserError("a column that orders the rows in time holds '" + cell + "'; a number is needed", e);
        }
    }
}
