package dev.trimtab.benchmark.metric;

/** Cells that must be text: pandas would read a column of numbers as numbers, which no text operation takes. */
final class TextCells {
    private TextCells() {}

    /** Returns the column if its cells are text or all are missing. */
    static Column required(Column column) {
        if (column.isNumeric() && !isEmpty(column)) {
            throw new SubmissionFormatException(
                    "column `" + column.name() + "` must hold text but every cell of it is a number or True/False");
        }
        return column;
    }

    /** Returns the column if its cells are text and none is missing. */
    static Column requiredInEveryRow(Column column) {
        if (column.hasMissing()) {
            throw new SubmissionFormatException(
                    "column `" + column.name() + "` must hold text in every row but a cell is empty or NaN");
        }
        return required(column);
    }

    /** Returns a cell's text, empty where it is missing. */
    static String orEmpty(Column column, int row) {
        return column.isMissing(row) ? "" : column.text(row);
    }

    private static boolean isEmpty(Column column) {
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                return false;
            }
        }
        return true;
    }
}
