package dev.trimtab.benchmark.mlebench.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Iterator;
import java.util.Map;

/**
 * JSON as {@code DataFrame.to_json} writes it: no blanks, characters beyond ASCII and slashes escaped, ten decimals.
 *
 * <p>Reference: {@code ultrajsonenc.c} of pandas.
 */
public final class PandasJson {
    private static final double SCALE = 1e10;
    private static final double GREATEST = 1e16 - 1;
    private static final double LEAST = 1e-15;
    private static final char DELETE = '\u007f';

    private PandasJson() {}

    /** Returns a value's text. */
    public static String text(JsonNode value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    private static void append(StringBuilder out, JsonNode value) {
        if (value.isObject()) {
            out.append('{');
            for (Iterator<Map.Entry<String, JsonNode>> fields =
                            value.properties().iterator();
                    fields.hasNext(); ) {
                Map.Entry<String, JsonNode> field = fields.next();
                appendQuoted(out, field.getKey());
                out.append(':');
                append(out, field.getValue());
                out.append(fields.hasNext() ? "," : "");
            }
            out.append('}');
        } else if (value.isArray()) {
            out.append('[');
            for (Iterator<JsonNode> elements = value.elements(); elements.hasNext(); ) {
                append(out, elements.next());
                out.append(elements.hasNext() ? "," : "");
            }
            out.append(']');
        } else if (value.isTextual()) {
            appendQuoted(out, value.textValue());
        } else if (value.isFloatingPointNumber()) {
            out.append(number(value.doubleValue()));
        } else {
            out.append(value.asText());
        }
    }

    private static void appendQuoted(StringBuilder out, String text) {
        int start = out.length();
        PythonJson.appendQuoted(out, text, DELETE);
        for (int i = out.length() - 1; i > start; i--) {
            if (out.charAt(i) == '/') {
                out.insert(i, '\\');
            }
        }
    }

    static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "null";
        }
        double size = Math.abs(value);
        if (size > GREATEST || (size != 0 && size < LEAST)) {
            return new BigDecimal(value)
                    .round(new MathContext(10))
                    .stripTrailingZeros()
                    .toString()
                    .replace("E", "e");
        }
        long whole = (long) size;
        double scaled = (size - whole) * SCALE;
        long decimals = (long) scaled;
        double rest = scaled - decimals;
        if (rest > 0.5 || (rest == 0.5 && (decimals == 0 || decimals % 2 == 1))) {
            decimals++;
        }
        if (decimals >= SCALE) {
            decimals = 0;
            whole++;
        }
        String digits = String.format("%010d", decimals);
        int end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return (value < 0 ? "-" : "") + whole + "." + digits.substring(0, end);
    }
}
