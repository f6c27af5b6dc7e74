package dev.trimtab.benchmark.grade;

import dev.trimtab.benchmark.metric.Column;
import dev.trimtab.benchmark.metric.Direction;
import dev.trimtab.benchmark.metric.SubmissionFormatException;
import dev.trimtab.runtime.UserError;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * The scores that a submission is compared with, by place: a reference population or a snapshot of a public leaderboard.
 *
 * @param scores the first place's first, at least one; NaN where a place has none
 * @param direction which scores are better
 */
public record Leaderboard(List<Double> scores, Direction direction) {
    private static final String SCORE = "score";

    /** Checks that there is a score. */
    public Leaderboard {
        scores = List.copyOf(scores);
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("a leaderboard needs at least one score");
        }
    }

    /**
     * Returns the leaderboard of a file with a column {@code score}, best first.
     *
     * @throws UserError naming the file if it is malformed
     */
    static Leaderboard read(Path file, Direction direction) {
        return read(file, column -> {
            List<Double> scores =
                    DoubleStream.of(column.finiteNumbers()).boxed().toList();
            for (int i = 1; i < scores.size(); i++) {
                if (direction.isBetter(scores.get(i), scores.get(i - 1))) {
                    throw new IllegalArgumentException("a leaderboard must have the best score first but score "
                            + (i + 1) + " is better than the one before");
                }
            }
            return new Leaderboard(scores, direction);
        });
    }

    /**
     * Returns the leaderboard of a file with a column {@code score} as MLE-bench takes it: rows as they stand, gaps and all,
     * and lower scores are better if the first is lower than the last.
     *
     * @throws UserError naming the file if it is malformed
     */
    static Leaderboard readAsItStands(Path file) {
        return read(file, column -> {
            if (!column.isNumeric()) {
                throw new SubmissionFormatException("the column `score` holds text");
            }
            double[] scores = column.numbers();
            boolean lower = scores.length > 0 && scores[0] < scores[scores.length - 1];
            return new Leaderboard(
                    DoubleStream.of(scores).boxed().toList(), lower ? Direction.MINIMIZE : Direction.MAXIMIZE);
        });
    }

    private static Leaderboard read(Path file, Function<Column, Leaderboard> scores) {
        try {
            return scores.apply(SubmissionReader.read(file, Integer.MAX_VALUE, header -> {
                        requireScores(header);
                        return SCORE::equals;
                    })
                    .column(SCORE));
        } catch (SubmissionFormatException | IllegalArgumentException e) {
            throw new UserError(file + ": " + e.getMessage(), e);
        }
    }

    /** Returns the share in [0,1] of the scores that a score is better than, those equal to it counted half; of NaN 0. */
    public double shareBeaten(double score) {
        double beaten = 0;
        for (double other : scores) {
            if (direction.isBetter(score, other)) {
                beaten += 1;
            } else if (score == other) {
                beaten += 0.5;
            }
        }
        return beaten / scores.size();
    }

    /** Returns the rank of a score from 1, before all that are not better; NaN ranks last. */
    public int rank(double score) {
        return 1
                + (int) scores.stream()
                        .filter(rival -> Double.isNaN(score) || direction.isBetter(rival, score))
                        .count();
    }

    private static void requireScores(List<String> header) {
        if (!header.contains(SCORE)) {
            boolean pointer = header.get(0).contains("git-lfs");
            throw new SubmissionFormatException(
                    pointer
                            ? "is a pointer of Git LFS and not the file; run git lfs pull in that checkout"
                            : "has no column `score`");
        }
    }

    /** Returns the scores at MLE-bench's medal positions, and the median. */
    public Thresholds thresholds() {
        int n = scores.size();
        int[] positions = positions(n);
        double[] medals = Arrays.stream(positions)
                .mapToDouble(position -> scores.get(position - 1))
                .toArray();
        return new Thresholds(medals[0], medals[1], medals[2], median(), direction);
    }

    private double median() {
        double[] sorted = scores.stream()
                .mapToDouble(Double::doubleValue)
                .filter(score -> !Double.isNaN(score))
                .sorted()
                .toArray();
        int n = sorted.length;
        if (n == 0) {
            return Double.NaN;
        }
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    /** Returns the last positions, from 1, that win gold, silver and bronze among n, by Kaggle's rule as MLE-bench computes it. */
    static int[] positions(int n) {
        if (n < 100) {
            return new int[] {share(0.1, n), share(0.2, n), share(0.4, n)};
        }
        if (n < 250) {
            return new int[] {10, share(0.2, n), share(0.4, n)};
        }
        int gold = 10 + (int) (0.002 * n);
        return n < 1000 ? new int[] {gold, 50, 100} : new int[] {gold, share(0.05, n), share(0.1, n)};
    }

    private static int share(double fraction, int n) {
        return Math.max(1, (int) (fraction * n));
    }
}
