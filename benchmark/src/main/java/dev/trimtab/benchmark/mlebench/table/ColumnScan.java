package dev.trimtab.benchmark.mlebench.table;

import dev.trimtab.benchmark.metric.Column;
import dev.trimtab.benchmark.metric.Column.Kind;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the type of a column from its cells one after the other, as pandas types it when it reads a CSV file. */
final class ColumnScan {
    /** No mark of a missing value is longer. */
    private static final int LONGEST_MARK = 8;

    private static final Pattern WHOLE_PART = Pattern.compile("\\s*[-+]?0*(\\d*)(.*?)\\s*");
    private static final String GREATEST = Long.toUnsignedString(-1);

    private boolean missing;
    private boolean truth;
    private boolean whole;
    private boolean real;
    private boolean text;

    static ColumnScan[] ofColumns(int count) {
        ColumnScan[] scans = new ColumnScan[count];
        Arrays.setAll(scans, i -> new ColumnScan());
        return scans;
    }

    void add(String cell) {
        if (isMissing(cell)) {
            missing = true;
        } else if (!text) {
            switch (kindOf(cell)) {
                case BOOLEAN -> truth = true;
                case INTEGER -> whole = true;
                case REAL -> {
                    text = !real && isOutOfRange(cell);
                    real = true;
                }
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

    /** Returns whether all cells are whole numbers or missing: pandas reads them as such even where they then become real ones. */
    boolean isOfWholes() {
        return whole && !real && !truth && !text;
    }

    /** Returns whether pandas keeps the cells as objects: text, and truth values of which some are missing. */
    boolean isOfObjects() {
        return kind() == Kind.TEXT || (kind() == Kind.BOOLEAN && missing);
    }

    static boolean isMissing(String cell) {
        return cell.length() <= LONGEST_MARK && Column.isMissing(cell);
    }

    private static Kind kindOf(String cell) {
        int end = cell.length();
        int at = 0;
        while (at < end && isBlank(cell.charAt(at))) {
            at++;
        }
        while (end > at && isBlank(cell.charAt(end - 1))) {
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

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** Returns whether pandas gives up on a column at a number behind whole ones alone, since 64 bits do not hold its whole part. */
    private static boolean isOutOfRange(String cell) {
        Matcher parts = WHOLE_PART.matcher(cell);
        if (!parts.matches()) {
            return false;
        }
        String digits = parts.group(1);
        boolean above = digits.length() > GREATEST.length()
                || (digits.length() == GREATEST.length() && digits.compareTo(GREATEST) > 0);
        return above || (!digits.isEmpty() && parts.group(2).isEmpty());
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
        return cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false") ? Kind.BOOLEAN : Kind.TEXT;
    }

    private static int digitsFrom(String cell, int from, int end) {
        int at = from;
        while (at < end && cell.charAt(at) >= '0' && cell.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }
}
