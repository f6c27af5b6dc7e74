package dev.trimtab.benchmark.mlebench.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records as a data frame of pandas holds them ({@code pd.DataFrame(records).to_dict(orient="records")}): all have all fields,
 * those that were absent are NaN, and a column of numbers has one type.
 */
public final class FramedRecords {
    private static final BigInteger GREATEST =
            BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

    private FramedRecords() {}

    /**
     * Returns records in this form.
     *
     * @param records an array of objects
     */
    public static List<ObjectNode> of(JsonNode records) {
        Map<String, Column> columns = new LinkedHashMap<>();
        records.forEach(record ->
                record.fieldNames().forEachRemaining(name -> columns.computeIfAbsent(name, key -> new Column())));
        records.forEach(record -> columns.forEach((name, column) -> column.see(record.path(name))));
        List<ObjectNode> framed = new ArrayList<>();
        for (JsonNode record : records) {
            ObjectNode row = JsonFiles.MAPPER.createObjectNode();
            columns.forEach((name, column) -> row.set(name, column.held(record.path(name))));
            framed.add(row);
        }
        return framed;
    }

    /** What the cells of a column have in common. */
    private static final class Column {
        private boolean others;
        private boolean absent;
        private boolean gaps;
        private boolean whole;
        private boolean real;

        void see(JsonNode cell) {
            absent |= cell.isMissingNode();
            gaps |= cell.isMissingNode() || cell.isNull();
            real |= cell.isFloatingPointNumber();
            whole |= cell.isIntegralNumber();
            others |= !cell.isMissingNode() && !cell.isNull() && !fits(cell);
        }

        JsonNode held(JsonNode cell) {
            boolean numbers = !others && (real || absent || (whole && gaps));
            if (cell.isMissingNode() || (numbers && cell.isNull())) {
                return JsonFiles.MAPPER.getNodeFactory().numberNode(Double.NaN);
            }
            return numbers ? JsonFiles.MAPPER.getNodeFactory().numberNode(cell.doubleValue()) : cell;
        }

        private static boolean fits(JsonNode cell) {
            return cell.isFloatingPointNumber()
                    || (cell.isIntegralNumber()
                            && cell.bigIntegerValue().compareTo(GREATEST) <= 0
                            && cell.bigIntegerValue().compareTo(LEAST) >= 0);
        }
    }
}
