package dev.trimtab.benchmark.competition;

import dev.trimtab.runtime.config.Default;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How raw files become train and test: read, keep-top, label, drop, split, rename, in this order. Column names are those
 * of the raw files.
 *
 * @param source CSV files (also {@code .gz}), relative to the raw folder, concatenated in order; empty with a sheet
 * @param sheet tiles of one picture in place of tables
 * @param keepTop which rows to keep
 * @param label how the target is derived; absent: it is a column
 * @param rename new names of columns
 * @param drop columns to leave out
 * @param split which rows become the test set
 * @param write how the prepared files look
 */
public record Recipe(
        List<String> source,
        Optional<Sheet> sheet,
        Optional<KeepTop> keepTop,
        Optional<Label> label,
        Map<String, String> rename,
        List<String> drop,
        Split split,
        Output write) {
    /** Checks that there is one source of rows. */
    public Recipe {
        if (source.isEmpty() == sheet.isEmpty()) {
            throw new IllegalArgumentException("prepare needs either source or sheet");
        }
    }

    /** Returns the raw files, relative to the raw folder. */
    public List<String> rawFiles() {
        return sheet.map(picture -> List.of(picture.image(), picture.labels())).orElse(source);
    }

    /**
     * Square grey tiles, cut row by row from one picture, each one row of the table.
     *
     * @param image the picture, 8 bits grey
     * @param labels a CSV file whose row i tells of tile i
     * @param tile side of a tile in pixels
     * @param columns tiles in a row of the picture
     * @param shrink side of the pixel blocks that are replaced by their mean, a divisor of {@code tile}
     */
    public record Sheet(
            String image,
            String labels,
            int tile,
            int columns,
            @Default("1") int shrink) {
        /** Checks the sizes. */
        public Sheet {
            if (tile < 1 || columns < 1 || shrink < 1 || tile % shrink != 0) {
                throw new IllegalArgumentException(
                        "tile, columns and shrink must be positive and shrink divide tile but were " + tile + ", "
                                + columns + " and " + shrink);
            }
        }
    }

    /**
     * Keeps the rows of the most frequent values of a column; of equally frequent ones the alphabetically first.
     *
     * @param column the column
     * @param count how many values, at least 1
     */
    public record KeepTop(String column, int count) {}

    /**
     * Derives the target from another column, which is left out then.
     *
     * @param from the column
     * @param map labels of its values
     * @param otherwise the label of all other values
     */
    public record Label(String from, Map<String, String> map, String otherwise) {}

    /** How test rows are chosen. */
    public enum Rule {
        /** By scikit-learn's shuffled {@code train_test_split}. */
        RANDOM,
        /** The rows from a point in time on. */
        TIME
    }

    /**
     * Which rows become the test set.
     *
     * @param rule how they are chosen
     * @param testFraction rule random: share of the test rows, between 0 and 1
     * @param seed rule random: 0..2^32-1
     * @param orderBy rule time: numeric columns that order the rows
     * @param testFrom rule time: one column and its least value in the test set
     */
    public record Split(
            Rule rule,
            @Nullable Double testFraction,
            @Default("0") long seed,
            List<String> orderBy,
            Map<String, Double> testFrom) {
        /** Checks that the rule has what it needs. */
        public Split {
            if (rule == Rule.RANDOM && (testFraction == null || !(testFraction > 0 && testFraction < 1))) {
                throw new IllegalArgumentException("test-fraction must be between 0 and 1 for rule random");
            }
            if (rule == Rule.TIME && testFrom.size() != 1) {
                throw new IllegalArgumentException("test-from must name one column and a value for rule time");
            }
        }

        /** Returns the column of {@code test-from}. */
        String timeColumn() {
            return testFrom.keySet().iterator().next();
        }

        /** Returns the value of {@code test-from}. */
        double testStart() {
            return testFrom.values().iterator().next();
        }
    }

    /** What the prepared files look like. */
    public enum Style {
        /** New row numbers as ids, the target last, cells as in the raw files; answers hold id and target. */
        NUMBERED,
        /** As pandas writes what it has read, ids and columns kept; answers hold the whole test rows. */
        PANDAS
    }

    /**
     * How the prepared files are written.
     *
     * @param style what they look like
     * @param sample the target of every row of the sample submission; absent: the best constant of the training labels
     */
    public record Output(@Default("numbered") Style style, Optional<String> sample) {}
}
