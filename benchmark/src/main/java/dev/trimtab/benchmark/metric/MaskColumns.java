package dev.trimtab.benchmark.metric;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where submission and answers hold masks as run lengths.
 *
 * @param predicted the column of the submission
 * @param truth the column of the answers
 * @param height the column of the answers that holds a picture's height, or the height of all
 * @param width the same for the width
 * @param empty the mark of an empty mask, read as an empty text
 * @param missingIsEmpty whether a missing cell is an empty mask; else it is refused
 */
record MaskColumns(String predicted, String truth, String height, String width, String empty, boolean missingIsEmpty) {
    /** A pair of masks of one picture of so many pixels. */
    record Pair(RunLengths truth, RunLengths predicted, int pixels) {}

    /** Returns the columns of the answers that are read. */
    List<String> truthColumns() {
        return Stream.of(truth, height, width).filter(name -> !isNumber(name)).toList();
    }

    /** Returns the masks row by row. */
    List<Pair> pairs(Table answers, Table submission) {
        Column given = submission.column(predicted);
        if (missingIsEmpty) {
            TextCells.required(given);
        } else {
            TextCells.requiredInEveryRow(given);
        }
        Column right = answers.column(truth);
        double[] heights = sizes(answers, height);
        double[] widths = sizes(answers, width);
        return IntStream.range(0, answers.size())
                .mapToObj(row -> {
                    int pixels = Math.toIntExact(Math.round(heights[row] * widths[row]));
                    return new Pair(
                            RunLengths.parse(text(right, row), pixels),
                            RunLengths.parse(text(given, row), pixels),
                            pixels);
                })
                .toList();
    }

    private String text(Column column, int row) {
        String text = TextCells.orEmpty(column, row);
        return text.equals(empty) ? "" : text;
    }

    private static double[] sizes(Table answers, String name) {
        return isNumber(name)
                ? IntStream.range(0, answers.size())
                        .mapToDouble(row -> Double.parseDouble(name))
                        .toArray()
                : answers.column(name).finiteNumbers();
    }

    private static boolean isNumber(String name) {
        return name.chars().allMatch(Character::isDigit);
    }
}
