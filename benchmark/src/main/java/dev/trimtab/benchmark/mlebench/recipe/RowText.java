package dev.trimtab.benchmark.mlebench.recipe;

import dev.trimtab.benchmark.mlebench.table.PandasTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with braces that is filled in row by row, as {@link Preparation} explains it. */
final class RowText {
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern CHARACTER = Pattern.compile("(.+)\\[(\\d+)]");

    private final List<Piece> pieces;

    private RowText(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** A piece of the text. */
    @FunctionalInterface
    private interface Piece {
        String of(Row row);
    }

    /** Reads a text; bad input if it names a column that the table lacks. */
    static RowText of(String text, PandasTable table) {
        List<Piece> pieces = new ArrayList<>();
        Matcher braces = BRACES.matcher(text);
        int done = 0;
        while (braces.find()) {
            String before = text.substring(done, braces.start());
            pieces.add(row -> before);
            pieces.add(piece(braces.group(1), table));
            done = braces.end();
        }
        String rest = text.substring(done);
        pieces.add(row -> rest);
        return new RowText(pieces);
    }

    /** Returns whether a text stands for a number in every row. */
    static boolean isNumber(String text) {
        return text.matches("\\{#[^{}]+}|-?\\d+(\\.\\d+)?");
    }

    String of(Row row) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(piece.of(row));
        }
        return text.toString();
    }

    private static Piece piece(String name, PandasTable table) {
        return switch (name) {
            case "part" -> Row::part;
            case "#0" -> row -> Integer.toString(row.place());
            case "#1" -> row -> Integer.toString(row.place() + 1);
            case "#both" -> row -> Integer.toString(row.placeInBoth());
            case "#raw" -> row -> Integer.toString(row.number());
            default -> name.startsWith("#") ? numbered(table.at(name.substring(1))) : cell(name, table);
        };
    }

    private static Piece numbered(int at) {
        Map<String, Integer> seen = new HashMap<>();
        return row -> Integer.toString(seen.computeIfAbsent(row.cells()[at], cell -> seen.size()));
    }

    private static Piece cell(String name, PandasTable table) {
        Matcher character = CHARACTER.matcher(name);
        if (character.matches()) {
            int at = table.at(character.group(1));
            int index = Integer.parseInt(character.group(2));
            return row -> row.cells()[at].substring(index, index + 1);
        }
        int at = table.at(name);
        return row -> row.cells()[at];
    }
}
