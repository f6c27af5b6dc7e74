package dev.trimtab.scaffolds.openhands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import java.util.Arrays;
import java.util.List;

/** Replies that call tools. */
final class Calls {
    private Calls() {}

    /** A reply with one call after some words. */
    static AiMessage reply(String thought, ToolExecutionRequest... calls) {
        return thought.isEmpty() ? AiMessage.from(List.of(calls)) : AiMessage.from(thought, List.of(calls));
    }

    /** A call whose arguments have the given names and values, in turn. */
    static ToolExecutionRequest call(String tool, Object... arguments) {
        return ToolExecutionRequest.builder()
                .id("x")
                .name(tool)
                .arguments(json(arguments).toString())
                .build();
    }

    static ObjectNode json(Object... arguments) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        for (int i = 0; i < arguments.length; i += 2) {
            json.putPOJO(String.valueOf(arguments[i]), arguments[i + 1]);
        }
        return json.deepCopy();
    }

    static AiMessage shell(String command) {
        return reply("I run " + command + ".", call("execute_bash", "command", command));
    }

    static AiMessage create(String path, String... lines) {
        return reply(
                "I write " + path + ".",
                call(
                        "str_replace_editor",
                        "command",
                        "create",
                        "path",
                        path,
                        "file_text",
                        String.join("\n", Arrays.asList(lines))));
    }
}
