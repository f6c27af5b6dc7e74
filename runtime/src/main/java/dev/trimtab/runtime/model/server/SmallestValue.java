package dev.trimtab.runtime.model.server;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A value that is valid by a JSON Schema and says as little as it may: only what is required, {@code const}, {@code default} or the first of
 * {@code enum} where there is one, the first type and the first branch that can be met, 0 or the number nearest to a bound, no more entries than
 * are demanded. The first string that may be anything is a given text; the others are empty, or dashes where they must be longer.
 *
 * <p>A keyword that binds and is not heeded is refused where it would count, so that no value is made up that does not fit. For one use.
 */
final class SmallestValue {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Parts of a schema that are looked at before it is given up. */
    private static final int MOST_PARTS = 10_000;

    private static final int LONGEST = 100_000;
    private static final List<String> NOT_HEEDED = List.of(
            "not", "if", "dependentRequired", "dependentSchemas", "dependencies", "$dynamicRef", "$recursiveRef");
    private static final List<String> NOT_HEEDED_IN_OBJECTS =
            List.of("patternProperties", "propertyNames", "unevaluatedProperties");
    private static final List<String> NOT_HEEDED_IN_ARRAYS = List.of("contains", "unevaluatedItems");

    /** Texts of a form that has a name; other names bind nothing. */
    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("date", "1970-01-01"),
            Map.entry("date-time", "1970-01-01T00:00:00Z"),
            Map.entry("time", "00:00:00Z"),
            Map.entry("duration", "PT0S"),
            Map.entry("email", "nobody@example.org"),
            Map.entry("hostname", "localhost"),
            Map.entry("ipv4", "127.0.0.1"),
            Map.entry("ipv6", "::1"),
            Map.entry("uri", "about:blank"),
            Map.entry("uuid", "00000000-0000-0000-0000-000000000000"));

    private final JsonNode root;
    private final String text;
    /** References that lead to the part that is looked at: one that leads to itself would never end. */
    private final Deque<String> references = new ArrayDeque<>(List.of("#"));

    private int parts;
    private boolean said;

    /**
     * @param root the schema, which references are read in
     * @param text what the first string that may be anything says
     */
    SmallestValue(JsonNode root, String text) {
        this.root = root;
        this.text = text;
    }

    /**
     * Returns the value.
     *
     * @throws UnmetSchemaException if none is known
     */
    JsonNode make() throws UnmetSchemaException {
        return value(root, "");
    }

    /** Returns whether the text is part of what was made. */
    boolean saysText() {
        return said;
    }

    private JsonNode value(JsonNode part, String where) throws UnmetSchemaException {
        if (++parts > MOST_PARTS) {
            throw new UnmetSchemaException(where, "the schema demands more than " + MOST_PARTS + " parts");
        }
        ObjectNode schema = MergedSchema.of(JSON.objectNode(), part, where);
        if (schema.has("$ref")) {
            return referred(schema, where);
        }
        if (schema.has("allOf")) {
            ObjectNode merged = without(schema, "allOf");
            for (JsonNode other : schema.get("allOf")) {
                merged = MergedSchema.of(merged, other, where);
            }
            return value(merged, where);
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice)) {
                List<JsonNode> branches = new ArrayList<>();
                for (JsonNode branch : schema.get(choice)) {
                    branches.add(branch);
                }
                return firstBranch(without(schema, choice), branches, where);
            }
        }
        return plain(schema, where);
    }

    private JsonNode referred(ObjectNode schema, String where) throws UnmetSchemaException {
        String reference = schema.path("$ref").asText();
        if (references.contains(reference)) {
            throw new UnmetSchemaException(where, "'$ref' " + reference + " leads to itself without end");
        }
        JsonNode target = reference.startsWith("#/") ? root.at(JsonPointer.compile(reference.substring(1))) : null;
        if (target == null || target.isMissingNode()) {
            throw new UnmetSchemaException(where, "'$ref' " + reference + " names nothing in the schema");
        }
        references.push(reference);
        try {
            return value(MergedSchema.of(without(schema, "$ref"), target, where), where);
        } finally {
            references.pop();
        }
    }

    private JsonNode firstBranch(ObjectNode beside, List<JsonNode> branches, String where) throws UnmetSchemaException {
        UnmetSchemaException first = new UnmetSchemaException(where, "there is no branch");
        for (int i = 0; i < branches.size(); i++) {
            boolean before = said;
            try {
                return value(MergedSchema.of(beside, branches.get(i), where), where);
            } catch (UnmetSchemaException e) {
                said = before;
                first = i == 0 ? e : first;
            }
        }
        throw first;
    }

    private JsonNode plain(ObjectNode schema, String where) throws UnmetSchemaException {
        refuse(schema, NOT_HEEDED, where);
        if (schema.has("const")) {
            return schema.get("const");
        }
        List<String> types = types(schema);
        for (JsonNode value : stated(schema)) {
            if (types.isEmpty() || types.stream().anyMatch(type -> is(value, type))) {
                return value;
            }
        }
        if (schema.has("enum")) {
            throw new UnmetSchemaException(where, "'enum' names no value of the type");
        }
        if (types.size() > 1) {
            List<JsonNode> branches = new ArrayList<>();
            types.forEach(type -> branches.add(JSON.objectNode().put("type", type)));
            return firstBranch(without(schema, "type"), branches, where);
        }
        String type = types.isEmpty() ? guessed(schema) : types.get(0);
        return switch (type) {
            case "object" -> object(schema, where);
            case "array" -> array(schema, where);
            case "string" -> string(schema, where);
            case "number", "integer" -> number(schema, type, where);
            case "boolean" -> JSON.booleanNode(false);
            case "null" -> JSON.nullNode();
            default -> throw new UnmetSchemaException(where, "there is no type '" + type + "'");
        };
    }

    /** Values that the schema itself states: those it allows, of which the default comes first if it is one; else the default. */
    private static Set<JsonNode> stated(ObjectNode schema) {
        Set<JsonNode> allowed = new LinkedHashSet<>();
        schema.path("enum").forEach(allowed::add);
        Set<JsonNode> stated = new LinkedHashSet<>();
        if (schema.has("default") && (allowed.isEmpty() || allowed.contains(schema.get("default")))) {
            stated.add(schema.get("default"));
        }
        stated.addAll(allowed);
        return stated;
    }

    private static List<String> types(ObjectNode schema) {
        List<String> types = new ArrayList<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        type.forEach(entry -> types.add(entry.asText()));
        return types;
    }

    private static String guessed(ObjectNode schema) {
        if (schema.has("properties") || schema.has("required") || schema.has("additionalProperties")) {
            return "object";
        }
        if (schema.has("items") || schema.has("prefixItems") || schema.has("minItems")) {
            return "array";
        }
        return schema.has("minimum") || schema.has("maximum") ? "number" : "string";
    }

    private static boolean is(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber() || (value.isNumber() && value.doubleValue() % 1 == 0);
            case "boolean" -> value.isBoolean();
            default -> value.isNull();
        };
    }

    private ObjectNode object(ObjectNode schema, String where) throws UnmetSchemaException {
        Set<String> names = new LinkedHashSet<>();
        schema.path("required").forEach(name -> names.add(name.asText()));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (names.size() < schema.path("minProperties").asInt(0)) {
                names.add(property.getKey());
            }
        }
        if (names.size() < schema.path("minProperties").asInt(0)
                || names.size() > schema.path("maxProperties").asInt(Integer.MAX_VALUE)) {
            throw new UnmetSchemaException(where, "no object is known with so many properties");
        }
        ObjectNode object = JSON.objectNode();
        if (!names.isEmpty()) {
            refuse(schema, NOT_HEEDED_IN_OBJECTS, where);
        }
        for (String name : names) {
            JsonNode declared = schema.path("properties").path(name);
            JsonNode other = schema.path("additionalProperties");
            JsonNode property =
                    !declared.isMissingNode() ? declared : other.isMissingNode() ? JSON.booleanNode(true) : other;
            object.set(name, value(property, where + "." + name));
        }
        return object;
    }

    private ArrayNode array(ObjectNode schema, String where) throws UnmetSchemaException {
        int least = Math.max(0, length(schema, "minItems", 0, where));
        if (least > length(schema, "maxItems", Integer.MAX_VALUE, where)) {
            throw new UnmetSchemaException(where, "'minItems' is above 'maxItems'");
        }
        refuse(schema, NOT_HEEDED_IN_ARRAYS, where);
        boolean tuple = schema.path("items").isArray();
        JsonNode listed = schema.path(tuple ? "items" : "prefixItems");
        JsonNode rest = schema.path(tuple ? "additionalItems" : "items");
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < least; i++) {
            JsonNode entry = i < listed.size() ? listed.get(i) : rest;
            array.add(value(entry.isMissingNode() ? JSON.booleanNode(true) : entry, where + "[" + i + "]"));
        }
        Set<JsonNode> different = new HashSet<>();
        array.forEach(different::add);
        if (schema.path("uniqueItems").asBoolean(false) && different.size() < least) {
            throw new UnmetSchemaException(where, "so many different entries are not known");
        }
        return array;
    }

    private TextNode string(ObjectNode schema, String where) throws UnmetSchemaException {
        refuse(schema, List.of("pattern"), where);
        int least = length(schema, "minLength", 0, where);
        int most = length(schema, "maxLength", Integer.MAX_VALUE, where);
        String form = FORMATS.get(schema.path("format").asText());
        String value = form == null && !said ? text : form == null ? "" : form;
        int characters = value.codePointCount(0, value.length());
        if (least > LONGEST || least > most || (form != null && (characters < least || characters > most))) {
            throw new UnmetSchemaException(where, "no text of such a length is known");
        }
        said |= form == null;
        String fits = characters > most ? value.substring(0, value.offsetByCodePoints(0, most)) : value;
        return JSON.textNode(fits + "-".repeat(Math.max(0, least - characters)));
    }

    private static JsonNode number(ObjectNode schema, String type, String where) throws UnmetSchemaException {
        NumberRange range = NumberRange.of(schema, type.equals("integer"), where);
        BigDecimal value =
                range.simplest().orElseThrow(() -> new UnmetSchemaException(where, "no number is known in its bounds"));
        return DecimalNode.valueOf(new BigDecimal(value.stripTrailingZeros().toPlainString()));
    }

    private static int length(ObjectNode schema, String keyword, int otherwise, String where)
            throws UnmetSchemaException {
        JsonNode value = schema.path(keyword);
        if (!value.isMissingNode() && (!value.canConvertToInt() || value.asInt() < 0)) {
            throw new UnmetSchemaException(where, "'" + keyword + "' is no number of a size that is known");
        }
        return value.asInt(otherwise);
    }

    private static void refuse(ObjectNode schema, List<String> keywords, String where) throws UnmetSchemaException {
        for (String keyword : keywords) {
            if (schema.has(keyword)) {
                throw new UnmetSchemaException(where, "'" + keyword + "' is not heeded");
            }
        }
    }

    private static ObjectNode without(ObjectNode schema, String keyword) {
        ObjectNode rest = schema.deepCopy();
        rest.remove(keyword);
        return rest;
    }
}
