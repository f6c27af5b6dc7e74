package dev.trimtab.benchmark.decide;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.trimtab.controller.policy.Action;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.runtime.config.NearestKey;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a line strictly: unknown and repeated fields, wrong types and anything after the object are errors that name the place. */
final class RequestReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .addMixIn(Action.class, LowerCaseNames.class)
            .addMixIn(Representation.class, LowerCaseNames.class)
            .build();

    private static final Pattern ACCEPTED = Pattern.compile("\\[([^\\]]*)\\]$");

    /** The controller's constants by the names that plans have for them. */
    @EnumNaming(EnumNamingStrategies.LowerCaseStrategy.class)
    private interface LowerCaseNames {}

    /** Returns the request of a line. */
    DecideRequest read(String line) throws MalformedLineException {
        try {
            JsonNode tree = MAPPER.readTree(line);
            if (!tree.isObject()) {
                throw new MalformedLineException("the line must be one JSON object");
            }
            String nothing = findNull(tree, "");
            if (!nothing.isEmpty()) {
                throw new MalformedLineException(nothing + " is null; leave out what is not said");
            }
            return MAPPER.treeToValue(whole(tree), DecideRequest.class);
        } catch (UnrecognizedPropertyException e) {
            throw new MalformedLineException(unknown(e), e);
        } catch (InvalidFormatException e) {
            throw new MalformedLineException(
                    place(e) + " must be " + expected(e) + " but was '" + e.getValue() + "'", e);
        } catch (MismatchedInputException e) {
            throw new MalformedLineException(place(e) + ": " + firstLine(e), e);
        } catch (JsonMappingException e) {
            throw new MalformedLineException(place(e) + ": " + firstLine(e), e);
        } catch (JsonProcessingException e) {
            throw new MalformedLineException("not one JSON object: " + firstLine(e), e);
        }
    }

    /** Returns the node with numbers without a fraction as whole numbers, which JSON Schema takes them for however they are written. */
    private static JsonNode whole(JsonNode node) {
        if (node.isFloatingPointNumber() && node.canConvertToExactIntegral() && node.canConvertToInt()) {
            return IntNode.valueOf(node.intValue());
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(whole(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, whole(array.get(i)));
            }
        }
        return node;
    }

    /** Returns the place of a null within a node; empty if there is none. */
    private static String findNull(JsonNode node, String place) {
        if (node.isNull()) {
            return place;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String found = findNull(field.getValue(), place + (place.isEmpty() ? "" : ".") + field.getKey());
            if (!found.isEmpty()) {
                return found;
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            String found = findNull(node.get(i), place + "[" + i + "]");
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private static String unknown(UnrecognizedPropertyException e) {
        Collection<String> known = new TreeSet<>();
        for (Object name : e.getKnownPropertyIds()) {
            known.add(String.valueOf(name));
        }
        return "unknown field " + place(e)
                + NearestKey.of(e.getPropertyName(), known)
                        .map(name -> "; did you mean " + name + "?")
                        .orElse("")
                + " (known: " + String.join(", ", known) + ")";
    }

    /** For constants Jackson's own message ends in the list of those that there are. */
    private static String expected(InvalidFormatException e) {
        Matcher names = ACCEPTED.matcher(firstLine(e));
        if (e.getTargetType().isEnum() && names.find()) {
            return "one of " + names.group(1);
        }
        boolean whole = e.getTargetType() == Integer.class || e.getTargetType() == int.class;
        return whole ? "a whole number" : "a number";
    }

    private static String place(JsonMappingException e) {
        StringBuilder place = new StringBuilder();
        for (JsonMappingException.Reference reference : e.getPath()) {
            if (reference.getFieldName() == null) {
                place.append('[').append(reference.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return place.isEmpty() ? "the line" : place.toString();
    }

    private static String firstLine(JsonProcessingException e) {
        return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    }
}
