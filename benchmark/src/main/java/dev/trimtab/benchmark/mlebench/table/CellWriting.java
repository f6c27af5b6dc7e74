package dev.trimtab.benchmark.mlebench.table;

import dev.trimtab.benchmark.metric.Column;
import dev.trimtab.benchmark.metric.Column.Kind;
import dev.trimtab.benchmark.metric.PandasText;
import dev.trimtab.benchmark.mlebench.table.Reading.Precision;

/** A cell as pandas writes what it has read: missing ones empty, numbers by their shortest digits. */
final class CellWriting {
    /** Decimals of so many digits are told apart by double precision, so the shortest form is their own. */
    private static final int EXACT_DIGITS = 15;

    private CellWriting() {}

    static String written(Kind kind, Precision precision, String cell) {
        if (ColumnScan.isMissing(cell)) {
            return "";
        }
        return switch (kind) {
            case TEXT -> cell;
            case BOOLEAN -> cell.equalsIgnoreCase("true") ? "True" : "False";
            case INTEGER -> isPlainWhole(cell) ? cell : whole(cell);
            case REAL ->
                precision == Precision.ROUND_TRIP && isShortDecimal(cell)
                        ? cell
                        : PandasText.real(number(precision, cell));
        };
    }

    /** Returns a whole number as a real one. */
    static String widened(String cell) {
        return ColumnScan.isMissing(cell) ? "" : PandasText.real((double) Long.parseLong(cell.strip()));
    }

    /** Returns a cell's number as pandas parses it. */
    static double number(Precision precision, String cell) {
        return precision == Precision.FAST ? FastDecimal.parse(cell) : Column.number(cell);
    }

    /** Returns a whole number without what is superfluous; truth values in a column of whole numbers are 1 and 0. */
    private static String whole(String cell) {
        boolean truth = Character.isLetter(cell.charAt(0));
        return Long.toString(truth ? (long) Column.number(cell) : Long.parseLong(cell.strip()));
    }

    private static boolean isPlainWhole(String cell) {
        int start = cell.charAt(0) == '-' ? 1 : 0;
        char first = start < cell.length() ? cell.charAt(start) : ' ';
        boolean leadingZero = first == '0' && (cell.length() > start + 1 || start == 1);
        return first >= '0' && first <= '9' && !leadingZero && !Character.isWhitespace(cell.charAt(cell.length() - 1));
    }

    /** Returns whether a cell is such as 12.5 or -0.003: few digits, none superfluous, no exponent to write. */
    private static boolean isShortDecimal(String cell) {
        int start = cell.charAt(0) == '-' ? 1 : 0;
        int point = cell.indexOf('.');
        int decimals = cell.length() - point - 1;
        if (point <= start || decimals < 1 || cell.length() - start > EXACT_DIGITS + 1) {
            return false;
        }
        for (int i = start; i < cell.length(); i++) {
            if (i != point && (cell.charAt(i) < '0' || cell.charAt(i) > '9')) {
                return false;
            }
        }
        boolean leadingZero = cell.charAt(start) == '0' && point > start + 1;
        boolean trailingZero = cell.charAt(cell.length() - 1) == '0' && decimals > 1;
        boolean small = cell.startsWith("0.000", start);
        return !leadingZero && !trailingZero && !small;
    }
}
