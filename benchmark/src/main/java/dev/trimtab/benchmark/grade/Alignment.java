package dev.trimtab.benchmark.grade;

import dev.trimtab.benchmark.competition.Grading.Pairing;
import dev.trimtab.benchmark.metric.CellIndex;
import dev.trimtab.benchmark.metric.Column;
import dev.trimtab.benchmark.metric.IdPairing;
import dev.trimtab.benchmark.metric.SubmissionFormatException;
import dev.trimtab.benchmark.metric.Table;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Answers and submission, row by row. Whole columns of numbers are compared as numbers: 7, 07 and 7.0 are one id.
 *
 * @param answers the true values
 * @param submission row i tells of row i of the answers
 */
record Alignment(Table answers, Table submission) {
    /**
     * Pairs the rows.
     *
     * @throws SubmissionFormatException if rows are missing, or ids are repeated or are not the answers'
     */
    static Alignment of(Pairing pairing, String id, Table answers, Table submission) {
        return switch (pairing) {
            case IDS -> byIds(id, answers, submission);
            case ID_SETS -> byIdSets(id, answers, submission);
            case KNOWN_IDS -> byKnownIds(id, answers, submission);
            case JOIN -> joined(id, answers, submission);
            case SORTED -> {
                IdPairing.requireSameSize(answers, submission);
                yield IdPairing.inOrder(answers.column(id), submission.column(id))
                        ? new Alignment(answers, submission)
                        : sorted(id, answers, submission);
            }
            case ROWS -> {
                IdPairing.requireSameSize(answers, submission);
                yield new Alignment(answers, submission);
            }
            case ROWS_OF_IDS -> byRowsOfIds(id, answers, submission);
            case METRIC -> new Alignment(answers, submission);
        };
    }

    private static Alignment byIds(String id, Table answers, Table submission) {
        IdPairing.requireSameSize(answers, submission);
        Column wanted = answers.column(id);
        Column given = submission.column(id);
        return new Alignment(
                answers,
                IdPairing.inOrder(wanted, given) ? submission : submission.select(IdPairing.matched(wanted, given)));
    }

    private static Alignment byIdSets(String id, Table answers, Table submission) {
        IdPairing.requireSameSize(answers, submission);
        if (IdPairing.inOrder(answers.column(id), submission.column(id))) {
            return new Alignment(answers, submission);
        }
        if (isUnique(answers.column(id))) {
            return byIds(id, answers, submission);
        }
        requireSameIds(id, answers, submission);
        return sorted(id, answers, submission);
    }

    private static boolean isUnique(Column ids) {
        CellIndex index = new CellIndex(ids.isNumeric());
        index.addAll(ids);
        return index.size() == ids.size();
    }

    private static void requireSameIds(String id, Table answers, Table submission) {
        Column given = submission.column(id);
        CellIndex wanted = IdPairing.index(answers.column(id), given);
        IdPairing.requireKnown(wanted, given);
        requireAll(wanted, answers.column(id), given);
    }

    private static void requireAll(CellIndex wanted, Column ids, Column given) {
        boolean[] seen = new boolean[wanted.size()];
        for (int row = 0; row < given.size(); row++) {
            int code = wanted.find(given, row);
            if (code >= 0) {
                seen[code] = true;
            }
        }
        for (int row = 0; row < ids.size(); row++) {
            if (!seen[wanted.find(ids, row)]) {
                throw new SubmissionFormatException(
                        "no row for `" + ids.text(row) + "` in column `" + given.name() + "`");
            }
        }
    }

    private static Alignment byKnownIds(String id, Table answers, Table submission) {
        Column given = submission.column(id);
        CellIndex wanted = IdPairing.index(answers.column(id), given);
        requireAll(wanted, answers.column(id), given);
        int[] known = IntStream.range(0, given.size())
                .filter(row -> wanted.find(given, row) >= 0)
                .toArray();
        Table kept = submission.select(known);
        // as many rows as different ids, all of them there: each stands once
        return known.length == answers.size() && wanted.size() == answers.size()
                ? byIds(id, answers, kept)
                : sorted(id, answers, kept);
    }

    private static Alignment joined(String id, Table answers, Table submission) {
        requireSameIds(id, answers, submission);
        Column given = submission.column(id);
        Column ids = answers.column(id);
        CellIndex wanted = IdPairing.index(ids, given);
        int[] rowOfCode = new int[wanted.size()];
        for (int row = 0; row < ids.size(); row++) {
            rowOfCode[wanted.find(ids, row)] = row;
        }
        int[] partners = IntStream.range(0, given.size())
                .map(row -> rowOfCode[wanted.find(given, row)])
                .toArray();
        return new Alignment(answers.select(partners), submission);
    }

    private static Alignment sorted(String id, Table answers, Table submission) {
        int rows = Math.min(answers.size(), submission.size());
        int[] truth = Arrays.copyOf(IdPairing.sorted(answers.column(id)), rows);
        int[] given = Arrays.copyOf(IdPairing.sorted(submission.column(id)), rows);
        return new Alignment(answers.select(truth), submission.select(given));
    }

    private static Alignment byRowsOfIds(String id, Table answers, Table submission) {
        IdPairing.requireSameSize(answers, submission);
        for (int row = 0; row < answers.size(); row++) {
            if (!answers.column(id).text(row).equals(submission.column(id).text(row))) {
                throw new SubmissionFormatException(
                        "row " + (row + 1) + " must have `" + answers.column(id).text(row) + "` in column `" + id
                                + "`: the order of the sample submission");
            }
        }
        return new Alignment(answers, submission);
    }
}
