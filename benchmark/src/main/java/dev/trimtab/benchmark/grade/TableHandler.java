package dev.trimtab.benchmark.grade;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import dev.trimtab.benchmark.metric.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts the cells of a CSV file into a table as they are read, without making a text of each. */
final class TableHandler extends AbstractBaseCsvCallbackHandler<Boolean> {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Function<List<String>, Predicate<String>> wanted;
    private final List<String> header = new ArrayList<>();
    private Table.@Nullable Builder builder;

    /** The first cell of a row where it is blank: without a second one the line is none, as for pandas. */
    private char @Nullable [] blank;

    /** @param wanted tells from the header which columns are kept; it may refuse the file */
    TableHandler(Function<List<String>, Predicate<String>> wanted) {
        this.wanted = wanted;
    }

    @Override
    protected void handleField(int at, char[] buffer, int from, int count, boolean quoted) {
        if (at == 0 && !quoted && isBlank(buffer, from, count)) {
            blank = Arrays.copyOfRange(buffer, from, from + count);
            return;
        }
        if (blank != null) {
            put(0, blank, 0, blank.length);
            blank = null;
        }
        put(at, buffer, from, count);
    }

    private void put(int at, char[] buffer, int from, int count) {
        if (builder != null) {
            builder.cell(at, buffer, from, count);
            return;
        }
        String name = new String(buffer, from, count);
        header.add(at == 0 && name.startsWith(BYTE_ORDER_MARK) ? name.substring(1) : name);
    }

    @Override
    protected Boolean buildRecord() {
        if (getRecordType() != RecordType.DATA || blank != null) {
            blank = null;
            return false;
        }
        if (builder == null) {
            builder = new Table.Builder(header, wanted.apply(List.copyOf(header)));
        } else {
            builder.endRow();
        }
        return true;
    }

    private static boolean isBlank(char[] buffer, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Returns how many rows were read below the header. */
    int rows() {
        return builder == null ? 0 : builder.rows();
    }

    /** Returns the table; null if there was no header. */
    @Nullable Table table() {
        return builder == null ? null : builder.build();
    }
}
