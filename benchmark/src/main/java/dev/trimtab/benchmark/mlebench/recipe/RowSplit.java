package dev.trimtab.benchmark.mlebench.recipe;

import dev.trimtab.benchmark.competition.split.TrainTestSplit;
import dev.trimtab.benchmark.metric.Column.Kind;
import dev.trimtab.benchmark.mlebench.recipe.Preparation.Split;
import dev.trimtab.benchmark.mlebench.table.PandasTable;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which rows of the raw table are in which part, in the order in which they are written.
 *
 * @param train row numbers
 * @param test row numbers
 */
@SuppressWarnings("ArrayRecordComponent") // up to 55 million row numbers
public record RowSplit(int[] train, int[] test) {
    /** Returns the split in the order of a table whose test rows are those with some cells in a column. */
    public static RowSplit byMembers(PandasTable table, String column, Set<String> test) throws IOException {
        List<String> values = new ArrayList<>();
        int[] codes = table.codes(column, values);
        BitSet held = new BitSet();
        for (int i = 0; i < values.size(); i++) {
            held.set(i, test.contains(values.get(i)));
        }
        return new RowSplit(
                IntStream.range(0, codes.length)
                        .filter(row -> !held.get(codes[row]))
                        .toArray(),
                IntStream.range(0, codes.length)
                        .filter(row -> held.get(codes[row]))
                        .toArray());
    }

    /** Returns a split whose parts are both in the order of the table. */
    public static RowSplit inOrder(TrainTestSplit split) {
        return new RowSplit(
                Arrays.stream(split.train()).sorted().toArray(),
                Arrays.stream(split.test()).sorted().toArray());
    }

    static RowSplit of(Split rule, PandasTable table, RawData raw) throws IOException {
        if (rule.distinct().isPresent()) {
            return byDistinct(rule, table, rule.distinct().get(), raw);
        }
        if (rule.groups().isPresent()) {
            return byGroups(rule, table, rule.groups().get(), raw);
        }
        TrainTestSplit split = split(rule, table.rows(), raw);
        if (rule.sort().isPresent()) {
            List<String> keys = table.column(rule.sort().get());
            return new RowSplit(sorted(split.train(), keys), sorted(split.test(), keys));
        }
        return new RowSplit(split.train(), split.test());
    }

    /** Returns the row numbers of a part. */
    int[] of(Part part, PandasTable table) {
        return switch (part) {
            case TRAIN -> train;
            case TEST -> test;
            default -> IntStream.range(0, table.rows()).toArray();
        };
    }

    private static RowSplit byDistinct(Split rule, PandasTable table, String column, RawData raw) throws IOException {
        List<String> values = new ArrayList<>();
        int[] codes = table.codes(column, values);
        TrainTestSplit split = split(rule, values.size(), raw);
        return new RowSplit(rowsOf(codes, split.train()), rowsOf(codes, split.test()));
    }

    private static int[] rowsOf(int[] codes, int[] chosen) {
        BitSet members = new BitSet();
        Arrays.stream(chosen).forEach(members::set);
        return IntStream.range(0, codes.length)
                .filter(row -> members.get(codes[row]))
                .toArray();
    }

    private static RowSplit byGroups(Split rule, PandasTable table, String column, RawData raw) throws IOException {
        List<String> keys = new ArrayList<>();
        int[] codes = table.codes(column, keys);
        int[] sorted = IntStream.range(0, keys.size())
                .boxed()
                .sorted(Comparator.comparing(keys::get, order(table, column)))
                .mapToInt(Integer::intValue)
                .toArray();
        TrainTestSplit split = split(rule, sorted.length, raw);
        int[] starts = starts(codes, keys.size());
        int[] byGroup = grouped(codes, starts);
        return new RowSplit(
                joined(split.train(), sorted, starts, byGroup), joined(split.test(), sorted, starts, byGroup));
    }

    private static int[] starts(int[] codes, int groups) {
        int[] starts = new int[groups + 1];
        for (int code : codes) {
            starts[code + 1]++;
        }
        for (int i = 0; i < groups; i++) {
            starts[i + 1] += starts[i];
        }
        return starts;
    }

    private static int[] grouped(int[] codes, int[] starts) {
        int[] next = starts.clone();
        int[] rows = new int[codes.length];
        for (int row = 0; row < codes.length; row++) {
            rows[next[codes[row]]++] = row;
        }
        return rows;
    }

    private static int[] joined(int[] chosen, int[] sorted, int[] starts, int[] byGroup) {
        return Arrays.stream(chosen)
                .map(place -> sorted[place])
                .flatMap(group -> Arrays.stream(byGroup, starts[group], starts[group + 1]))
                .toArray();
    }

    /** The order in which pandas sorts the keys of a column. */
    private static Comparator<String> order(PandasTable table, String column) {
        return table.kind(column) == Kind.INTEGER
                ? Comparator.comparingLong(Long::parseLong)
                : Comparator.naturalOrder();
    }

    private static int[] sorted(int[] rows, List<String> keys) {
        return Arrays.stream(rows)
                .boxed()
                .sorted(Comparator.comparing(keys::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static TrainTestSplit split(Split rule, int n, RawData raw) throws IOException {
        if (rule.testAsManyAs().isEmpty()) {
            return rule.of(n);
        }
        int others = raw.matching(rule.testAsManyAs().get()).size();
        try {
            return TrainTestSplit.of(n, (double) others / (n + others), rule.seed());
        } catch (IllegalArgumentException e) {
            throw new UserError("the raw data is too small to split: " + e.getMessage(), e);
        }
    }
}
