package dev.trimtab.benchmark.metric;

import dev.trimtab.benchmark.metric.Column.Kind;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of a column of numbers that begins with whole ones of which some are long. pandas reads it as whole numbers of 64 bits
 * with a sign; at the first that these do not hold it begins anew without a sign, and keeps the cells as text where that fails too.
 */
final class LongNumbers {
    private static final Pattern NUMBER = Pattern.compile("\\s*([-+]?)(\\d*)(.*?)\\s*");

    private boolean missing;
    private boolean negative;
    private boolean overflowing;
    private boolean unsigned;

    private LongNumbers() {}

    /** Returns the type of cells that are all numbers or missing. */
    static Kind kind(Cells cells) {
        LongNumbers numbers = new LongNumbers();
        for (int cell = 0; cell < cells.size(); cell++) {
            if (Column.isMissing(cells, cell)) {
                numbers.missing = true;
                continue;
            }
            Kind kind = numbers.kindBy(cells.text(cell));
            if (kind != Kind.INTEGER) {
                return kind;
            }
        }
        return numbers.kindOfWholes();
    }

    /** Returns the type of the column as far as a cell decides it; {@link Kind#INTEGER} if it leaves that open. */
    private Kind kindBy(String cell) {
        Matcher parts = NUMBER.matcher(cell);
        if (!parts.matches()) {
            return Kind.TEXT;
        }
        boolean minus = parts.group(1).equals("-");
        boolean whole = parts.group(3).isEmpty();
        BigInteger size = new BigInteger("0" + parts.group(2));
        negative = negative || minus;
        if (!overflowing) {
            overflowing = (minus ? size.negate() : size).bitLength() >= Long.SIZE;
            if (!overflowing && !whole) {
                return Kind.REAL;
            }
        }
        // a minus is all that is looked at without a sign, whatever follows
        if (!overflowing || minus) {
            return Kind.INTEGER;
        }
        if (size.bitLength() > Long.SIZE) {
            return Kind.TEXT;
        }
        unsigned = unsigned || size.bitLength() == Long.SIZE;
        return whole ? Kind.INTEGER : Kind.REAL;
    }

    private Kind kindOfWholes() {
        if (!overflowing) {
            return missing ? Kind.REAL : Kind.INTEGER;
        }
        return negative || (unsigned && missing) ? Kind.TEXT : Kind.INTEGER;
    }
}
