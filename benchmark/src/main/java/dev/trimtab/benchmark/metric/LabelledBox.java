package dev.trimtab.benchmark.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * A rectangle with a label and a confidence.
 *
 * @param label what it shows
 * @param confidence the higher the surer
 * @param left x of the left edge
 * @param top y of the upper edge
 * @param right x of the right edge
 * @param bottom y of the lower edge
 */
record LabelledBox(String label, double confidence, double left, double top, double right, double bottom) {
    private static final int VALUES = 6;

    /** Returns the boxes of a cell: label, confidence, left, top, right, bottom of each, between blanks. */
    static List<LabelledBox> parse(String cell, String column) {
        String[] words = PythonText.words(cell).toArray(String[]::new);
        if (words.length % VALUES != 0) {
            throw new SubmissionFormatException("a cell of column `" + column + "` must hold " + VALUES
                    + " values for each box but has " + words.length);
        }
        List<LabelledBox> boxes = new ArrayList<>();
        for (int at = 0; at < words.length; at += VALUES) {
            double[] n = PythonNumber.parse(words, at + 1, VALUES - 1, column);
            boxes.add(new LabelledBox(words[at], n[0], n[1], n[2], n[3], n[4]));
        }
        return boxes;
    }

    /** Returns the intersection over the union of two boxes; 0 where the union is empty or no number. */
    double overlap(LabelledBox other) {
        double width = Math.max(0, Math.min(right, other.right) - Math.max(left, other.left));
        double height = Math.max(0, Math.min(bottom, other.bottom) - Math.max(top, other.top));
        double common = width * height;
        double union = area() + other.area() - common;
        return union > 0 ? common / union : 0;
    }

    private double area() {
        return (right - left) * (bottom - top);
    }
}
