package dev.trimtab.benchmark.metric;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Numbers inside a cell, as Python's {@code float} reads them. */
final class PythonNumber {
    private PythonNumber() {}

    /**
     * Returns a number, which may be {@code nan} or {@code inf}.
     *
     * @throws SubmissionFormatException naming the column if it is none
     */
    static double parse(String text, String column) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Numeral.form(bytes, 0, bytes.length) != Numeral.Form.NONE) {
            return Numeral.value(bytes, 0, bytes.length);
        }
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (word.equals("nan") || word.equals("+nan") || word.equals("-nan")) {
            return Double.NaN;
        }
        throw new SubmissionFormatException(
                "a cell of column `" + column + "` holds `" + Column.shortened(text) + "` where a number is needed");
    }

    /** Returns numbers of consecutive pieces of a cell. */
    static double[] parse(String[] pieces, int from, int count, String column) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = parse(pieces[from + i], column);
        }
        return numbers;
    }

    /** Returns the pieces of a cell between single blanks, so many for each thing that it tells of. */
    static String[] pieces(String cell, int each, String column) {
        String[] pieces = PythonText.pieces(cell);
        if (pieces.length % each != 0) {
            throw new SubmissionFormatException("a cell of column `" + column + "` must hold " + each
                    + " values for each thing, between single blanks, but has " + pieces.length);
        }
        return pieces;
    }
}
