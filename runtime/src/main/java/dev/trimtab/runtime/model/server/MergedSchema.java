package dev.trimtab.runtime.model.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** One JSON Schema that binds as two together do, for the parts of {@code allOf}, a branch beside its siblings and what a reference names. */
final class MergedSchema {
    /** Keywords that describe and do not bind; where both schemas have one, the first counts. */
    private static final Set<String> WORDS = Set.of("title", "description", "default", "examples", "$comment");

    private MergedSchema() {}

    /**
     * Returns both in one.
     *
     * @param where the place in the value, for the message
     * @throws UnmetSchemaException if both bind by the same keyword in ways that are not put together here
     */
    static ObjectNode of(ObjectNode first, JsonNode second, String where) throws UnmetSchemaException {
        if (second.isBoolean() && second.booleanValue()) {
            return first;
        }
        if (!(second instanceof ObjectNode)) {
            throw new UnmetSchemaException(where, "nothing is allowed there");
        }
        ObjectNode merged = first.deepCopy();
        for (Map.Entry<String, JsonNode> keyword : second.properties()) {
            String name = keyword.getKey();
            JsonNode before = merged.get(name);
            if (before == null) {
                merged.set(name, keyword.getValue());
            } else if (!WORDS.contains(name) && !before.equals(keyword.getValue())) {
                merged.set(name, both(name, before, keyword.getValue(), where));
            }
        }
        return merged;
    }

    private static JsonNode both(String keyword, JsonNode first, JsonNode second, String where)
            throws UnmetSchemaException {
        return switch (keyword) {
            case "required" -> JsonNodeFactory.instance.arrayNode().addAll(union(first, second));
            case "type", "enum" -> common(keyword, first, second, where);
            case "allOf" ->
                JsonNodeFactory.instance.arrayNode().addAll((ArrayNode) first).addAll((ArrayNode) second);
            case "properties" -> {
                ObjectNode all = first.deepCopy();
                for (Map.Entry<String, JsonNode> property : second.properties()) {
                    JsonNode before = all.get(property.getKey());
                    all.set(
                            property.getKey(),
                            before instanceof ObjectNode object
                                    ? of(object, property.getValue(), where + "." + property.getKey())
                                    : property.getValue());
                }
                yield all;
            }
            default -> throw new UnmetSchemaException(where, "'" + keyword + "' binds twice");
        };
    }

    private static Set<JsonNode> union(JsonNode first, JsonNode second) {
        Set<JsonNode> all = new LinkedHashSet<>();
        first.forEach(all::add);
        second.forEach(all::add);
        return all;
    }

    private static ArrayNode common(String keyword, JsonNode first, JsonNode second, String where)
            throws UnmetSchemaException {
        Set<JsonNode> values = entries(first);
        values.retainAll(entries(second));
        if (values.isEmpty()) {
            throw new UnmetSchemaException(where, "'" + keyword + "' binds twice and leaves nothing");
        }
        return JsonNodeFactory.instance.arrayNode().addAll(values);
    }

    private static Set<JsonNode> entries(JsonNode keyword) {
        Set<JsonNode> entries = new LinkedHashSet<>();
        if (keyword.isArray()) {
            keyword.forEach(entries::add);
        } else {
            entries.add(keyword);
        }
        return entries;
    }
}
