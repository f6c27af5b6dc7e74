package dev.trimtab.benchmark.contamination;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How well a model knows the texts of competitions, and whether it scores better where it knows them better: MLE-bench's study of familiarity.
 *
 * @param competitions one row each
 * @param correlation Pearson's, of familiarity and performance over the rows that have both; null with fewer than three, or without variation
 */
public record Familiarity(List<Row> competitions, @Nullable Double correlation) {
    private static final int FEWEST = 3;

    /**
     * One competition.
     *
     * @param id the competition
     * @param tokens how many tokens have a probability
     * @param familiarity mean probability of the next token
     * @param performance (score - sample's score) / (gold threshold - sample's score), 0 without a valid submission; null if no report tells it
     */
    public record Row(
            String id,
            int tokens,
            double familiarity,
            @Nullable Double performance) {
        /** Returns the row of texts whose tokens have these probabilities, at least one. */
        public static Row of(String id, List<Double> probabilities, @Nullable Double performance) {
            return new Row(
                    id,
                    probabilities.size(),
                    probabilities.stream().mapToDouble(each -> each).average().orElseThrow(),
                    performance);
        }

        /** Returns the row as a line for people. */
        public String line() {
            return String.format(
                    Locale.ROOT,
                    "  %-50s %7d tokens  familiarity %.4f  performance %s",
                    id,
                    tokens,
                    familiarity,
                    performance == null ? "-" : String.format(Locale.ROOT, "%+.3f", performance));
        }
    }

    /** Copies the rows. */
    public Familiarity {
        competitions = List.copyOf(competitions);
    }

    /** Returns the rows with their correlation. */
    public static Familiarity of(List<Row> rows) {
        List<double[]> points = new ArrayList<>();
        for (Row row : rows) {
            if (row.performance() != null) {
                points.add(new double[] {row.familiarity(), row.performance()});
            }
        }
        return new Familiarity(rows, points.size() < FEWEST ? null : pearson(points));
    }

    private static @Nullable Double pearson(List<double[]> points) {
        double meanX = points.stream().mapToDouble(point -> point[0]).average().orElseThrow();
        double meanY = points.stream().mapToDouble(point -> point[1]).average().orElseThrow();
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (double[] point : points) {
            xx += (point[0] - meanX) * (point[0] - meanX);
            yy += (point[1] - meanY) * (point[1] - meanY);
            xy += (point[0] - meanX) * (point[1] - meanY);
        }
        return xx == 0 || yy == 0 ? null : Double.valueOf(xy / Math.sqrt(xx * yy));
    }
}
