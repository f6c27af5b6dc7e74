package dev.trimtab.scaffolds.openhands;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.runtime.tool.AgentFiles;
import dev.trimtab.runtime.tool.TextEditor;
import dev.trimtab.runtime.tool.ToolException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out the editor's commands. */
final class EditorTool {
    private final TextEditor editor = new TextEditor();

    /**
     * Carries a command out.
     *
     * @return what the agent observes
     * @throws ToolException if it cannot be done, or lacks what it needs
     */
    String run(AgentFiles files, ToolCall call) throws ToolException {
        String path = call.get("path");
        return switch (call.get("command")) {
            case "view" -> editor.view(files, path, range(call));
            case "create" -> editor.create(files, path, needed(call, "file_text"));
            case "str_replace" -> editor.replace(files, path, needed(call, "old_str"), call.get("new_str"));
            case "insert" ->
                editor.insert(
                        files,
                        path,
                        call.whole("insert_line").orElseThrow(() -> lacks(call, "insert_line")),
                        needed(call, "new_str"));
            default -> editor.undo(files, path);
        };
    }

    private static String needed(ToolCall call, String name) throws ToolException {
        if (!call.arguments().has(name)) {
            throw lacks(call, name);
        }
        return call.get(name);
    }

    private static ToolException lacks(ToolCall call, String name) {
        return new ToolException("command " + call.get("command") + " needs the parameter '" + name + "'");
    }

    private static @Nullable List<Integer> range(ToolCall call) throws ToolException {
        JsonNode range = call.arguments().get("view_range");
        if (range == null) {
            return null;
        }
        if (range.size() != 2) {
            throw new ToolException("view_range must be two whole numbers");
        }
        return List.of(range.get(0).asInt(), range.get(1).asInt());
    }
}
