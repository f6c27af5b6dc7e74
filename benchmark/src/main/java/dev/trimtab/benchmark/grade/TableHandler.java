package dev.trimtab.benchmark.grade;

import dev.trimtab.benchmark.metric.ColumnNames;
import dev.trimtab.benchmark.metric.CsvTokenizer;
import dev.trimtab.benchmark.metric.SubmissionFormatException;
import dev.trimtab.benchmark.metric.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts the cells of a CSV file into a table as they are read, without making a text of each. */
final class TableHandler implements CsvTokenizer.Sink {
    private static final int MOST_COLUMNS = 10_000;

    private final int mostRows;
    private final Function<List<String>, Predicate<String>> wanted;
    private final List<String> header = new ArrayList<>();
    private Table.@Nullable Builder builder;

    /** The cells of the first row below the header, until it is known how many there are. */
    private final List<byte[]> first = new ArrayList<>();

    /** How many of them are more than the header has names: as many are the index of all rows to pandas, which writes it so. */
    private int unnamed = -1;

    /**
     * @param mostRows reading ends with the row after so many below the header
     * @param wanted tells from the header which columns are kept; it may refuse the file
     */
    TableHandler(int mostRows, Function<List<String>, Predicate<String>> wanted) {
        this.mostRows = mostRows;
        this.wanted = wanted;
    }

    @Override
    public void cell(int column, byte[] bytes, int from, int count) {
        if (builder == null) {
            if (column == MOST_COLUMNS) {
                throw new SubmissionFormatException("more than " + MOST_COLUMNS + " columns are not read");
            }
            header.add(new String(bytes, from, count, StandardCharsets.UTF_8));
        } else if (unnamed < 0) {
            requireCell(builder, column, MOST_COLUMNS);
            first.add(Arrays.copyOfRange(bytes, from, from + count));
        } else {
            requireCell(builder, column, unnamed + header.size());
            put(builder, column, bytes, from, count);
        }
    }

    private void put(Table.Builder rows, int column, byte[] bytes, int from, int count) {
        if (column >= unnamed) {
            rows.cell(column - unnamed, bytes, from, count);
        }
    }

    private void requireCell(Table.Builder rows, int column, int most) {
        if (column >= most) {
            throw new SubmissionFormatException(
                    "row " + (rows.rows() + 1) + " has more cells than the " + header.size() + " of the header");
        }
    }

    @Override
    public boolean endRow(long line) {
        if (builder == null) {
            List<String> names = ColumnNames.of(header);
            builder = new Table.Builder(names, wanted.apply(names));
            return true;
        }
        if (unnamed < 0) {
            unnamed = Math.max(0, first.size() - header.size());
            for (int column = 0; column < first.size(); column++) {
                put(builder, column, first.get(column), 0, first.get(column).length);
            }
        }
        builder.endRow();
        return builder.rows() <= mostRows;
    }

    /** Returns the table; null if there was no header. */
    @Nullable Table table() {
        return builder == null ? null : builder.build();
    }
}
