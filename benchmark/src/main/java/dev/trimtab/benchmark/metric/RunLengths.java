package dev.trimtab.benchmark.metric;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The marked pixels of a picture as run lengths, {@code start length} pairs counted from 1, as MLE-bench's graders decode
 * them: runs beyond the picture are cut, one length serves two starts, and a single number marks nothing.
 *
 * @param starts the first pixel of each run, from 0, rising
 * @param ends the pixel after each run
 */
@SuppressWarnings("ArrayRecordComponent") // lives within one call of score
record RunLengths(int[] starts, int[] ends) {
    /**
     * Returns the runs of a cell.
     *
     * @param pixels of the picture
     * @throws SubmissionFormatException if starts do not rise, numbers are not positive, or runs overlap
     */
    static RunLengths parse(String cell, int pixels) {
        long[] numbers = numbers(cell);
        long[] starts = every(numbers, 0);
        long[] lengths = every(numbers, 1);
        if (!IntStream.range(1, starts.length).allMatch(i -> starts[i - 1] <= starts[i])) {
            throw wrong("the starts must rise", cell);
        }
        if (Arrays.stream(numbers).anyMatch(number -> number <= 0)) {
            throw wrong("starts and lengths must be positive", cell);
        }
        if (starts.length == 1 && lengths.length == 0) {
            return new RunLengths(new int[0], new int[0]);
        }
        if (starts.length != lengths.length && lengths.length != 1) {
            throw wrong("a length is missing", cell);
        }
        int[] from = new int[starts.length];
        int[] to = new int[starts.length];
        for (int i = 0; i < starts.length; i++) {
            long length = lengths[Math.min(i, lengths.length - 1)];
            from[i] = (int) Math.min(starts[i] - 1, pixels);
            // NumPy's sum of 64 bits comes to lie below 0 where it overflows, so that such a run marks nothing
            long end = starts[i] - 1 + length;
            to[i] = end < 0 ? from[i] : (int) Math.min(end, pixels);
            if (i > 0 && from[i] < to[i - 1] && from[i] < to[i]) {
                throw wrong("runs overlap", cell);
            }
        }
        return new RunLengths(from, to);
    }

    /** Returns how many pixels are marked. */
    long count() {
        return IntStream.range(0, starts.length)
                .mapToLong(i -> ends[i] - starts[i])
                .sum();
    }

    /** Returns how many pixels both mark. */
    long common(RunLengths other) {
        long common = 0;
        int i = 0;
        int j = 0;
        while (i < starts.length && j < other.starts.length) {
            common += Math.max(0, Math.min(ends[i], other.ends[j]) - Math.max(starts[i], other.starts[j]));
            if (ends[i] < other.ends[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }

    private static long[] numbers(String cell) {
        List<String> words = PythonText.words(cell);
        try {
            // a start without a length marks nothing, wherever it lies
            return words.size() == 1
                    ? new long[] {
                        new BigInteger(words.get(0))
                                .min(BigInteger.valueOf(Long.MAX_VALUE))
                                .longValueExact()
                    }
                    : words.stream().mapToLong(Long::parseLong).toArray();
        } catch (NumberFormatException | ArithmeticException e) {
            throw wrong("only whole numbers are allowed", cell);
        }
    }

    private static long[] every(long[] numbers, int parity) {
        return IntStream.range(0, numbers.length)
                .filter(i -> i % 2 == parity)
                .mapToLong(i -> numbers[i])
                .toArray();
    }

    private static SubmissionFormatException wrong(String rule, String cell) {
        return new SubmissionFormatException(
                "run lengths are pairs `start length`; " + rule + ": `" + Column.shortened(cell) + "`");
    }
}
