package dev.trimtab.benchmark.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The mean average precision of boxes as COCO's {@code COCOeval} computes it with one threshold, after the competition
 * vinbigdata-chest-xray-abnormalities-detection: the 100 surest boxes of a picture and label, 101 points of recall, mean
 * over the labels of the answers. 1 is perfect. Pairs rows itself: the answers hold one row a box.
 *
 * @param id the column that names the picture
 * @param target the submission's column of boxes: class, confidence, left, top, right, bottom, between single blanks
 * @param cornersAsSizes whether right and bottom are taken as width and height, as MLE-bench's grader does
 * @param numberedFromZero whether boxes are numbered from 0, as in MLE-bench's grader: COCO takes a match with box 0 for
 *     none, so the first true box is never found, and the first predicted one takes no true box from the others
 */
record CocoAveragePrecision(String id, String target, boolean cornersAsSizes, boolean numberedFromZero)
        implements Metric {
    private static final double LEAST_OVERLAP = 0.4;
    private static final int MOST_BOXES = 100;
    private static final double GREATEST_AREA = 1e10;
    private static final int RECALLS = 101;
    private static final int VALUES = 6;
    private static final List<String> CORNERS = List.of("x_min", "y_min", "x_max", "y_max");
    private static final String LABEL = "class_id";

    /** A box; {@code first} is the one numbered 0. */
    @SuppressWarnings("ArrayRecordComponent") // lives within one call of score
    private record Box(long label, double confidence, double[] corners, boolean first) {
        boolean isOutOfRange() {
            double area = (corners[2] - corners[0]) * (corners[3] - corners[1]);
            return area < 0 || area > GREATEST_AREA;
        }
    }

    /** What came of a predicted box: found, wrong, or neither. */
    private record Outcome(double confidence, boolean right, boolean ignored) {}

    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public List<String> truthColumns() {
        return List.of(LABEL, CORNERS.get(0), CORNERS.get(1), CORNERS.get(2), CORNERS.get(3));
    }

    @Override
    public double score(Table answers, Table submission) {
        CellIndex pictures = IdPairing.index(answers.column(id), submission.column(id));
        requireSamePictures(pictures, submission.column(id));
        List<Map<Long, List<Box>>> truth = truth(answers, pictures);
        List<Map<Long, List<Box>>> predicted = predictions(submission, pictures);
        TreeSet<Long> labels =
                truth.stream().flatMap(boxes -> boxes.keySet().stream()).collect(Collectors.toCollection(TreeSet::new));
        double sum = 0;
        int counted = 0;
        for (long label : labels) {
            List<Outcome> outcomes = new ArrayList<>();
            int sought = 0;
            for (int picture = 0; picture < truth.size(); picture++) {
                List<Box> right = truth.get(picture).getOrDefault(label, List.of());
                sought +=
                        (int) right.stream().filter(box -> !box.isOutOfRange()).count();
                outcomes.addAll(matched(right, predicted.get(picture).getOrDefault(label, List.of())));
            }
            if (sought > 0) {
                sum += averagePrecision(outcomes, sought);
                counted++;
            }
        }
        return counted == 0 ? -1 : sum / counted;
    }

    private static void requireSamePictures(CellIndex pictures, Column given) {
        IdPairing.requireKnown(pictures, given);
        CellIndex seen = new CellIndex(given.isNumeric());
        seen.addAll(given);
        if (seen.size() != pictures.size()) {
            throw new SubmissionFormatException("column `" + given.name() + "` must hold every id of the test set but "
                    + (pictures.size() - seen.size()) + " are missing");
        }
    }

    private List<Map<Long, List<Box>>> truth(Table answers, CellIndex pictures) {
        Column ids = answers.column(id);
        double[] labels = answers.column(LABEL).finiteNumbers();
        double[][] corners = CORNERS.stream()
                .map(name -> answers.column(name).finiteNumbers())
                .toArray(double[][]::new);
        List<Map<Long, List<Box>>> boxes = perPicture(pictures.size());
        // pictures and their boxes are numbered picture by picture, so the first row is the first box
        for (int row = 0; row < labels.length; row++) {
            double[] box = {corners[0][row], corners[1][row], corners[2][row], corners[3][row]};
            add(boxes.get(pictures.find(ids, row)), new Box((long) labels[row], 1, box, row == 0));
        }
        return boxes;
    }

    private List<Map<Long, List<Box>>> predictions(Table submission, CellIndex pictures) {
        Column ids = submission.column(id);
        Column cells = TextCells.requiredInEveryRow(submission.column(target));
        List<Map<Long, List<Box>>> boxes = perPicture(pictures.size());
        for (int row = 0; row < cells.size(); row++) {
            String[] pieces = PythonNumber.pieces(cells.text(row), VALUES, target);
            for (int at = 0; at < pieces.length; at += VALUES) {
                double[] n = PythonNumber.parse(pieces, at, VALUES, target);
                if (!Double.isFinite(n[0])) {
                    throw new SubmissionFormatException("a cell of column `" + target + "` has the class " + n[0]);
                }
                double[] corners = {n[2], n[3], n[4], n[5]};
                add(boxes.get(pictures.find(ids, row)), new Box((long) n[0], n[1], corners, row == 0 && at == 0));
            }
        }
        return boxes;
    }

    private static List<Map<Long, List<Box>>> perPicture(int count) {
        List<Map<Long, List<Box>>> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boxes.add(new HashMap<>());
        }
        return boxes;
    }

    private static void add(Map<Long, List<Box>> boxes, Box box) {
        boxes.computeIfAbsent(box.label(), label -> new ArrayList<>()).add(box);
    }

    /** Gives each predicted box, the surest first, the free true box that it overlaps most. */
    private List<Outcome> matched(List<Box> truth, List<Box> predicted) {
        List<Box> wanted =
                truth.stream().sorted(Comparator.comparing(Box::isOutOfRange)).toList();
        boolean[] taken = new boolean[wanted.size()];
        return predicted.stream()
                .sorted(Comparator.comparingDouble(box -> -box.confidence() + 0.0))
                .limit(MOST_BOXES)
                .map(box -> {
                    int match = match(box, wanted, taken);
                    if (match < 0) {
                        return new Outcome(box.confidence(), false, box.isOutOfRange());
                    }
                    Box found = wanted.get(match);
                    taken[match] = !(numberedFromZero && box.first());
                    boolean unseen = numberedFromZero && found.first();
                    return new Outcome(
                            box.confidence(), !unseen, found.isOutOfRange() || (unseen && box.isOutOfRange()));
                })
                .toList();
    }

    private int match(Box box, List<Box> wanted, boolean[] taken) {
        double best = LEAST_OVERLAP;
        int match = -1;
        for (int i = 0; i < wanted.size(); i++) {
            if (taken[i]) {
                continue;
            }
            if (match >= 0 && !wanted.get(match).isOutOfRange() && wanted.get(i).isOutOfRange()) {
                break;
            }
            double overlap = overlap(box.corners(), wanted.get(i).corners());
            if (overlap >= best) {
                best = overlap;
                match = i;
            }
        }
        return match;
    }

    private double overlap(double[] a, double[] b) {
        double widthOfA = cornersAsSizes ? a[2] : a[2] - a[0];
        double heightOfA = cornersAsSizes ? a[3] : a[3] - a[1];
        double widthOfB = cornersAsSizes ? b[2] : b[2] - b[0];
        double heightOfB = cornersAsSizes ? b[3] : b[3] - b[1];
        double width = Math.min(a[0] + widthOfA, b[0] + widthOfB) - Math.max(a[0], b[0]);
        double height = Math.min(a[1] + heightOfA, b[1] + heightOfB) - Math.max(a[1], b[1]);
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double common = width * height;
        return common / (widthOfA * heightOfA + widthOfB * heightOfB - common);
    }

    /** Returns the mean over points of recall of the best precision at that recall or beyond. */
    private static double averagePrecision(List<Outcome> outcomes, int sought) {
        List<Outcome> ranked = outcomes.stream()
                .sorted(Comparator.comparingDouble(outcome -> -outcome.confidence() + 0.0))
                .toList();
        double[] recall = new double[ranked.size()];
        double[] precision = new double[ranked.size()];
        double right = 0;
        double wrong = 0;
        for (int i = 0; i < recall.length; i++) {
            Outcome outcome = ranked.get(i);
            right += outcome.right() && !outcome.ignored() ? 1 : 0;
            wrong += !outcome.right() && !outcome.ignored() ? 1 : 0;
            recall[i] = right / sought;
            precision[i] = right / (right + wrong + Math.ulp(1.0));
        }
        for (int i = precision.length - 1; i > 0; i--) {
            precision[i - 1] = Math.max(precision[i - 1], precision[i]);
        }
        double sum = 0;
        int at = 0;
        for (int point = 0; point < RECALLS; point++) {
            double least = point * (1.0 / (RECALLS - 1));
            while (at < recall.length && recall[at] < least) {
                at++;
            }
            sum += at < recall.length ? precision[at] : 0;
        }
        return sum / RECALLS;
    }
}
