package dev.trimtab.benchmark.metric;

import dev.trimtab.benchmark.metric.Column.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The error of positions on the globe in metres, after the competition smartphone-decimeter-2022: in each trip the mean of
 * the median and of the 95th percentile of the great-circle distances, averaged over trips. 0 is perfect; NaN if a
 * coordinate is missing or infinite.
 *
 * @param trip the id column, which names the trip
 * @param latitude the column of the latitude in degrees
 * @param longitude the column of the longitude in degrees
 * @param time a column that a submission must have
 * @param byTime whether rows of a trip pair up by their time; else as they stand, as in MLE-bench
 */
record Haversine(String trip, String latitude, String longitude, String time, boolean byTime) implements Metric {
    private static final double RADIUS = 6_371_000;

    /** One degree as the nearest number of half precision. */
    private static final double HALF_DEGREE = 0x1.1ep-6;

    @Override
    public List<String> columns() {
        return List.of(time, latitude, longitude);
    }

    @Override
    public double score(Table answers, Table submission) {
        for (String name : List.of(latitude, longitude)) {
            if (!submission.column(name).isNumeric()) {
                throw new SubmissionFormatException("column `" + name + "` must hold numbers");
            }
        }
        CellIndex trips = new CellIndex(answers.column(trip).isNumeric());
        int[] codes = trips.addAll(answers.column(trip));
        double[] distances = distances(answers, submission);
        double sum = 0;
        for (int code = 0; code < trips.size(); code++) {
            int current = code;
            int[] rows = IntStream.range(0, codes.length)
                    .filter(row -> codes[row] == current)
                    .toArray();
            double[] sorted = IntStream.of(byTime ? inTime(answers, submission, rows) : rows)
                    .mapToDouble(row -> distances[row])
                    .sorted()
                    .toArray();
            sum += (quantile(sorted, 0.5) + quantile(sorted, 0.95)) / 2;
        }
        return sum / trips.size();
    }

    /** Returns the rows after checking that both sides tell of the same times there. */
    private int[] inTime(Table answers, Table submission, int[] rows) {
        double[] wanted = answers.column(time).select(rows).numbers();
        double[] given = submission.column(time).select(rows).numbers();
        if (!Arrays.equals(wanted, given)) {
            throw new SubmissionFormatException("column `" + time
                    + "` must hold the times of the sample submission, in its order within each trip");
        }
        return rows;
    }

    private double[] distances(Table answers, Table submission) {
        double[] latitudes = answers.column(latitude).numbers();
        double[] longitudes = answers.column(longitude).numbers();
        double[] givenNorths = radians(submission.column(latitude));
        double[] givenCosines = cosines(submission.column(latitude), givenNorths);
        double[] givenEasts = radians(submission.column(longitude));
        double[] distances = new double[latitudes.length];
        for (int row = 0; row < distances.length; row++) {
            double north = Math.toRadians(latitudes[row]);
            double up = Math.sin((givenNorths[row] - north) / 2);
            double along = Math.sin((givenEasts[row] - Math.toRadians(longitudes[row])) / 2);
            double chord = up * up + Math.cos(north) * givenCosines[row] * along * along;
            distances[row] = 2 * RADIUS * Math.asin(Math.sqrt(chord));
        }
        return distances;
    }

    /** Returns radians; of truth values in half precision, as NumPy does. */
    private static double[] radians(Column degrees) {
        DoubleUnaryOperator radians = degrees.kind() == Kind.BOOLEAN ? each -> each * HALF_DEGREE : Math::toRadians;
        return Arrays.stream(degrees.numbers()).map(radians).toArray();
    }

    private static double[] cosines(Column degrees, double[] radians) {
        // the cosine of one degree is 1 in half precision
        DoubleUnaryOperator cosine = degrees.kind() == Kind.BOOLEAN ? each -> 1 : Math::cos;
        return Arrays.stream(radians).map(cosine).toArray();
    }

    /** Returns a quantile by linear interpolation; NaN, which is sorted last, makes it NaN. */
    private static double quantile(double[] sorted, double share) {
        if (Double.isNaN(sorted[sorted.length - 1])) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }
}
