package dev.trimtab.scaffolds.mlab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a model gives as a tool's input: JSON with the tool's keys and no others, else what stands between the keys in their order. */
final class ActionInput {
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();
    private static final List<String> QUOTES = List.of("\"\"\"", "'''", "```", "\"", "'", "`");

    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\s\\S])");

    private ActionInput() {}

    /** Returns the value of each key, empty if they cannot be told. */
    static Optional<Map<String, String>> read(String text, List<String> keys) {
        return json(text, keys).or(() -> between(text, keys));
    }

    private static Optional<Map<String, String>> json(String text, List<String> keys) {
        int open = text.indexOf('{');
        int close = text.lastIndexOf('}');
        if (open < 0 || close < open) {
            return Optional.empty();
        }
        try {
            JsonNode fields = LENIENT.readTree(text.substring(open, close + 1));
            List<String> given = new ArrayList<>();
            fields.fieldNames().forEachRemaining(given::add);
            if (!Set.copyOf(given).equals(Set.copyOf(keys))) {
                return Optional.empty();
            }
            Map<String, String> values = new LinkedHashMap<>();
            keys.forEach(key -> values.put(
                    key,
                    fields.get(key).isTextual()
                            ? fields.get(key).textValue()
                            : fields.get(key).toString()));
            return Optional.of(Collections.unmodifiableMap(values));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /**
     * The first key where it first follows a brace, from the last closing brace backwards each other where it last follows a comma. A regular
     * expression of the whole takes minutes for what a small model repeats until its reply is cut.
     */
    private static Optional<Map<String, String>> between(String text, List<String> keys) {
        Map<String, String> found = new LinkedHashMap<>();
        int end = text.lastIndexOf('}');
        for (int i = keys.size() - 1; i >= 0 && end >= 0; i--) {
            Place place = i == 0 ? first(text, end, keys.get(i)) : last(text, end, keys.get(i));
            found.put(keys.get(i), unquoted(text.substring(place.value(), end).strip()));
            end = place.start();
        }
        if (end < 0 || keys.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        keys.forEach(key -> values.put(key, found.getOrDefault(key, "")));
        return Optional.of(Collections.unmodifiableMap(values));
    }

    /** Where a key stands and its value begins; -1 and 0 for nowhere. */
    private record Place(int start, int value) {
        private static final Place NOWHERE = new Place(-1, 0);
    }

    private static Place first(String text, int end, String key) {
        Matcher matcher = matcher(text, end, "\\{", key);
        return matcher.find() ? new Place(matcher.start(), matcher.end()) : Place.NOWHERE;
    }

    private static Place last(String text, int end, String key) {
        Matcher matcher = matcher(text, end, ",", key);
        Place last = Place.NOWHERE;
        while (matcher.find()) {
            last = new Place(matcher.start(), matcher.end());
        }
        return last;
    }

    private static Matcher matcher(String text, int end, String before, String key) {
        return Pattern.compile(before + "\\s*+[\"']?" + Pattern.quote(key) + "[\"']?\\s*+:")
                .matcher(text)
                .region(0, end);
    }

    private static String unquoted(String value) {
        for (String quote : QUOTES) {
            if (value.length() >= 2 * quote.length() && value.startsWith(quote) && value.endsWith(quote)) {
                String inner = value.substring(quote.length(), value.length() - quote.length());
                return quote.equals("\"") ? unescaped(inner) : inner;
            }
        }
        return value;
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> switch (escape.group(1)) {
            case "n" -> "\n";
            case "t" -> "\t";
            default -> Matcher.quoteReplacement(escape.group(1));
        });
    }
}
