package dev.trimtab.runtime.workspace;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What one pass over a column's cells tells of it, in memory that does not grow with the rows. */
final class ColumnSummary {
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "none");
    private static final Set<String> FLAGS = Set.of("true", "false");
    private static final int DISTINCT_KEPT = 1000;
    private static final int LISTED_BELOW = 10;
    private static final int TOP = 4;
    private static final int CELL_CHARS = 40;

    private final String name;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private long cells;
    private long missing;
    private boolean flags = true;
    private boolean numbers = true;
    private boolean whole = true;
    private boolean moreDistinct;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    ColumnSummary(String name) {
        this.name = name;
    }

    /** Takes the next cell. */
    void add(String cell) {
        cells++;
        String folded = cell.strip().toLowerCase(Locale.ROOT);
        if (MISSING.contains(folded)) {
            missing++;
            return;
        }
        flags = flags && FLAGS.contains(folded);
        numbers = numbers && number(folded);
        if (counts.containsKey(cell) || counts.size() < DISTINCT_KEPT) {
            counts.merge(cell, 1L, Long::sum);
        } else {
            moreDistinct = true;
        }
    }

    private boolean number(String text) {
        if (!text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)(e[-+]?\\d+)?")) {
            return false;
        }
        double value = Double.parseDouble(text);
        whole = whole && value == Math.rint(value) && !text.contains("e");
        min = Math.min(min, value);
        max = Math.max(max, value);
        return true;
    }

    /** Returns the column's name. */
    String name() {
        return shorten(name);
    }

    /** Returns one line: name, kind, values, missing cells. */
    String line() {
        long present = cells - missing;
        String missed = missing == 0 ? "" : ", " + missing + " missing";
        return name() + ": " + (present == 0 ? "empty" : values(present)) + missed;
    }

    private String values(long present) {
        if (flags) {
            long yes = counts.entrySet().stream()
                    .filter(entry -> entry.getKey().strip().equalsIgnoreCase("true"))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            return String.format(Locale.ROOT, "boolean, %.1f%% true", 100.0 * yes / present);
        }
        if (numbers) {
            String kind = whole ? "whole number" : "number";
            return counts.size() < LISTED_BELOW
                    ? kind + ", one of " + listed(Comparator.comparingDouble(Double::parseDouble))
                    : kind + ", " + plain(min) + " to " + plain(max);
        }
        if (counts.size() < LISTED_BELOW) {
            return "text, one of " + listed(Comparator.naturalOrder());
        }
        String distinct = moreDistinct ? "over " + DISTINCT_KEPT : String.valueOf(counts.size());
        return "text, " + distinct + " distinct, most often " + top();
    }

    private String listed(Comparator<String> order) {
        return counts.keySet().stream()
                .sorted(order)
                .map(ColumnSummary::shorten)
                .collect(Collectors.joining(", "));
    }

    private String top() {
        List<String> top = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(TOP)
                .map(entry -> shorten(entry.getKey()) + " (" + entry.getValue() + ")")
                .toList();
        return String.join(", ", top);
    }

    private String plain(double value) {
        if (Double.isInfinite(value)) {
            return String.valueOf(value);
        }
        if (whole && Math.abs(value) < 1e15) {
            return String.valueOf((long) value);
        }
        BigDecimal rounded = new BigDecimal(value, new MathContext(4)).stripTrailingZeros();
        boolean ordinary = value == 0 || (Math.abs(value) >= 1e-6 && Math.abs(value) < 1e15);
        return ordinary ? rounded.toPlainString() : rounded.toString();
    }

    private static String shorten(String cell) {
        String line = cell.replaceAll("\\s+", " ");
        return line.length() <= CELL_CHARS ? line : line.substring(0, CELL_CHARS - 1) + "…";
    }
}
