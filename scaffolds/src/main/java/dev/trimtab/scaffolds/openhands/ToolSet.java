package dev.trimtab.scaffolds.openhands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.trimtab.runtime.model.LenientJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The tools that the agent has, and what a call of each must look like.
 *
 * @param tools by name, in order
 */
record ToolSet(Map<String, Tool> tools) {
    static final String SHELL = "execute_bash";
    static final String EDITOR = "str_replace_editor";
    static final String THINK = "think";
    static final String FINISH = "finish";
    static final String TASKS = "task_tracker";
    static final String CHECK = "check_submission";
    static final String CONDENSE = "request_condensation";

    private static final String PREFIX = "functions.";

    /** What a parameter takes. */
    enum Kind {
        TEXT,
        WHOLE,
        NUMBERS,
        TASKS
    }

    /**
     * A parameter.
     *
     * @param name its name
     * @param kind what it takes
     * @param required whether a call must have it
     * @param allowed the values it takes; empty for any
     */
    record Parameter(String name, Kind kind, boolean required, List<String> allowed) {
        static Parameter text(String name, boolean required) {
            return new Parameter(name, Kind.TEXT, required, List.of());
        }

        /** Returns why a value does not fit, empty if it does. */
        private Optional<String> wrong(JsonNode value) {
            boolean fits = switch (kind) {
                case TEXT -> value.isValueNode() && !value.isNull();
                case WHOLE -> ToolCall.whole(value).isPresent();
                case NUMBERS ->
                    value.isArray()
                            && elements(value)
                                    .allMatch(each -> ToolCall.whole(each).isPresent());
                case TASKS -> value.isArray();
            };
            if (!fits) {
                return Optional.of("parameter '" + name + "' must be " + words());
            }
            return allowed.isEmpty() || allowed.contains(value.asText())
                    ? Optional.empty()
                    : Optional.of("parameter '" + name + "' must be one of " + allowed);
        }

        private static Stream<JsonNode> elements(JsonNode list) {
            return StreamSupport.stream(list.spliterator(), /* parallel= */ false);
        }

        /** Returns whether a value says nothing; a text that may be anything may be empty, too. */
        private boolean absent(JsonNode value) {
            boolean anything = kind == Kind.TEXT && allowed.isEmpty();
            return value.isNull()
                    || (!anything && value.isTextual() && value.textValue().isBlank());
        }

        /** Returns a value in the form that the parameter takes, where it is of another one and can be told. */
        private JsonNode settled(JsonNode value) {
            String text = value.asText();
            return switch (kind) {
                case TEXT ->
                    allowed.stream()
                            .filter(text.strip()::equalsIgnoreCase)
                            .findFirst()
                            .<JsonNode>map(TextNode::valueOf)
                            .orElse(value);
                case WHOLE -> {
                    OptionalInt whole = ToolCall.whole(value);
                    yield whole.isPresent() ? IntNode.valueOf(whole.getAsInt()) : value;
                }
                case NUMBERS, TASKS ->
                    value.isTextual()
                            ? LenientJson.list(text).<JsonNode>map(list -> list).orElse(value)
                            : value;
            };
        }

        private String words() {
            return switch (kind) {
                case TEXT -> "text";
                case WHOLE -> "a whole number";
                case NUMBERS -> "a list of two whole numbers";
                case TASKS -> "a list of tasks, each with id, title and status (todo, in_progress or done)";
            };
        }

        private JsonSchemaElement schema() {
            return switch (kind) {
                case TEXT ->
                    allowed.isEmpty()
                            ? new JsonStringSchema()
                            : JsonEnumSchema.builder().enumValues(allowed).build();
                case WHOLE -> new JsonIntegerSchema();
                case NUMBERS ->
                    JsonArraySchema.builder().items(new JsonIntegerSchema()).build();
                case TASKS ->
                    JsonArraySchema.builder()
                            .items(JsonObjectSchema.builder()
                                    .addStringProperty("id")
                                    .addStringProperty("title")
                                    .addEnumProperty("status", List.of("todo", "in_progress", "done"))
                                    .addStringProperty("notes")
                                    .required("id", "title", "status")
                                    .build())
                            .build();
            };
        }
    }

    /**
     * A tool.
     *
     * @param description what it does, in the prompt's words
     * @param parameters its parameters
     */
    record Tool(String description, List<Parameter> parameters) {}

    /**
     * Returns the tools.
     *
     * @param descriptions by name, what each does
     * @param config which of them there are
     */
    static ToolSet of(Map<String, String> descriptions, OpenHandsConfig config) {
        Map<String, List<Parameter>> parameters = new LinkedHashMap<>();
        Parameter risk = new Parameter("security_risk", Kind.TEXT, false, List.of("LOW", "MEDIUM", "HIGH"));
        parameters.put(
                SHELL,
                List.of(
                        Parameter.text("command", true),
                        new Parameter("is_input", Kind.TEXT, false, List.of("true", "false")),
                        new Parameter("timeout", Kind.WHOLE, false, List.of()),
                        risk));
        parameters.put(
                EDITOR,
                List.of(
                        new Parameter(
                                "command",
                                Kind.TEXT,
                                true,
                                List.of("view", "create", "str_replace", "insert", "undo_edit")),
                        Parameter.text("path", true),
                        Parameter.text("file_text", false),
                        Parameter.text("old_str", false),
                        Parameter.text("new_str", false),
                        new Parameter("insert_line", Kind.WHOLE, false, List.of()),
                        new Parameter("view_range", Kind.NUMBERS, false, List.of()),
                        risk));
        parameters.put(THINK, List.of(Parameter.text("thought", true)));
        parameters.put(FINISH, List.of(Parameter.text("message", true)));
        if (config.planMode()) {
            parameters.put(
                    TASKS,
                    List.of(
                            new Parameter("command", Kind.TEXT, true, List.of("view", "plan")),
                            new Parameter("task_list", Kind.TASKS, false, List.of())));
        }
        if (config.checkSubmission()) {
            parameters.put(CHECK, List.of(Parameter.text("path", true)));
        }
        if (config.condensationRequest()) {
            parameters.put(CONDENSE, List.of());
        }
        Map<String, Tool> tools = new LinkedHashMap<>();
        parameters.forEach((name, of) -> tools.put(name, new Tool(descriptions.getOrDefault(name, ""), of)));
        return new ToolSet(tools);
    }

    /** Returns the tools as functions. */
    List<ToolSpecification> functions() {
        List<ToolSpecification> functions = new ArrayList<>();
        tools.forEach((name, tool) -> {
            JsonObjectSchema.Builder schema = JsonObjectSchema.builder();
            tool.parameters().forEach(parameter -> schema.addProperty(parameter.name(), parameter.schema()));
            schema.required(tool.parameters().stream()
                    .filter(Parameter::required)
                    .map(Parameter::name)
                    .toList());
            functions.add(ToolSpecification.builder()
                    .name(name)
                    .description(tool.description())
                    .parameters(schema.build())
                    .build());
        });
        return functions;
    }

    /**
     * Returns a call as it is meant: its tool without the prefix that some models learnt to put before it, without optional arguments that say
     * nothing, and the others in the form that their parameters take where it can be told.
     */
    ToolCall settled(ToolCall call) {
        String name = call.tool().startsWith(PREFIX) ? call.tool().substring(PREFIX.length()) : call.tool();
        ObjectNode arguments = call.arguments().deepCopy();
        Tool tool = tools.get(name);
        for (Parameter parameter : tool == null ? List.<Parameter>of() : tool.parameters()) {
            JsonNode value = arguments.get(parameter.name());
            if (value != null && !parameter.required() && parameter.absent(value)) {
                arguments.remove(parameter.name());
            } else if (value != null) {
                arguments.set(parameter.name(), parameter.settled(value));
            }
        }
        return new ToolCall(name, arguments);
    }

    /** Returns why a call cannot be carried out, empty if it can. */
    Optional<String> wrong(ToolCall call) {
        Tool tool = tools.get(call.tool());
        if (tool == null) {
            return Optional.of("there is no tool '" + call.tool() + "'; there are " + tools.keySet());
        }
        List<String> known = tool.parameters().stream().map(Parameter::name).toList();
        List<String> unknown = new ArrayList<>();
        call.arguments().fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            return Optional.of("tool '" + call.tool() + "' has no parameters " + unknown + "; it has " + known);
        }
        for (Parameter parameter : tool.parameters()) {
            JsonNode value = call.arguments().get(parameter.name());
            if (value == null && parameter.required()) {
                return Optional.of("tool '" + call.tool() + "' needs the parameter '" + parameter.name() + "'");
            }
            Optional<String> wrong = value == null ? Optional.empty() : parameter.wrong(value);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }
}
