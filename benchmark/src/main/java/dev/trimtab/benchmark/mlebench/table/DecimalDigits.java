package dev.trimtab.benchmark.mlebench.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers with a given number of digits. */
public final class DecimalDigits {
    private DecimalDigits() {}

    /** Prints a number's cell as C's {@code %.<digits>g} prints the binary number nearest to it; empty stays empty. */
    public static String general(String cell, int digits) {
        if (cell.isEmpty()) {
            return cell;
        }
        BigDecimal rounded =
                new BigDecimal(Double.parseDouble(cell)).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        if (rounded.signum() == 0) {
            return cell.startsWith("-") ? "-0" : "0";
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        BigDecimal shortest = rounded.stripTrailingZeros();
        if (exponent >= -4 && exponent < digits) {
            return shortest.toPlainString();
        }
        String mantissa = shortest.scaleByPowerOfTen(-exponent).toPlainString();
        return mantissa + String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
