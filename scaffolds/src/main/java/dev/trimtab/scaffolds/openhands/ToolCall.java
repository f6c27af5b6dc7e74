package dev.trimtab.scaffolds.openhands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.OptionalInt;

/**
 * A call of a tool as the model made it.
 *
 * @param tool the tool's name as written
 * @param arguments what it was given, by name
 */
record ToolCall(String tool, ObjectNode arguments) {
    private static final int LONGEST_NUMBER = 20;

    /** Returns an argument as text, empty if there is none. */
    String get(String name) {
        return arguments.path(name).isTextual()
                ? arguments.get(name).textValue()
                : arguments.has(name) ? arguments.get(name).toString() : "";
    }

    /** Returns an argument that is a whole number, empty if there is none. */
    OptionalInt whole(String name) {
        return whole(arguments.path(name));
    }

    /** Returns the whole number that a value is, also where it is written as {@code 5.0}, {@code 1e3} or text; empty for any other value. */
    static OptionalInt whole(JsonNode value) {
        String literal = value.asText().strip();
        if (literal.length() > LONGEST_NUMBER) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(new BigDecimal(literal).intValueExact());
        } catch (ArithmeticException | NumberFormatException notWhole) {
            return OptionalInt.empty();
        }
    }
}
