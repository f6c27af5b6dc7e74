package dev.trimtab.runtime.context;

import dev.langchain4j.agent.tool.ToolSpecification;
import java.util.List;

/**
 * What a scaffold wants to say to the model: what must be in the prompt, and what may be.
 *
 * @param purpose what the call is for, such as {@code draft} or {@code review}; it keys random streams and the log
 * @param model which of the run's models answers
 * @param sections the prompt in order; at most one {@link Section.Memory}
 * @param optional the items the context policy may choose among, oldest first; empty when there is no memory section
 * @param tools tools the model may call; with exactly one, the call is forced
 * @param stops texts at which the model stops writing
 */
public record ContextRequest(
        String purpose,
        Model model,
        List<Section> sections,
        List<ContextItem> optional,
        List<ToolSpecification> tools,
        List<String> stops) {
    /** Which of the run's models answers a request. */
    public enum Model {
        /** The model that writes solutions. */
        CODER,
        /** The model that judges outputs. */
        FEEDBACK
    }

    /** A request without stops. */
    public ContextRequest(
            String purpose,
            Model model,
            List<Section> sections,
            List<ContextItem> optional,
            List<ToolSpecification> tools) {
        this(purpose, model, sections, optional, tools, List.of());
    }

    /** Copies the lists and checks the memory section. */
    public ContextRequest {
        sections = List.copyOf(sections);
        optional = List.copyOf(optional);
        tools = List.copyOf(tools);
        stops = List.copyOf(stops);
        long memories =
                sections.stream().filter(Section.Memory.class::isInstance).count();
        if (memories > 1) {
            throw new IllegalArgumentException("a request has at most one memory section but had " + memories);
        }
        if (memories == 0 && !optional.isEmpty()) {
            throw new IllegalArgumentException("optional items need a memory section to appear in");
        }
    }
}
