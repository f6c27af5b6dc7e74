package dev.trimtab.scaffolds.mlab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Replies in MLAB's form. */
final class MlabReplies {
    private MlabReplies() {}

    /** An action whose input has the given keys and values, in turn. */
    static String act(String action, String... input) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        for (int i = 0; i < input.length; i += 2) {
            json.put(input[i], input[i + 1]);
        }
        return raw(action, json.toString());
    }

    /** An action with an input as it is. */
    static String raw(String action, String input) {
        return "Reflection: Nothing yet.\nResearch Plan and Status: 1. Try **" + action + "**.\nFact Check: Guessed.\n"
                + "Thought: I use " + action + ".\nAction: " + action + "\nAction Input: " + input + "\n";
    }

    static String write(String file, String content) {
        return act("Write File", "file_name", file, "content", content);
    }

    static String execute(String script) {
        return act("Execute Script", "script_name", script);
    }
}
