package dev.trimtab.benchmark.metric;

import dev.trimtab.runtime.Counted;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Which row of a submission tells of which row of the answers, found by their ids. */
public final class IdPairing {
    private static final int NONE = -1;

    private IdPairing() {}

    /** Throws if there are not as many rows as answers. */
    public static void requireSameSize(Table answers, Table submission) {
        if (submission.size() != answers.size()) {
            throw new SubmissionFormatException("the submission has " + Counted.of(submission.size(), "row")
                    + " but the test set has " + answers.size());
        }
    }

    /** Returns whether two columns of ids are compared as numbers. */
    private static boolean numeric(Column a, Column b) {
        return a.isNumeric() && b.isNumeric();
    }

    /** Returns whether a submission's ids are the answers', row by row, as most are: told without looking any up. */
    public static boolean inOrder(Column wanted, Column given) {
        if (wanted.size() != given.size()) {
            return false;
        }
        boolean numeric = numeric(wanted, given);
        return IntStream.range(0, given.size())
                .parallel()
                .allMatch(row -> !given.isMissing(row)
                        && (Column.equal(wanted, row, given, row, /* numeric= */ false)
                                || (numeric && Column.equal(wanted, row, given, row, /* numeric= */ true))));
    }

    /** Returns the different ids of the answers, for looking up those of a submission. */
    public static CellIndex index(Column wanted, Column given) {
        CellIndex index = new CellIndex(numeric(wanted, given));
        index.expect(wanted);
        index.addAll(wanted);
        return index;
    }

    /** Throws if a submission holds an id that the answers do not. */
    public static void requireKnown(CellIndex known, Column given) {
        for (int row = 0; row < given.size(); row++) {
            if (given.isMissing(row) || known.find(given, row) < 0) {
                throw unknown(given, row);
            }
        }
    }

    private static SubmissionFormatException unknown(Column given, int row) {
        return new SubmissionFormatException("column `" + given.name() + "` holds `" + Column.shortened(given.text(row))
                + "`, which is no id of the test set; take the ids of the sample submission");
    }

    /**
     * Returns for each answer the row of the submission with its id, the n-th with the n-th where ids repeat.
     *
     * @throws SubmissionFormatException if both do not hold the same ids as often; the message names one that differs
     */
    public static int[] matched(Column wanted, Column given) {
        boolean sameSize = wanted.size() == given.size();
        int[] joined = sameSize ? HashJoin.rows(wanted, given, numeric(wanted, given)) : null;
        return joined == null ? lookedUp(wanted, given) : joined;
    }

    private static int[] lookedUp(Column wanted, Column given) {
        CellIndex index = new CellIndex(numeric(wanted, given));
        index.expect(wanted);
        int[] codes = index.addAll(wanted);
        int[] first = new int[index.size()];
        Arrays.fill(first, NONE);
        int[] next = new int[codes.length];
        for (int row = codes.length - 1; row >= 0; row--) {
            next[row] = first[codes[row]];
            first[codes[row]] = row;
        }
        int[] order = new int[codes.length];
        Arrays.fill(order, NONE);
        for (int row = 0; row < given.size(); row++) {
            int code = given.isMissing(row) ? NONE : index.find(given, row);
            if (code == NONE) {
                throw unknown(given, row);
            }
            int place = first[code];
            if (place == NONE) {
                throw new SubmissionFormatException("column `" + given.name() + "` holds `"
                        + Column.shortened(given.text(row)) + "` "
                        + (index.size() == codes.length ? "twice" : "more often than the test set does"));
            }
            order[place] = row;
            first[code] = next[place];
        }
        for (int place = 0; place < order.length; place++) {
            if (order[place] == NONE) {
                throw new SubmissionFormatException(
                        "no row for `" + Column.shortened(wanted.text(place)) + "` in column `" + given.name() + "`");
            }
        }
        return order;
    }

    /** Returns the rows in the order of their ids, as pandas sorts them: missing ones last, equal ones as they stand. */
    public static int[] sorted(Column ids) {
        return RowSort.rows(ids);
    }
}
