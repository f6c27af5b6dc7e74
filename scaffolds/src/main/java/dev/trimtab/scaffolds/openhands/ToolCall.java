package dev.trimtab.scaffolds.openhands;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A call of a tool as the model made it.
 *
 * @param tool the tool's name as written
 * @param arguments what it was given, by name
 */
record ToolCall(String tool, ObjectNode arguments) {
    /** Returns an argument as text, empty if there is none. */
    String get(String name) {
        return arguments.path(name).isTextual()
                ? arguments.get(name).textValue()
                : arguments.has(name) ? arguments.get(name).toString() : "";
    }
}
