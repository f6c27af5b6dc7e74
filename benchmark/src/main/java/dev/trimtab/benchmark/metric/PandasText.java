package dev.trimtab.benchmark.metric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Texts as pandas and Python make them of cells. */
public final class PandasText {
    /** No two decimals of so many digits are the same number, so a form no longer than this is the shortest. */
    private static final int SURE_DIGITS = 15;

    private static final int MOST_DIGITS = 17;

    private PandasText() {}

    /** Returns a present cell of a column of that type as pandas writes it. */
    public static String written(Column.Kind kind, String cell) {
        return switch (kind) {
            case TEXT -> cell;
            case BOOLEAN -> cell.equalsIgnoreCase("true") ? "True" : "False";
            case INTEGER -> new BigInteger(cell.strip()).toString();
            case REAL -> real(Column.number(cell));
        };
    }

    /** Returns a cell as pandas' {@code astype(str)} does: {@code nan} where it is missing. */
    static String of(Column column, int row) {
        return column.isMissing(row) ? "nan" : written(column.kind(), column.text(row));
    }

    /** Prints as Python's {@code repr}: the fewest digits that read back as the same number. */
    public static String real(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value > 0 ? "0.0" : "-0.0";
        }
        BigDecimal stripped = shortest(value).stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            return (stripped.scale() <= 0 ? stripped.setScale(1) : stripped).toPlainString();
        }
        String mantissa = stripped.scaleByPowerOfTen(-exponent).toPlainString();
        return mantissa + String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private static BigDecimal shortest(double value) {
        boolean normal = Math.abs(value) >= Double.MIN_NORMAL;
        BigDecimal javas = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (normal && javas.precision() <= SURE_DIGITS) {
            return javas;
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = normal ? SURE_DIGITS : 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded;
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
    }
}
