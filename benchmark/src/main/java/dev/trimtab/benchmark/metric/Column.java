package dev.trimtab.benchmark.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One column of a table, typed as pandas types it when it reads a CSV file: one cell of text makes the whole column text.
 */
public final class Column {
    /** What all present cells of a column are. */
    public enum Kind {
        /** True and False. */
        BOOLEAN,
        /** Whole numbers, none missing. */
        INTEGER,
        /** Numbers, or whole numbers of which some are missing, or nothing at all. */
        REAL,
        /** Anything else. */
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
    private static final Pattern INTEGER = Pattern.compile("\\s*[+-]?\\d{1,18}\\s*");
    private static final Pattern REAL = Pattern.compile(
            "\\s*[+-]?(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?|inf(?:inity)?)\\s*", Pattern.CASE_INSENSITIVE);

    private final String name;
    private final String[] cells;
    private final Kind kind;

    Column(String name, String[] cells) {
        this.name = name;
        this.cells = cells;
        this.kind = kindOf(cells);
    }

    /** Returns a column of these cells, for those that hold no table. */
    public static Column of(String name, String... cells) {
        return new Column(name, cells.clone());
    }

    /** Returns the type. */
    public Kind kind() {
        return kind;
    }

    /** Returns the number of cells. */
    public int size() {
        return cells.length;
    }

    /** Returns a cell as it stands in the file. */
    public String text(int row) {
        return cells[row];
    }

    /** Returns whether a cell says that there is no value: empty, or one of the marks that pandas knows. */
    public boolean isMissing(int row) {
        return isMissing(cells[row]);
    }

    /** Returns whether a cell's text says that there is no value. */
    public static boolean isMissing(String cell) {
        return MISSING.contains(cell);
    }

    /**
     * Returns the cells as numbers, True as 1 and False as 0.
     *
     * @throws SubmissionFormatException if a cell is missing, infinite or no number
     */
    public double[] finiteNumbers() {
        double[] numbers = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            numbers[i] = number(cells[i]);
            if (!Double.isFinite(numbers[i])) {
                throw new SubmissionFormatException("column `" + name + "` must hold a finite number in every row but "
                        + (isMissing(i) ? "a cell is empty or NaN" : "one is `" + shortened(cells[i]) + "`"));
            }
        }
        return numbers;
    }

    /** Returns a cell's value as a number, True as 1, False as 0; NaN if it is missing or no number. */
    public static double number(String cell) {
        if (isBoolean(cell)) {
            return cell.length() == 4 ? 1 : 0;
        }
        if (isMissing(cell) || !REAL.matcher(cell).matches()) {
            return Double.NaN;
        }
        String number = cell.strip().toLowerCase(Locale.ROOT);
        if (number.contains("inf")) {
            return number.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(number);
    }

    private static String shortened(String cell) {
        return cell.length() <= 40 ? cell : cell.substring(0, 40) + "...";
    }

    private static Kind kindOf(String[] cells) {
        String[] present = Arrays.stream(cells).filter(cell -> !isMissing(cell)).toArray(String[]::new);
        if (present.length > 0 && Arrays.stream(present).allMatch(Column::isBoolean)) {
            return Kind.BOOLEAN;
        }
        if (present.length == cells.length
                && Arrays.stream(present).allMatch(cell -> INTEGER.matcher(cell).matches())) {
            return Kind.INTEGER;
        }
        return Arrays.stream(present).allMatch(cell -> REAL.matcher(cell).matches()) ? Kind.REAL : Kind.TEXT;
    }

    private static boolean isBoolean(String cell) {
        return switch (cell) {
            case "True", "TRUE", "true", "False", "FALSE", "false" -> true;
            default -> false;
        };
    }
}
