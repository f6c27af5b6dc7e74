package dev.trimtab.benchmark.metric;

import java.nio.charset.StandardCharsets;

/** Numbers as they stand in the bytes of a CSV file; what is one and what not is pandas' rule. */
final class Numeral {
    /** Numbers below this are exact as {@code double}. */
    private static final long EXACT = 1L << 53;

    /** How near to the middle between two numbers a quotient may lie, in units of the last place, to be sure of. */
    private static final double DOUBT = 0x1p-20;

    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final int MOST_WHOLE_DIGITS = 18;

    /** How many digits an exponent may have that leads no number of so few digits beyond {@code double}. */
    private static final int SMALL_EXPONENT = 2;

    private Numeral() {}

    /** What some bytes are. */
    enum Form {
        /** Digits, perhaps signed. */
        WHOLE,
        /** Another number, or infinity. */
        REAL,
        /** A number with so many digits before its point that 64 bits may not hold them. */
        LONG,
        /** A number above all of {@code double}: text to pandas, infinite to Python. */
        BEYOND,
        /** No number. */
        NONE
    }

    /** Returns what the bytes are; blanks around a number do no harm. */
    static Form form(byte[] bytes, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (to > from && isBlank(bytes[to - 1])) {
            to--;
        }
        int at = from;
        if (at < to && isSign(bytes[at])) {
            at++;
        }
        int digits = digits(bytes, at, to);
        int next = at + digits;
        if (next == to && digits > 0) {
            return digits <= MOST_WHOLE_DIGITS ? Form.WHOLE : great(bytes, from, to, Form.LONG);
        }
        Form real = digits <= MOST_WHOLE_DIGITS ? Form.REAL : Form.LONG;
        int fraction = 0;
        if (next < to && bytes[next] == '.') {
            fraction = digits(bytes, next + 1, to);
            next += 1 + fraction;
        }
        if (digits + fraction == 0) {
            return isInfinity(bytes, at, to) ? Form.REAL : Form.NONE;
        }
        if (next < to && (bytes[next] | 0x20) == 'e') {
            next++;
            if (next < to && isSign(bytes[next])) {
                next++;
            }
            int exponent = digits(bytes, next, to);
            if (exponent == 0) {
                return Form.NONE;
            }
            next += exponent;
            real = exponent > SMALL_EXPONENT && next == to ? great(bytes, from, to, real) : real;
        }
        if (next < to) {
            return Form.NONE;
        }
        return real == Form.LONG ? great(bytes, from, to, real) : real;
    }

    /** Returns the form of a number, {@link Form#BEYOND} if it is above all of {@code double}; below all is pandas' -inf. */
    private static Form great(byte[] bytes, int from, int to, Form form) {
        return any(bytes, from, to) == Double.POSITIVE_INFINITY ? Form.BEYOND : form;
    }

    /** Returns the nearest number to bytes that are one. */
    static double value(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        if (at < to && isSign(bytes[at])) {
            at++;
        }
        while (at < to && bytes[at] == '0') {
            at++;
        }
        int first = at;
        long whole = 0;
        while (at < to && isDigit(bytes[at])) {
            whole = 10 * whole + (bytes[at++] - '0');
        }
        int digits = at - first;
        int decimals = 0;
        if (at < to && bytes[at] == '.') {
            int point = ++at;
            while (digits == 0 && at < to && bytes[at] == '0') {
                at++;
            }
            first = at;
            while (at < to && isDigit(bytes[at])) {
                whole = 10 * whole + (bytes[at++] - '0');
            }
            digits += at - first;
            decimals = at - point;
        }
        if (at < to || digits > MOST_WHOLE_DIGITS || decimals >= TENS.length) {
            return any(bytes, from, to);
        }
        double size = quotient(whole, TENS[decimals]);
        if (Double.isNaN(size)) {
            return any(bytes, from, to);
        }
        return negative ? -size : size;
    }

    /** Returns the number nearest to a quotient; NaN if which one it is cannot be told. */
    private static double quotient(long whole, double ten) {
        double high = (double) whole;
        if (whole < EXACT) {
            // both are exact, so the one division rounds as it should (Clinger 1990)
            return high / ten;
        }
        double first = high / ten;
        double rest = Math.fma(-first, ten, high) + (whole - (long) high);
        double correction = rest / ten;
        double sum = first + correction;
        double off = Math.abs(correction - (sum - first));
        return Math.abs(off - Math.ulp(sum) / 2) < DOUBT * Math.ulp(sum) ? Double.NaN : sum;
    }

    private static double any(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.US_ASCII).strip();
        char end = text.charAt(text.length() - 1);
        if ((end >= '0' && end <= '9') || end == '.') {
            return Double.parseDouble(text);
        }
        return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    private static int digits(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isDigit(bytes[at])) {
            at++;
        }
        return at - from;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isInfinity(byte[] bytes, int from, int to) {
        String rest = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
        return rest.equalsIgnoreCase("inf") || rest.equalsIgnoreCase("infinity");
    }

    private static boolean isSign(byte b) {
        return b == '+' || b == '-';
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || (b >= '\t' && b <= '\r');
    }
}
