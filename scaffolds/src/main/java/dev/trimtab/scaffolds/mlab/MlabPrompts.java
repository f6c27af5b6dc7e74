package dev.trimtab.scaffolds.mlab;

import dev.trimtab.runtime.context.ContextItem;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.context.ContextRequest.Model;
import dev.trimtab.runtime.context.Section;
import dev.trimtab.runtime.context.Section.Role;
import dev.trimtab.runtime.run.RunContext;
import dev.trimtab.runtime.run.Task;
import dev.trimtab.scaffolds.prompt.SpokenDuration;
import dev.trimtab.scaffolds.prompt.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** MLAB's prompts: one user message of tools, problem, rules and form, then what the context policy shows of the steps. */
final class MlabPrompts {
    /** Least tokens shown of a text that a side call is about. */
    private static final int FLOOR = 200;

    private final Task task;
    private final boolean showLeft;
    private final boolean showTime;
    private final MlabTemplates templates;

    MlabPrompts(Task task, boolean showLeft, boolean showTime, MlabTemplates templates) {
        this.task = task;
        this.showLeft = showLeft;
        this.showTime = showTime;
        this.templates = templates;
    }

    /** Returns the names of a reply's entries, in order. */
    List<String> entries() {
        return List.copyOf(templates.entries().keySet());
    }

    /**
     * Returns the request for the next action.
     *
     * @param items the steps, oldest first, after the digest of the log where there is one
     * @param begin whether the start line is shown
     * @param complaints of replies to this request that could not be read
     * @param direction what to work on, or null to leave it to the model
     */
    ContextRequest act(
            RunContext context,
            List<ContextItem> items,
            boolean begin,
            List<String> complaints,
            @Nullable String direction) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Fixed(Role.USER, frame(context, direction)));
        if (begin) {
            sections.add(new Section.Fixed(Role.USER, templates.start()));
        }
        sections.add(new Section.Memory(Role.USER, "# History"));
        complaints.forEach(complaint -> sections.add(new Section.Fixed(Role.USER, complaint)));
        return new ContextRequest("act", Model.CODER, sections, items, List.of(), List.of(MlabReply.STOP));
    }

    /**
     * Returns what is said of a reply that cannot be used.
     *
     * @param wrong why not, or empty to leave that to the model
     * @param cut whether it was cut at its length limit
     */
    String complaint(String wrong, boolean cut) {
        String names = String.join(", ", templates.entries().keySet());
        String complaint = Wording.fill(templates.complaint(), Map.of("entries", names));
        String why = wrong.isEmpty() ? "" : " " + Wording.fill(templates.complaintReason(), Map.of("wrong", wrong));
        return complaint + why + cut(cut);
    }

    private String cut(boolean cut) {
        return cut ? " " + templates.cutReply() : "";
    }

    private String frame(RunContext context, @Nullable String direction) {
        Map<String, String> words = words(context);
        if (direction != null) {
            words.put("direction", direction);
        }
        if (showLeft) {
            words.put("steps", Integer.toString(context.step() + context.stepsLeft()));
        }
        StringBuilder text = new StringBuilder(Wording.fill(templates.role(), words)).append('\n');
        for (MlabAction action : MlabAction.values()) {
            if (action.visible()) {
                MlabTemplates.Tool tool = tool(action);
                text.append("\n- ")
                        .append(action.title())
                        .append(": ")
                        .append(tool.does())
                        .append("\nUsage:\n```\nAction: ")
                        .append(action.title())
                        .append("\nAction Input: ")
                        .append(usage(action))
                        .append("\nObservation: ")
                        .append(tool.returns())
                        .append("\n```\n");
            }
        }
        text.append("\nResearch Problem: ")
                .append(task.description().strip())
                .append("\n\n")
                .append(Wording.bullets(templates.rules(), words))
                .append("\n\n")
                .append(Wording.fill(templates.format(), words))
                .append('\n');
        templates
                .entries()
                .forEach((name, what) ->
                        text.append(name).append(": ").append(what).append('\n'));
        return text.append(MlabReply.STOP).toString();
    }

    private MlabTemplates.Tool tool(MlabAction action) {
        return templates.tools().getOrDefault(action.title(), new MlabTemplates.Tool("", Map.of(), ""));
    }

    /** Returns an input as a sketch, each value being what it has to be. */
    String usage(MlabAction action) {
        StringBuilder usage = new StringBuilder("{\n");
        for (String key : action.keys()) {
            usage.append("  \"")
                    .append(key)
                    .append("\": [")
                    .append(tool(action).inputs().getOrDefault(key, key))
                    .append("],\n");
        }
        return usage.deleteCharAt(usage.length() - 2).append('}').toString();
    }

    /**
     * Returns the observation after an input that cannot be read.
     *
     * @param cut whether the reply was cut at its length limit
     */
    String badInput(MlabAction action, boolean cut) {
        return Wording.fill(templates.badInput(), Map.of("action", action.title(), "usage", usage(action))) + cut(cut);
    }

    /** Returns the line on what is left, after this step. */
    String left(RunContext context) {
        Map<String, String> words = new HashMap<>();
        words.put("steps-left", Integer.toString(context.stepsLeft() - 1));
        if (showTime && context.timeLeft() != null) {
            words.put("time-left", SpokenDuration.of(context.timeLeft()));
        }
        String both = Wording.fill(templates.leftWithTime(), words);
        return both.isEmpty() ? Wording.fill(templates.left(), words) : both;
    }

    /** Returns the request for a summary of a part of an observation. */
    ContextRequest summarisePart(String step, int part, int parts, String text) {
        return side("summarise", Model.FEEDBACK, templates.summarisePart(), numbers(part, parts), step, text);
    }

    /** Returns the request for a summary of summaries. */
    ContextRequest summariseParts(String step, String text) {
        return side("summarise", Model.FEEDBACK, templates.summariseParts(), Map.of(), step, text);
    }

    /** Returns the request for a reading of a part of a file. */
    ContextRequest understandPart(String file, String lookedFor, int part, int parts, String text) {
        Map<String, String> words = numbers(part, parts);
        words.put("file-name", file);
        words.put("looked-for", lookedFor);
        return side("understand", Model.FEEDBACK, templates.understandPart(), words, "", text);
    }

    /** Returns the request for one answer out of the readings of a file's parts. */
    ContextRequest understandParts(String file, String lookedFor, String text) {
        return side(
                "understand",
                Model.FEEDBACK,
                templates.understandParts(),
                Map.of("file-name", file, "looked-for", lookedFor),
                "",
                text);
    }

    /** Returns the request for a change of a script. */
    ContextRequest edit(RunContext context, String file, String instruction, String code) {
        Map<String, String> words = words(context);
        words.put("file-name", file);
        words.put("instruction", instruction);
        String format = Wording.fill(templates.editFormat(), words);
        ContextItem item = new ContextItem("edit", ContextItem.Kind.CODE, context.step(), code, null);
        return new ContextRequest(
                "edit",
                Model.CODER,
                List.of(
                        new Section.Fixed(Role.USER, Wording.fill(templates.edit(), words)),
                        new Section.Required(
                                Role.USER,
                                "# Current program",
                                item,
                                context.kernel().fenceLanguage(),
                                FLOOR),
                        new Section.Fixed(Role.USER, format)),
                List.of(),
                List.of());
    }

    /** Returns the request for a summary of a step. */
    ContextRequest logStep(String step) {
        return side("log", Model.FEEDBACK, templates.logStep(), Map.of(), "", step);
    }

    /** Returns the request for what the log says of a plan. */
    ContextRequest retrieve(String plan, String log) {
        return side("retrieve", Model.FEEDBACK, templates.retrieve(), Map.of("plan", plan), "", log);
    }

    /** Returns the request for thoughts. */
    ContextRequest reflect(String things, String log) {
        return side("reflect", Model.FEEDBACK, templates.reflect(), Map.of("text", things), "", log);
    }

    private ContextRequest side(
            String purpose, Model model, String template, Map<String, String> words, String before, String text) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Fixed(Role.USER, Wording.fill(template, words)));
        if (!before.isEmpty()) {
            sections.add(new Section.Fixed(Role.USER, before));
        }
        ContextItem item = new ContextItem(purpose, ContextItem.Kind.OBSERVATION, 0, text, null);
        sections.add(new Section.Required(Role.USER, "# Material", item, "", FLOOR));
        return new ContextRequest(purpose, model, sections, List.of(), List.of());
    }

    private static Map<String, String> numbers(int part, int parts) {
        Map<String, String> words = new HashMap<>();
        words.put("part", Integer.toString(part));
        words.put("parts", Integer.toString(parts));
        return words;
    }

    private Map<String, String> words(RunContext context) {
        Map<String, String> words = new HashMap<>();
        words.put("language", context.kernel().fenceLanguage());
        words.put("file", context.kernel().solutionFile());
        words.put("metric", task.metric());
        words.put("better", task.higherIsBetter() ? "higher" : "lower");
        words.put("limit", SpokenDuration.of(task.solutionLimit()));
        words.put("packages", String.join(", ", context.kernel().packages()));
        return words;
    }
}
