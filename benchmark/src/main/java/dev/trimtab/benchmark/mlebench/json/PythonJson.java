package dev.trimtab.benchmark.mlebench.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.benchmark.metric.PandasText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * JSON as Python's {@code json.dump} writes it: blanks after commas and colons, or indented lines with sorted keys;
 * characters beyond ASCII escaped, numbers by their shortest digits.
 */
public final class PythonJson {
    private static final int INDENT = 4;

    private final boolean indented;
    private final boolean sorted;

    private PythonJson(boolean indented, boolean sorted) {
        this.indented = indented;
        this.sorted = sorted;
    }

    /** Returns the style of {@code json.dump(x, f)}. */
    public static PythonJson plain() {
        return new PythonJson(/* indented= */ false, /* sorted= */ false);
    }

    /** Returns the style of {@code json.dump(x, f, indent=4)}. */
    public static PythonJson indented() {
        return new PythonJson(/* indented= */ true, /* sorted= */ false);
    }

    /** Returns the style of {@code json.dump(x, f, indent=4, sort_keys=True)}. */
    public static PythonJson sorted() {
        return new PythonJson(/* indented= */ true, /* sorted= */ true);
    }

    /** Returns a value's text. */
    public String text(JsonNode value) {
        return text(value, 0);
    }

    /**
     * Returns a value's text inside others.
     *
     * @param depth how many arrays and objects are around it
     */
    public String text(JsonNode value, int depth) {
        StringBuilder out = new StringBuilder();
        append(out, value, depth);
        return out.toString();
    }

    /** Returns what stands between two elements of an array or object, or before the first. */
    public String separator(int depth, boolean first) {
        if (indented) {
            return (first ? "\n" : ",\n") + " ".repeat(INDENT * depth);
        }
        return first ? "" : ", ";
    }

    /** Returns what stands after the last element. */
    public String end(int depth) {
        return indented ? "\n" + " ".repeat(INDENT * (depth - 1)) : "";
    }

    private void append(StringBuilder out, JsonNode value, int depth) {
        if (value.isObject()) {
            appendObject(out, value, depth);
        } else if (value.isArray()) {
            out.append('[');
            Iterator<JsonNode> elements = value.elements();
            for (int i = 0; elements.hasNext(); i++) {
                out.append(separator(depth + 1, i == 0));
                append(out, elements.next(), depth + 1);
            }
            out.append(value.isEmpty() ? "" : end(depth + 1)).append(']');
        } else if (value.isTextual()) {
            appendQuoted(out, value.textValue());
        } else if (value.isFloatingPointNumber()) {
            out.append(number(value.doubleValue()));
        } else {
            out.append(value.asText());
        }
    }

    private void appendObject(StringBuilder out, JsonNode value, int depth) {
        List<String> names = new ArrayList<>();
        value.fieldNames().forEachRemaining(names::add);
        if (sorted) {
            Collections.sort(names);
        }
        out.append('{');
        for (int i = 0; i < names.size(); i++) {
            out.append(separator(depth + 1, i == 0));
            appendQuoted(out, names.get(i));
            out.append(": ");
            append(out, value.get(names.get(i)), depth + 1);
        }
        out.append(names.isEmpty() ? "" : end(depth + 1)).append('}');
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        return Double.isInfinite(value) ? (value > 0 ? "Infinity" : "-Infinity") : PandasText.real(value);
    }

    private static void appendQuoted(StringBuilder out, String text) {
        appendQuoted(out, text, '~');
    }

    /**
     * Appends a text in quotes.
     *
     * @param lastPlain the last character that is not escaped
     */
    static void appendQuoted(StringBuilder out, String text, char lastPlain) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ' || c > lastPlain) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
