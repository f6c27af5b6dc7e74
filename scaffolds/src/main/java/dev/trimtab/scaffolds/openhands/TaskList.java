package dev.trimtab.scaffolds.openhands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The agent's list of tasks. */
final class TaskList {
    private final List<String> lines = new ArrayList<>();

    /** Sets the list and returns what the agent observes. */
    String plan(JsonNode tasks) {
        lines.clear();
        tasks.forEach(task -> lines.add(task.path("id").asText() + ". ["
                + task.path("status").asText("todo") + "] " + task.path("title").asText()
                + (task.path("notes").asText().isEmpty()
                        ? ""
                        : " - " + task.path("notes").asText())));
        return "The list of tasks has " + lines.size() + " tasks now.";
    }

    /** Returns the list. */
    String view() {
        return lines.isEmpty() ? "There is no list of tasks yet." : String.join("\n", lines);
    }
}
