package dev.trimtab.benchmark.metric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * 0.4 times the Dice coefficient and 0.6 times one minus the Hausdorff distance in space, after the competition
 * uw-madison-gi-tract-image-segmentation. An id is a stack and a slice, {@code <stack>_slice_<number>}; each stack is a
 * unit cube and its distance is divided by the cube's diagonal. Rows and stacks where neither side marks anything do not
 * count. 1 is perfect; NaN if no row is compared. Pairs rows itself.
 *
 * @param id the id column
 * @param target the column of the masks, run lengths down the columns first
 * @param kind the column that names what is marked
 * @param merged whether a slice's masks of all kinds are merged before distances are taken, as in MLE-bench's grader; else
 *     each kind has a stack of its own
 * @param byPosition whether rows pair up as they stand and missing or further ones are left out, as there; else by id and
 *     kind
 */
record DiceHausdorff(String id, String target, String kind, boolean merged, boolean byPosition) implements Metric {
    private static final String HEIGHT = "image_height";
    private static final String WIDTH = "image_width";
    private static final double DICE_WEIGHT = 0.4;
    private static final double TOO_LARGE = 10;

    /** One row: where it belongs, and its mask. */
    private record Row(String stack, String slice, int height, int width, RunLengths mask) {}

    @Override
    public List<String> columns() {
        return List.of(kind, target);
    }

    @Override
    public List<String> truthColumns() {
        return List.of(kind, target, HEIGHT, WIDTH);
    }

    @Override
    public double score(Table answers, Table submission) {
        if (submission.column(id).hasMissing()) {
            throw new SubmissionFormatException("column `" + id + "` must hold an id in every row");
        }
        Table given = byPosition ? submission : submission.select(byIdAndKind(answers, submission));
        int rows = Math.min(answers.size(), given.size());
        List<Row> truth = rows(answers, answers, answers.size());
        List<Row> predicted = rows(answers, given, rows);
        double dice = IntStream.range(0, rows)
                .mapToDouble(
                        row -> dice(truth.get(row).mask(), predicted.get(row).mask()))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
        double distance = distance(stacks(truth), stacks(predicted));
        return DICE_WEIGHT * dice + (1 - DICE_WEIGHT) * (1 - distance);
    }

    private int[] byIdAndKind(Table answers, Table submission) {
        IdPairing.requireSameSize(answers, submission);
        return IdPairing.matched(joined(answers), joined(submission));
    }

    private Column joined(Table table) {
        return Column.of(
                id,
                IntStream.range(0, table.size())
                        .mapToObj(row -> table.column(id).text(row) + " "
                                + table.column(kind).text(row))
                        .toArray(String[]::new));
    }

    private List<Row> rows(Table answers, Table masks, int count) {
        Column ids = masks.column(id);
        if (ids.isNumeric()) {
            throw new SubmissionFormatException("column `" + id + "` must hold the names of slices but holds numbers");
        }
        Column kinds = masks.column(kind);
        Column cells = TextCells.required(masks.column(target));
        double[] heights = answers.column(HEIGHT).finiteNumbers();
        double[] widths = answers.column(WIDTH).finiteNumbers();
        return IntStream.range(0, count)
                .mapToObj(row -> {
                    int height = (int) heights[row];
                    int width = (int) widths[row];
                    String slice = ids.text(row);
                    String stack = slice.split("_slice_", 2)[0] + (merged ? "" : " " + kinds.text(row));
                    return new Row(
                            stack,
                            slice,
                            height,
                            width,
                            RunLengths.parse(TextCells.orEmpty(cells, row), height * width));
                })
                .toList();
    }

    private static double dice(RunLengths truth, RunLengths predicted) {
        double marked = truth.count() + predicted.count();
        return marked == 0 ? Double.NaN : 2 * truth.common(predicted) / marked;
    }

    /** Returns the stacks in the order of their first slices. */
    private static List<VoxelMask> stacks(List<Row> rows) {
        Map<String, List<Row>> slices = new TreeMap<>();
        rows.forEach(row ->
                slices.computeIfAbsent(row.slice(), slice -> new ArrayList<>()).add(row));
        Map<String, Map<String, List<Row>>> stacks = new LinkedHashMap<>();
        slices.values()
                .forEach(ofSlice ->
                        ofSlice.forEach(row -> stacks.computeIfAbsent(row.stack(), stack -> new LinkedHashMap<>())
                                .computeIfAbsent(row.slice(), slice -> new ArrayList<>())
                                .add(row)));
        return stacks.values().stream().map(DiceHausdorff::stack).toList();
    }

    private static VoxelMask stack(Map<String, List<Row>> slices) {
        Row first = slices.values().iterator().next().get(0);
        VoxelMask stack = new VoxelMask(slices.size(), first.height(), first.width());
        int number = 0;
        for (List<Row> slice : slices.values()) {
            for (Row row : slice) {
                if (row.height() != first.height() || row.width() != first.width()) {
                    throw new SubmissionFormatException(
                            "the rows must stand in the order of the sample submission: pictures of unequal size meet in `"
                                    + row.stack() + "`");
                }
                stack.mark(number, row.mask());
            }
            number++;
        }
        return stack;
    }

    private static double distance(List<VoxelMask> truth, List<VoxelMask> predicted) {
        return IntStream.range(0, Math.min(truth.size(), predicted.size()))
                .mapToDouble(i -> distance(truth.get(i), predicted.get(i)))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private static double distance(VoxelMask truth, VoxelMask predicted) {
        if (truth.count() == 0 && predicted.count() == 0) {
            return Double.NaN;
        }
        if (truth.isSame(predicted)) {
            return 0;
        }
        if (truth.count() == 0 || predicted.count() == 0 || predicted.count() > TOO_LARGE * truth.count()) {
            return 1;
        }
        if (!truth.hasSizeOf(predicted)) {
            throw new SubmissionFormatException(
                    "the rows must stand in the order of the sample submission: stacks of unequal picture size meet");
        }
        return truth.hausdorff(predicted) / Math.sqrt(3);
    }
}
