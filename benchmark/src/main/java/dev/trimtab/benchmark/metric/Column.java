package dev.trimtab.benchmark.metric;

import dev.trimtab.benchmark.metric.Numeral.Form;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table, typed as pandas types it when it reads a CSV file: one cell of text makes the whole column text, and so
 * does a number above all of {@code double}, or one that 64 bits do not hold behind whole numbers alone ({@link LongNumbers}).
 */
public final class Column {
    /** What all present cells of a column are. */
    public enum Kind {
        /** True and False. */
        BOOLEAN,
        /** Whole numbers that 64 bits hold, with a sign or without one, none missing. */
        INTEGER,
        /** Numbers, or whole numbers of which some are missing, or nothing at all. */
        REAL,
        /** Anything else, and a column without cells. */
        TEXT
    }

    private static final Set<String> MISSING = Set.of(
            "",
            "#N/A",
            "#N/A N/A",
            "#NA",
            "-1.#IND",
            "-1.#QNAN",
            "-NaN",
            "-nan",
            "1.#IND",
            "1.#QNAN",
            "<NA>",
            "N/A",
            "NA",
            "NULL",
            "NaN",
            "None",
            "n/a",
            "nan",
            "null");
    private static final int LONGEST_MISSING = 9;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int MOST_NAMES = 20;

    /** A step of MurmurHash3's finalizer: hashes that differ in few places come to differ in many. */
    private static final long MIX = 0xff51afd7ed558ccdL;

    private final String name;
    private final Cells cells;
    private final int @Nullable [] rows;
    private final Kind kind;

    private final Values values;

    private Column(String name, Cells cells, int @Nullable [] rows, Kind kind, Values values) {
        this.name = name;
        this.cells = cells;
        this.rows = rows;
        this.kind = kind;
        this.values = values;
    }

    /** The values of all cells, whatever rows are selected; found when they are first asked for. */
    private static final class Values {
        private final Cells cells;
        private final Kind kind;
        private volatile double @Nullable [] found;

        Values(Cells cells, Kind kind) {
            this.cells = cells;
            this.kind = kind;
        }

        double[] all() {
            double[] values = found;
            if (values == null) {
                values = new double[cells.size()];
                Arrays.parallelSetAll(values, cell -> number(cells, kind, cell));
                found = values;
            }
            return values;
        }
    }

    /** Returns a column of all these cells. */
    static Column of(String name, Cells cells) {
        Kind kind = kindOf(cells);
        return new Column(name, cells, /* rows= */ null, kind, new Values(cells, kind));
    }

    /** Returns a column of these cells, for those that hold no table. */
    public static Column of(String name, String... texts) {
        Cells cells = new Cells();
        for (String text : texts) {
            cells.add(text);
        }
        return of(name, cells);
    }

    /** Returns the cells of the given rows in the given order; the column keeps its type. */
    Column select(int[] order) {
        int[] chosen = rows == null
                ? order
                : Arrays.stream(order).map(row -> rows[row]).toArray();
        return new Column(name, cells, chosen, kind, values);
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the type. */
    public Kind kind() {
        return kind;
    }

    /** Returns whether the cells are numbers or truth values, as pandas' {@code is_numeric_dtype} tells. */
    public boolean isNumeric() {
        return kind != Kind.TEXT;
    }

    /** Returns the number of cells. */
    public int size() {
        return rows == null ? cells.size() : rows.length;
    }

    private int cell(int row) {
        return rows == null ? row : rows[row];
    }

    /** Returns a cell as it stands in the file. */
    public String text(int row) {
        return cells.text(cell(row));
    }

    /** Returns whether a cell says that there is no value: empty, or one of the marks that pandas knows. */
    public boolean isMissing(int row) {
        return isMissing(cells, cell(row));
    }

    static boolean isMissing(Cells cells, int cell) {
        return isMissing(cells.block(cell), cells.start(cell), cells.end(cell));
    }

    /** Returns whether a cell's text says that there is no value. */
    public static boolean isMissing(String cell) {
        return MISSING.contains(cell);
    }

    /** Returns whether any cell says that there is no value. */
    public boolean hasMissing() {
        for (int row = 0; row < size(); row++) {
            if (isMissing(row)) {
                return true;
            }
        }
        return false;
    }

    /** Returns a text's value as a number, True as 1, False as 0; NaN if it is missing or no number. */
    public static double number(String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        if (isBoolean(cell)) {
            return cell.length() == 4 ? 1 : 0;
        }
        return isMissing(cell) || Numeral.form(bytes, 0, bytes.length) == Form.NONE
                ? Double.NaN
                : Numeral.value(bytes, 0, bytes.length);
    }

    /** Returns a cell's value as a number, True as 1 and False as 0; NaN if it is missing or no number. */
    public double number(int row) {
        return number(cells, kind, cell(row));
    }

    /** Returns the same, keeping the numbers of all cells for the next time. */
    private double value(int row) {
        return values.all()[cell(row)];
    }

    private static double number(Cells cells, Kind kind, int cell) {
        byte[] bytes = cells.block(cell);
        int start = cells.start(cell);
        int end = cells.end(cell);
        boolean missing = kind != Kind.INTEGER && isMissing(bytes, start, end);
        if (missing || (kind == Kind.TEXT && Numeral.form(bytes, start, end) == Form.NONE)) {
            return Double.NaN;
        }
        if (kind == Kind.BOOLEAN) {
            return end - start == 4 ? 1 : 0;
        }
        return Numeral.value(bytes, start, end);
    }

    /** Returns the cells as numbers, not to be written to: True as 1 and False as 0; NaN where one is missing or no number. */
    public double[] numbers() {
        double[] all = values.all();
        if (rows == null) {
            return all;
        }
        double[] selected = new double[rows.length];
        for (int row = 0; row < selected.length; row++) {
            selected[row] = all[rows[row]];
        }
        return selected;
    }

    /**
     * Returns the cells as numbers, not to be written to: True as 1 and False as 0.
     *
     * @throws SubmissionFormatException if a cell is missing, infinite or no number
     */
    public double[] finiteNumbers() {
        double[] numbers = numbers();
        for (int row = 0; row < numbers.length; row++) {
            if (!Double.isFinite(numbers[row])) {
                throw new SubmissionFormatException("column `" + name + "` must hold a finite number in every row but "
                        + (isMissing(row) ? "a cell is empty or NaN" : "one is `" + shortened(text(row)) + "`"));
            }
        }
        return numbers;
    }

    /** Returns a text's beginning, short enough for a message of one line: what a terminal would obey is shown as a replacement. */
    static String shortened(String cell) {
        String start = cell.length() <= 40 ? cell : cell.substring(0, 40) + "...";
        return CONTROL.matcher(start).replaceAll("\ufffd");
    }

    /** Returns the first names of a header, whoever wrote it, short enough for a message. */
    public static String listed(List<String> header) {
        String first = header.stream().limit(MOST_NAMES).map(Column::shortened).collect(Collectors.joining(", "));
        return header.size() <= MOST_NAMES ? first : first + " and " + (header.size() - MOST_NAMES) + " more";
    }

    /** Returns a hash of a cell that equal cells of equally typed columns share; all its bits depend on all of the cell. */
    long hash(int row, boolean numeric) {
        long hash = numeric ? Double.doubleToLongBits(value(row) + 0.0) : cells.hash(cell(row));
        hash = (hash ^ (hash >>> 33)) * MIX;
        return hash ^ (hash >>> 33);
    }

    /**
     * Returns a number that orders cells like {@link #compare} does, read without its sign: as numbers exactly, as text by the first
     * eight bytes.
     */
    long sortKey(int row, boolean numeric) {
        return numeric ? RadixSort.key(value(row)) : cells.firstBytes(cell(row));
    }

    /** Returns what equal cells of equally typed columns share besides their hash; as numbers no others do. */
    long checksum(int row, boolean numeric) {
        return numeric ? Double.doubleToLongBits(value(row) + 0.0) : cells.checksum(cell(row));
    }

    /** Returns whether two cells are equal as numbers or as text; -0 and 0 are. */
    static boolean equal(Column a, int rowOfA, Column b, int rowOfB, boolean numeric) {
        return numeric
                ? Double.compare(a.value(rowOfA) + 0.0, b.value(rowOfB) + 0.0) == 0
                : Cells.equal(a.cells, a.cell(rowOfA), b.cells, b.cell(rowOfB));
    }

    /** Compares two cells as numbers or as text by code points; -0 and 0 are equal, NaN is equal to nothing smaller. */
    static int compare(Column a, int rowOfA, Column b, int rowOfB, boolean numeric) {
        return numeric
                ? Double.compare(a.value(rowOfA) + 0.0, b.value(rowOfB) + 0.0)
                : Cells.compare(a.cells, a.cell(rowOfA), b.cells, b.cell(rowOfB));
    }

    private static boolean isMissing(byte[] bytes, int start, int end) {
        int length = end - start;
        return length == 0
                || (length <= LONGEST_MISSING
                        && mayBeMissing(bytes[start], bytes[end - 1])
                        && MISSING.contains(new String(bytes, start, length, StandardCharsets.UTF_8)));
    }

    private static boolean mayBeMissing(byte first, byte last) {
        return switch (first) {
            case '#', '<', 'N', 'n' -> true;
            // numbers begin so, too, but end in no letter
            case '-', '1' -> last > '9';
            default -> false;
        };
    }

    private static Kind kindOf(Cells cells) {
        boolean missing = false;
        boolean booleans = true;
        boolean wholes = true;
        boolean numbers = true;
        boolean present = false;
        boolean longs = false;
        for (int cell = 0; cell < cells.size() && (booleans || numbers); cell++) {
            byte[] bytes = cells.block(cell);
            int start = cells.start(cell);
            int end = cells.end(cell);
            if (isMissing(bytes, start, end)) {
                missing = true;
                continue;
            }
            present = true;
            booleans = booleans && isBoolean(bytes, start, end);
            if (numbers) {
                Form form = Numeral.form(bytes, start, end);
                numbers = form != Form.NONE && form != Form.BEYOND;
                longs = longs || (wholes && form == Form.LONG);
                wholes = wholes && form == Form.WHOLE;
            }
        }
        if (present && booleans) {
            return Kind.BOOLEAN;
        }
        if (!numbers || cells.size() == 0) {
            return Kind.TEXT;
        }
        if (longs) {
            return LongNumbers.kind(cells);
        }
        return wholes && !missing ? Kind.INTEGER : Kind.REAL;
    }

    private static boolean isBoolean(byte[] bytes, int start, int end) {
        int length = end - start;
        return (length == 4 || length == 5) && isBoolean(new String(bytes, start, length, StandardCharsets.UTF_8));
    }

    private static boolean isBoolean(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }
}
