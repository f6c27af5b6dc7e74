package dev.trimtab.runtime.context;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns a request and the chosen texts into chat messages; neighbouring sections of one role become one message. */
final class Renderer {
    private Renderer() {}

    /**
     * @param request the request
     * @param required by item id, the text of each required item as cut
     * @param memory the optional items to show, in order
     */
    static List<ChatMessage> render(
            ContextRequest request, Map<String, String> required, List<ContextPlan.Shown> memory) {
        List<ChatMessage> messages = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Section.Role role = null;
        for (Section section : request.sections()) {
            String part = text(section, required, memory);
            if (part.isEmpty()) {
                continue;
            }
            if (role != null && section.role() != role) {
                messages.add(message(role, text.toString()));
                text.setLength(0);
            }
            role = section.role();
            text.append(text.isEmpty() ? "" : "\n\n").append(part);
        }
        if (role != null) {
            messages.add(message(role, text.toString()));
        }
        return messages;
    }

    private static String text(Section section, Map<String, String> required, List<ContextPlan.Shown> memory) {
        if (section instanceof Section.Required item) {
            return item.heading() + "\n\n"
                    + fenced(
                            item,
                            required.getOrDefault(item.item().id(), item.item().text()));
        }
        if (section instanceof Section.Memory place) {
            return memory.isEmpty()
                    ? ""
                    : (place.heading().isEmpty() ? "" : place.heading() + "\n\n")
                            + String.join(
                                    "\n\n",
                                    memory.stream().map(ContextPlan.Shown::text).toList());
        }
        return ((Section.Fixed) section).text();
    }

    private static String fenced(Section.Required section, String text) {
        return section.fence() == null ? text : "```" + section.fence() + "\n" + text + "\n```";
    }

    private static ChatMessage message(Section.Role role, String text) {
        return role == Section.Role.SYSTEM ? SystemMessage.from(text) : UserMessage.from(text);
    }
}
