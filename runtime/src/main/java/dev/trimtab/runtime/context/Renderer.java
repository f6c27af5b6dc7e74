package dev.trimtab.runtime.context;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns a request and the chosen texts into chat messages; neighbouring sections of one role become one message. */
final class Renderer {
    private final Map<String, String> required;
    private final List<ContextPlan.Shown> memory;
    private final List<ChatMessage> messages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Section.Role role = Section.Role.SYSTEM;

    private Renderer(Map<String, String> required, List<ContextPlan.Shown> memory) {
        this.required = required;
        this.memory = memory;
    }

    /**
     * @param request the request
     * @param required by item id, the text of each required item as cut
     * @param memory the optional items to show, in order
     */
    static List<ChatMessage> render(
            ContextRequest request, Map<String, String> required, List<ContextPlan.Shown> memory) {
        Renderer renderer = new Renderer(required, memory);
        request.sections().forEach(renderer::add);
        renderer.flush();
        return renderer.messages;
    }

    private void add(Section section) {
        if (section instanceof Section.Memory place && place.chat()) {
            for (ChatMessage message : ChatTurns.of(memory)) {
                if (message instanceof UserMessage user) {
                    say(Section.Role.USER, user.singleText());
                } else {
                    flush();
                    messages.add(message);
                }
            }
            return;
        }
        say(section.role(), text(section));
    }

    private void say(Section.Role by, String part) {
        if (part.isEmpty()) {
            return;
        }
        if (by != role) {
            flush();
        }
        role = by;
        text.append(text.isEmpty() ? "" : "\n\n").append(part);
    }

    private void flush() {
        if (!text.isEmpty()) {
            messages.add(
                    role == Section.Role.SYSTEM
                            ? SystemMessage.from(text.toString())
                            : UserMessage.from(text.toString()));
            text.setLength(0);
        }
    }

    private String text(Section section) {
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
}
