package dev.trimtab.benchmark.mlebench.table;

import dev.trimtab.benchmark.metric.Column;

/**
 * Decimals as pandas' default parser reads them: the first 17 digits as one binary number, scaled by one power of ten. Two
 * roundings can miss the nearest number.
 *
 * <p>Reference: {@code precise_xstrtod} of pandas' C tokenizer.
 */
final class FastDecimal {
    private static final int DIGITS = 17;
    private static final int GREATEST = 308;

    private FastDecimal() {}

    static double parse(String cell) {
        String text = cell.strip();
        boolean negative = text.startsWith("-");
        int at = negative || text.startsWith("+") ? 1 : 0;
        double number = 0;
        int digits = 0;
        int exponent = 0;
        boolean fraction = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                if (digits < DIGITS) {
                    number = number * 10 + (c - '0');
                    digits++;
                    exponent -= fraction ? 1 : 0;
                } else {
                    exponent += fraction ? 0 : 1;
                }
            } else if (c == '.' && !fraction) {
                fraction = true;
            } else {
                break;
            }
        }
        if (at < text.length()) {
            if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
                return Column.number(cell);
            }
            exponent += Integer.parseInt(text.substring(at + 1));
        }
        return scaled(negative ? -number : number, exponent);
    }

    private static double scaled(double number, int exponent) {
        if (exponent > GREATEST) {
            return number * Double.POSITIVE_INFINITY;
        }
        if (exponent < -GREATEST) {
            return number / power(-GREATEST - exponent) / power(GREATEST);
        }
        return exponent > 0 ? number * power(exponent) : number / power(-exponent);
    }

    private static double power(int exponent) {
        return exponent > GREATEST ? Double.POSITIVE_INFINITY : Double.parseDouble("1e" + exponent);
    }
}
