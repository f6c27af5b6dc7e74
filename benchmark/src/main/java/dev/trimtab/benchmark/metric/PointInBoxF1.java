package dev.trimtab.benchmark.metric;

import java.util.List;

/**
 * The F1 score of labelled points, pooled over rows, after the competition kuzushiji-recognition: each true box takes the
 * first unused prediction with its label strictly inside it. Predicted cells hold label, x and y of each point, true cells
 * label, x, y, width and height of each box, between single blanks; missing ones hold none. 1 is perfect.
 *
 * @param target the column of boxes and points
 */
record PointInBoxF1(String target) implements Metric {
    private static final int POINT = 3;
    private static final int BOX = 5;

    @Override
    public List<String> columns() {
        return List.of(target);
    }

    @Override
    public double score(Table answers, Table submission) {
        Column truth = answers.column(target);
        Column predicted = TextCells.required(submission.column(target));
        double hits = 0;
        double boxes = 0;
        double points = 0;
        for (int row = 0; row < truth.size(); row++) {
            String[] right = pieces(truth, row, BOX);
            String[] given = pieces(predicted, row, POINT);
            hits += hits(right, given);
            boxes += (double) right.length / BOX;
            points += (double) given.length / POINT;
        }
        if (boxes == 0 || points == 0 || hits == 0) {
            return 0;
        }
        double precision = hits / points;
        double recall = hits / boxes;
        return 2 * precision * recall / (precision + recall);
    }

    private String[] pieces(Column column, int row, int each) {
        return column.isMissing(row) ? new String[0] : PythonNumber.pieces(column.text(row), each, target);
    }

    private int hits(String[] boxes, String[] points) {
        int count = points.length / POINT;
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = PythonNumber.parse(points[i * POINT + 1], target);
            y[i] = PythonNumber.parse(points[i * POINT + 2], target);
        }
        boolean[] used = new boolean[count];
        int hits = 0;
        for (int at = 0; at < boxes.length; at += BOX) {
            double[] box = PythonNumber.parse(boxes, at + 1, BOX - 1, target);
            for (int i = 0; i < count; i++) {
                boolean inside = box[0] < x[i] && x[i] < box[0] + box[2] && box[1] < y[i] && y[i] < box[1] + box[3];
                if (inside && !used[i] && points[i * POINT].equals(boxes[at])) {
                    used[i] = true;
                    hits++;
                    break;
                }
            }
        }
        return hits;
    }
}
