package dev.trimtab.benchmark.competition;

import dev.trimtab.benchmark.metric.Column;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Cells as pandas writes them after {@code read_csv(float_precision="round_trip")} and {@code to_csv}: a column has one
 * type, missing cells are empty, whole numbers beside missing ones become {@code 39.0}, truth values True and False.
 */
public final class PandasCells {
    private static final int MOST_DIGITS = 17;

    private PandasCells() {}

    /** Returns the rows with every column rewritten. */
    static Rows of(Rows rows) {
        List<String[]> cells = new ArrayList<>();
        rows.cells().forEach(row -> cells.add(row.clone()));
        for (int at = 0; at < rows.header().size(); at++) {
            int column = at;
            Column typed = Column.of(
                    rows.header().get(at),
                    rows.cells().stream().map(row -> row[column]).toArray(String[]::new));
            for (int row = 0; row < cells.size(); row++) {
                cells.get(row)[column] = typed.isMissing(row) ? "" : written(typed.kind(), typed.text(row));
            }
        }
        return new Rows(rows.header(), cells);
    }

    private static String written(Column.Kind kind, String cell) {
        return switch (kind) {
            case TEXT -> cell;
            case BOOLEAN -> cell.equalsIgnoreCase("true") ? "True" : "False";
            case INTEGER -> Long.toString(Long.parseLong(cell.strip()));
            case REAL -> real(Column.number(cell));
        };
    }

    /** Prints as Python's {@code repr}: the fewest digits that read back as the same number. */
    public static String real(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value > 0 ? "0.0" : "-0.0";
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = exact;
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (shortest.doubleValue() == value) {
                break;
            }
        }
        BigDecimal stripped = shortest.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            return (stripped.scale() <= 0 ? stripped.setScale(1) : stripped).toPlainString();
        }
        String mantissa = stripped.scaleByPowerOfTen(-exponent).toPlainString();
        return mantissa + String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
