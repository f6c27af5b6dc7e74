package dev.trimtab.benchmark.mlebench.table;

import dev.trimtab.benchmark.metric.Column;
import dev.trimtab.benchmark.metric.Column.Kind;

/** Finds the type of a column from its cells one after the other, as pandas types it when it reads a CSV file. */
final class ColumnScan {
    /** No mark of a missing value is longer. */
    private static final int LONGEST_MARK = 8;

    private boolean missing;
    private boolean truth;
    private boolean whole;
    private boolean real;
    private boolean text;

    void add(String cell) {
        if (isMissing(cell)) {
            missing = true;
        } else if (!text) {
            switch (kindOf(cell)) {
                case BOOLEAN -> truth = true;
                case INTEGER -> whole = true;
                case REAL -> real = true;
                case TEXT -> text = true;
            }
        }
    }

    Kind kind() {
        if (text || (truth && (whole || real))) {
            return Kind.TEXT;
        }
        if (truth) {
            return Kind.BOOLEAN;
        }
        return whole && !real && !missing ? Kind.INTEGER : Kind.REAL;
    }

    static boolean isMissing(String cell) {
        return cell.length() <= LONGEST_MARK && Column.isMissing(cell);
    }

    private static Kind kindOf(String cell) {
        int end = cell.length();
        int at = 0;
        while (at < end && Character.isWhitespace(cell.charAt(at))) {
            at++;
        }
        while (end > at && Character.isWhitespace(cell.charAt(end - 1))) {
            end--;
        }
        if (at < end && (cell.charAt(at) == '-' || cell.charAt(at) == '+')) {
            at++;
        }
        int digits = digitsFrom(cell, at, end);
        if (digits > 0 && at + digits == end && (digits < 19 || isLong(cell))) {
            return Kind.INTEGER;
        }
        return isReal(cell, at, end, digits) ? Kind.REAL : otherKind(cell, at, end);
    }

    private static boolean isLong(String cell) {
        try {
            Long.parseLong(cell.strip());
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isReal(String cell, int start, int end, int digits) {
        int at = start + digits;
        int all = digits;
        if (at < end && cell.charAt(at) == '.') {
            int decimals = digitsFrom(cell, at + 1, end);
            all += decimals;
            at += 1 + decimals;
        }
        if (all == 0) {
            return false;
        }
        if (at < end && (cell.charAt(at) == 'e' || cell.charAt(at) == 'E')) {
            at++;
            if (at < end && (cell.charAt(at) == '-' || cell.charAt(at) == '+')) {
                at++;
            }
            int exponent = digitsFrom(cell, at, end);
            return exponent > 0 && at + exponent == end;
        }
        return at == end;
    }

    private static Kind otherKind(String cell, int start, int end) {
        String word = end - start <= LONGEST_MARK ? cell.substring(start, end) : "";
        if (word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("infinity")) {
            return Kind.REAL;
        }
        return switch (cell) {
            case "True", "TRUE", "true", "False", "FALSE", "false" -> Kind.BOOLEAN;
            default -> Kind.TEXT;
        };
    }

    private static int digitsFrom(String cell, int from, int end) {
        int at = from;
        while (at < end && cell.charAt(at) >= '0' && cell.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }
}
