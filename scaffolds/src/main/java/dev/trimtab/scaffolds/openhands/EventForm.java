package dev.trimtab.scaffolds.openhands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call and what came of it as OpenHands' event stream has them: the classes of {@code openhands.events.action} and
 * {@code openhands.events.observation} by name, with their fields.
 *
 * @param action the action's name
 * @param args the action's fields
 * @param observation the observation's name, empty for an action that has none
 * @param content the observation's content
 * @param extras its other fields
 */
record EventForm(String action, ObjectNode args, String observation, String content, ObjectNode extras) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The levels of a call's risk, from 0; -1 where it states none. */
    private static final List<String> RISKS = List.of("LOW", "MEDIUM", "HIGH");

    private static final String EDITOR_IN_USE = "oh_aci";

    /**
     * Returns the form of a call that was carried out.
     *
     * @param thought the reply's words that go with it
     */
    static EventForm of(ToolCall call, String thought, Outcome outcome) {
        EventForm form = switch (call.tool()) {
            case ToolSet.SHELL -> shell(call, thought, outcome);
            case ToolSet.EDITOR ->
                call.get("command").equals("view") ? read(call, thought, outcome) : edit(call, thought, outcome);
            case ToolSet.THINK -> think(call, thought, outcome);
            case ToolSet.TASKS -> tasks(call, thought, outcome);
            case ToolSet.FINISH -> finish(call, thought);
            case ToolSet.CONDENSE ->
                new EventForm("condensation_request", JSON.createObjectNode(), "", "", JSON.createObjectNode());
            default -> foreign(call, thought, outcome);
        };
        return outcome.failed() ? form.failed(outcome) : form;
    }

    /** Returns the fields of an observation that is an error. */
    static ObjectNode errorExtras() {
        return JSON.createObjectNode().put("error_id", "");
    }

    private EventForm failed(Outcome outcome) {
        return new EventForm(action, args, "error", outcome.observation(), errorExtras());
    }

    private static EventForm shell(ToolCall call, String thought, Outcome outcome) {
        ObjectNode args = JSON.createObjectNode();
        args.put("command", call.get("command"));
        args.put("is_input", call.get("is_input").equals("true"));
        args.put("thought", thought);
        args.put("blocking", call.arguments().has("timeout"));
        args.put("is_static", false);
        args.putNull("cwd");
        args.put("hidden", false);
        args.put("confirmation_state", "confirmed");
        args.put("security_risk", risk(call));
        ObjectNode extras = JSON.createObjectNode();
        extras.put("command", call.get("command"));
        extras.set("metadata", metadata(outcome.run()));
        extras.put("hidden", false);
        String printed =
                outcome.run() == null ? outcome.observation() : outcome.run().output();
        return new EventForm("run", args, "run", printed, extras);
    }

    private static ObjectNode metadata(ShellTool.@Nullable Run run) {
        ObjectNode metadata = JSON.createObjectNode();
        metadata.put("exit_code", run == null ? ExecutionResult.HELD : run.exitCode());
        metadata.put("pid", -1);
        metadata.putNull("username");
        metadata.putNull("hostname");
        metadata.put("working_dir", run == null || run.directory().isEmpty() ? null : run.directory());
        metadata.putNull("py_interpreter_path");
        metadata.put("prefix", "");
        metadata.put("suffix", run == null || run.note().isEmpty() ? "" : "\n[" + run.note() + "]");
        return metadata;
    }

    private static EventForm read(ToolCall call, String thought, Outcome outcome) {
        ObjectNode args = JSON.createObjectNode();
        args.put("path", call.get("path"));
        args.put("start", 0);
        args.put("end", -1);
        args.put("thought", thought);
        args.put("security_risk", risk(call));
        args.put("impl_source", EDITOR_IN_USE);
        args.set("view_range", call.arguments().path("view_range").deepCopy());
        if (!call.arguments().has("view_range")) {
            args.putNull("view_range");
        }
        ObjectNode extras =
                JSON.createObjectNode().put("path", call.get("path")).put("impl_source", EDITOR_IN_USE);
        return new EventForm("read", args, "read", outcome.observation(), extras);
    }

    private static EventForm edit(ToolCall call, String thought, Outcome outcome) {
        ObjectNode args = JSON.createObjectNode();
        args.put("path", call.get("path"));
        args.put("command", call.get("command"));
        for (String text : List.of("file_text", "old_str", "new_str")) {
            args.put(text, call.arguments().has(text) ? call.get(text) : null);
        }
        args.put("insert_line", whole(call, "insert_line"));
        args.put("content", "");
        args.put("start", 1);
        args.put("end", -1);
        args.put("thought", thought);
        args.put("security_risk", risk(call));
        args.put("impl_source", EDITOR_IN_USE);
        boolean creates = call.get("command").equals("create");
        ObjectNode extras = JSON.createObjectNode();
        extras.put("path", call.get("path"));
        extras.put("prev_exist", !creates);
        extras.putNull("old_content");
        extras.put("new_content", creates ? call.get("file_text") : null);
        extras.put("impl_source", EDITOR_IN_USE);
        extras.putNull("diff");
        return new EventForm("edit", args, "edit", outcome.observation(), extras);
    }

    private static EventForm think(ToolCall call, String thought, Outcome outcome) {
        String said = thought.isEmpty() ? "" : thought + "\n";
        ObjectNode args = JSON.createObjectNode().put("thought", said + call.get("thought"));
        return new EventForm("think", args, "think", outcome.observation(), JSON.createObjectNode());
    }

    private static EventForm tasks(ToolCall call, String thought, Outcome outcome) {
        ArrayNode list = JSON.createArrayNode();
        for (JsonNode task : call.arguments().path("task_list")) {
            list.addObject()
                    .put("id", task.path("id").asText())
                    .put("title", task.path("title").asText())
                    .put("status", task.path("status").asText("todo"))
                    .put("notes", task.path("notes").asText());
        }
        ObjectNode extras = JSON.createObjectNode().put("command", call.get("command"));
        extras.set("task_list", list);
        return new EventForm(
                "task_tracking",
                extras.deepCopy().put("thought", thought),
                "task_tracking",
                outcome.observation(),
                extras);
    }

    private static EventForm finish(ToolCall call, String thought) {
        ObjectNode args = JSON.createObjectNode().put("final_thought", call.get("message"));
        args.putObject("outputs");
        args.put("thought", thought);
        return new EventForm("finish", args, "", "", JSON.createObjectNode());
    }

    /** OpenHands has one action for all tools that are not its own. */
    private static EventForm foreign(ToolCall call, String thought, Outcome outcome) {
        ObjectNode extras = JSON.createObjectNode().put("name", call.tool());
        extras.set("arguments", call.arguments());
        ObjectNode args = extras.deepCopy().put("thought", thought).put("security_risk", -1);
        return new EventForm("call_tool_mcp", args, "mcp", outcome.observation(), extras);
    }

    private static int risk(ToolCall call) {
        return RISKS.indexOf(call.get("security_risk"));
    }

    private static @Nullable Integer whole(ToolCall call, String name) {
        return call.whole(name).isPresent() ? Integer.valueOf(call.whole(name).getAsInt()) : null;
    }
}
