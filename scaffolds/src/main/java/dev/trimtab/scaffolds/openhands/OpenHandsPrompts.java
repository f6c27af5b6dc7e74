package dev.trimtab.scaffolds.openhands;

import dev.trimtab.runtime.context.ContextItem;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.context.ContextRequest.Model;
import dev.trimtab.runtime.context.Section;
import dev.trimtab.runtime.context.Section.Role;
import dev.trimtab.runtime.run.RunContext;
import dev.trimtab.runtime.run.Task;
import dev.trimtab.runtime.sandbox.Command;
import dev.trimtab.scaffolds.prompt.SpokenDuration;
import dev.trimtab.scaffolds.prompt.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OpenHands' prompt: the system message and the problem, which are always there, then what the context policy shows of the events. */
final class OpenHandsPrompts {
    private final Task task;
    private final OpenHandsConfig config;
    private final OpenHandsTemplates templates;
    private final ToolSet tools;

    OpenHandsPrompts(Task task, OpenHandsConfig config, OpenHandsTemplates templates, ToolSet tools) {
        this.task = task;
        this.config = config;
        this.templates = templates;
        this.tools = tools;
    }

    /** Returns the answer to a reply without a call. */
    String goOn() {
        return templates.goOn();
    }

    /** Returns what is told after a reply that was cut at its length limit. */
    String cutReply() {
        return templates.cutReply();
    }

    /**
     * Returns the request for the next reply.
     *
     * @param items the events, oldest first
     * @param direction what to work on, or null to leave it to the model
     */
    ContextRequest act(RunContext context, List<ContextItem> items, @Nullable String direction) {
        Map<String, String> words = words(context);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Fixed(Role.SYSTEM, system()));
        sections.add(new Section.Fixed(
                Role.USER,
                Wording.fill(templates.first(), words) + "\n\n# Problem\n\n"
                        + task.description().strip()));
        sections.add(new Section.Memory(Role.USER, "", /* chat= */ true));
        if (direction != null) {
            words.put("direction", direction);
            sections.add(new Section.Fixed(Role.USER, Wording.fill(templates.direction(), words)));
        }
        if (config.showLeft()) {
            sections.add(new Section.Fixed(Role.USER, Wording.fill(templates.left(), words)));
        }
        return config.functionCalling()
                ? new ContextRequest("act", Model.CODER, sections, items, tools.functions())
                : new ContextRequest("act", Model.CODER, sections, items, List.of(), List.of(FunctionText.STOP));
    }

    private String system() {
        List<String> lines = new ArrayList<>(templates.system());
        if (config.planMode()) {
            lines.add(templates.planning());
        }
        String text = Wording.bullets(lines, Map.of());
        return config.functionCalling() ? text : text + "\n\n" + written() + "\n\n" + templates.example();
    }

    private String written() {
        StringBuilder text = new StringBuilder(templates.functions());
        tools.tools().forEach((name, tool) -> {
            text.append("\n\nFunction ")
                    .append(name)
                    .append(": ")
                    .append(tool.description())
                    .append("\nParameters:");
            for (ToolSet.Parameter parameter : tool.parameters()) {
                text.append("\n- ")
                        .append(parameter.name())
                        .append(parameter.required() ? " (required)" : " (optional)")
                        .append(parameter.allowed().isEmpty() ? "" : ": one of " + parameter.allowed());
            }
        });
        return text.toString();
    }

    private Map<String, String> words(RunContext context) {
        Map<String, String> words = new HashMap<>();
        words.put("language", context.kernel().name());
        words.put("metric", task.metric());
        words.put("better", task.higherIsBetter() ? "higher" : "lower");
        words.put("limit", SpokenDuration.of(task.solutionLimit()));
        words.put("packages", String.join(", ", context.kernel().packages()));
        words.put("directory", Command.WORKSPACE);
        words.put("steps-left", Integer.toString(context.stepsLeft()));
        return words;
    }
}
