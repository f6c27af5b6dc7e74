package dev.trimtab.benchmark.competition;

import dev.trimtab.runtime.config.Default;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a submission is checked and paired with the answers before it is scored, and the metric's own options.
 *
 * @param pairing which row of the submission tells of which row of the answers
 * @param header which columns a submission may have
 * @param bounds the least and the greatest value of the scored columns; empty: any
 * @param rowSum what the scored columns of a row must sum to; absent: anything
 * @param options of the metric, by name
 * @param rounding how a report rounds the score
 * @param corrected what {@code --corrected-metrics} changes, where the original grader departs from its competition's metric
 */
public record Grading(
        @Default("ids") Pairing pairing,
        @Default("required") Header header,
        List<Double> bounds,
        Optional<RowSum> rowSum,
        Map<String, String> options,
        @Default("numpy") Rounding rounding,
        Optional<Correction> corrected) {
    /** Checks the bounds. */
    public Grading {
        if (!bounds.isEmpty() && (bounds.size() != 2 || !(bounds.get(0) < bounds.get(1)))) {
            throw new IllegalArgumentException("bounds must be two rising numbers but were " + bounds);
        }
    }

    /** Returns what {@code --corrected-metrics} makes of it. */
    public Grading with(boolean correctedMetrics) {
        return correctedMetrics
                ? corrected
                        .map(change -> new Grading(
                                change.pairing().orElse(pairing),
                                header,
                                bounds,
                                rowSum,
                                merged(options, change.options()),
                                rounding,
                                corrected))
                        .orElse(this)
                : this;
    }

    private static Map<String, String> merged(Map<String, String> options, Map<String, String> changes) {
        Map<String, String> merged = new HashMap<>(options);
        merged.putAll(changes);
        return merged;
    }

    /** To which number of five decimals a score is rounded, by the type of number that the original grader gives. */
    public enum Rounding {
        /** As NumPy rounds its own numbers: what is scaled by 100,000, itself rounded, goes to the nearest whole number. */
        NUMPY,
        /** As Python rounds a float: to the nearest decimal. */
        PYTHON;

        private static final int DECIMALS = 5;
        private static final double SCALE = 1e5;

        /** Returns the rounded score; of halves the one with an even last digit. */
        public double of(double score) {
            double scaled = score * SCALE;
            if (!Double.isFinite(scaled)) {
                return score;
            }
            return this == NUMPY
                    ? Math.rint(scaled) / SCALE
                    : new BigDecimal(score)
                            .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                            .doubleValue();
        }
    }

    /** Which row of a submission tells of which row of the answers. */
    public enum Pairing {
        /** The row with the same id; both sides hold the same ids as often. */
        IDS,
        /** Both sides hold the same set of ids; rows pair up in the order of their ids. */
        ID_SETS,
        /** The submission may hold more ids than the answers; rows of known ids pair up in the order of their ids. */
        KNOWN_IDS,
        /** Every row of the submission with the id of an answer; ids may repeat. */
        JOIN,
        /** Rows pair up in the order of their ids, which are not compared. */
        SORTED,
        /** Rows pair up as they stand; ids are not compared. */
        ROWS,
        /** Rows pair up as they stand, and must have the same id there. */
        ROWS_OF_IDS,
        /** The metric pairs rows itself. */
        METRIC
    }

    /** Which columns a submission may have. */
    public enum Header {
        /** Those that are scored, the id, and any other. */
        REQUIRED,
        /** Those that are scored and the id, in any order, and no other. */
        EXACT,
        /** Those that are scored and the id, the id first, and no other. */
        ID_FIRST,
        /** The id first, then the scored ones in their order, and no other. */
        ORDERED
    }

    /**
     * A row's values must sum to 1; exactly one of the two is given.
     *
     * @param tolerance |sum - 1| may be at most this plus 1e-5
     * @param digits the sum rounded to so many decimals must be 1
     */
    public record RowSum(Optional<Double> tolerance, Optional<Integer> digits) {
        /** Checks that one is given. */
        public RowSum {
            if (tolerance.isPresent() == digits.isPresent()) {
                throw new IllegalArgumentException("row-sum needs either tolerance or digits");
            }
        }
    }

    /**
     * What is different where the metric that the competition intends is wanted.
     *
     * @param pairing replaces the pairing
     * @param options replace or add to the metric's options
     */
    public record Correction(Optional<Pairing> pairing, Map<String, String> options) {}
}
