package dev.trimtab.benchmark.metric;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The Levenshtein distances of sequences of symbols, summed and divided by the length of all true sequences; 0 is perfect,
 * and it may exceed 1. Cells hold the symbols between blanks. With words as symbols it is the word or phoneme error rate of
 * speech recognition.
 *
 * @param target the column of the true and the predicted sequence
 * @param words whether symbols are any words, and a cell must hold one; else whole numbers, of which there may be none
 */
record SequenceErrorRate(String target, boolean words) implements Metric {
    /** Python takes whole numbers modulo this for their hash. */
    private static final BigInteger PRIME = BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);

    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        Column truth = answers.column(target);
        Column predicted = submission.column(target);
        if (words && predicted.hasMissing()) {
            throw new SubmissionFormatException(
                    "column `" + target + "` must hold symbols between blanks in every row but a cell is empty or NaN");
        }
        Map<String, Integer> numbers = new HashMap<>();
        double distances = 0;
        double length = 0;
        for (int row = 0; row < truth.size(); row++) {
            int[] right = sequence(truth, row, numbers);
            distances += EditDistance.of(right, sequence(predicted, row, numbers));
            length += right.length;
        }
        return distances / length;
    }

    private int[] sequence(Column column, int row, Map<String, Integer> numbers) {
        if (words) {
            return numbered(PythonText.words(column.text(row)).stream(), numbers);
        }
        String text = PandasText.of(column, row);
        try {
            return numbered(PythonText.words(text).stream().map(BigInteger::new).map(SequenceErrorRate::hash), numbers);
        } catch (NumberFormatException e) {
            throw new SubmissionFormatException("column `" + target
                    + "` must hold whole numbers between blanks in every row but one is `" + Column.shortened(text)
                    + "`");
        }
    }

    /** Returns what the original's library compares of a number: Python's hash. */
    private static String hash(BigInteger number) {
        return number.remainder(PRIME).toString();
    }

    private static int[] numbered(Stream<String> symbols, Map<String, Integer> numbers) {
        return symbols.mapToInt(symbol -> numbers.computeIfAbsent(symbol, s -> numbers.size()))
                .toArray();
    }
}
