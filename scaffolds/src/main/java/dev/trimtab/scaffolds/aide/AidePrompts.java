package dev.trimtab.scaffolds.aide;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.context.ContextItem;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.context.ContextRequest.Model;
import dev.trimtab.runtime.context.Section;
import dev.trimtab.runtime.context.Section.Role;
import dev.trimtab.runtime.kernel.Kernel;
import dev.trimtab.runtime.run.RunContext;
import dev.trimtab.runtime.run.Task;
import dev.trimtab.scaffolds.prompt.SpokenDuration;
import dev.trimtab.scaffolds.prompt.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * AIDE's prompts: one system message of Markdown sections in AIDE's order, in our own words.
 *
 * <p>A draft sees task, memory, instructions and data; an improvement the parent's code in place of the data; a repair the broken program, its
 * output and the data, but no memory; a review the program and its output.
 */
final class AidePrompts {
    /** Least tokens shown of a program: enough for its imports and the end, where it predicts and prints. */
    private static final int CODE_FLOOR = 500;

    /** Least tokens shown of an output: enough for the trace's last frames and the error's message. */
    private static final int OUTPUT_FLOOR = 250;

    /** Least tokens shown of the data's description: enough for the columns of a small table. */
    private static final int DATA_FLOOR = 200;

    private final Task task;
    private final AideConfig config;
    private final boolean showTime;
    private final PromptTemplates templates;

    AidePrompts(Task task, AideConfig config, boolean showTime, PromptTemplates templates) {
        this.task = task;
        this.config = config;
        this.showTime = showTime;
        this.templates = templates;
    }

    /**
     * Returns the request for a solution from nothing.
     *
     * @param memory everything tried so far, oldest first
     * @param reason a direction to take, or null to leave it to the model
     */
    ContextRequest draft(RunContext context, List<ContextItem> memory, @Nullable String reason) {
        Map<String, String> words = words(context);
        words.put("packages", String.join(", ", shuffled(context)));
        if (reason != null) {
            words.put("reason", reason);
        }
        List<Section> sections = new ArrayList<>();
        sections.add(opening(templates.introduction().draft(), words));
        sections.add(memory());
        sections.add(instructions(
                context.kernel(),
                words,
                "Solution sketch guideline",
                templates.draftGuideline(),
                "\n\n## Installed packages\n\n" + Wording.fill(templates.packages(), words)));
        addData(context, sections);
        return coding("draft", sections, memory);
    }

    /** Returns the request for one change of a working solution. */
    ContextRequest improve(RunContext context, List<ContextItem> memory, SolutionNode parent) {
        Map<String, String> words = words(context);
        List<Section> sections = List.of(
                opening(templates.introduction().improve(), words),
                memory(),
                instructions(
                        context.kernel(), words, "Solution improvement guideline", templates.improveGuideline(), ""),
                code(
                        context,
                        "# Previous solution\n\n## Code",
                        parent.attempt().id(),
                        parent.attempt().code(),
                        parent));
        return coding("improve", sections, memory);
    }

    /** Returns the request for the repair of a broken solution. */
    ContextRequest debug(RunContext context, SolutionNode parent) {
        Map<String, String> words = words(context);
        List<Section> sections = new ArrayList<>();
        sections.add(opening(templates.introduction().debug(), words));
        sections.add(code(
                context,
                "# Previous (buggy) implementation",
                parent.attempt().id(),
                parent.attempt().code(),
                parent));
        sections.add(output(context, parent.attempt().id(), parent.output(), parent));
        sections.add(
                instructions(context.kernel(), words, "Bugfix improvement guideline", templates.debugGuideline(), ""));
        addData(context, sections);
        return coding("debug", sections, List.of());
    }

    /**
     * Returns the request for a judgement of an execution.
     *
     * @param id id of the node that the program becomes
     */
    ContextRequest review(RunContext context, String id, String code, String output) {
        List<Section> sections = List.of(
                opening(templates.introduction().review(), words(context)),
                code(context, "# Implementation", id, code, null),
                output(context, id, output, null));
        return new ContextRequest("review", Model.FEEDBACK, sections, List.of(), List.of(ReviewCall.TOOL));
    }

    private static ContextRequest coding(String purpose, List<Section> sections, List<ContextItem> items) {
        return new ContextRequest(purpose, Model.CODER, sections, items, List.of());
    }

    private Section opening(String introduction, Map<String, String> words) {
        return new Section.Fixed(
                Role.SYSTEM,
                "# Introduction\n\n" + Wording.fill(introduction, words) + "\n\n# Task description\n\n"
                        + task.description().strip());
    }

    private static Section memory() {
        return new Section.Memory(Role.SYSTEM, "# Memory");
    }

    private Section instructions(
            Kernel kernel, Map<String, String> words, String heading, List<String> guideline, String rest) {
        List<String> implementation = new ArrayList<>(templates.implementationGuideline());
        implementation.addAll(templates.language().getOrDefault(kernel.name(), List.of()));
        return new Section.Fixed(
                Role.SYSTEM,
                "# Instructions\n\n## Response format\n\n" + Wording.fill(templates.responseFormat(), words)
                        + "\n\n## " + heading + "\n\n" + Wording.bullets(guideline, words)
                        + "\n\n## Implementation guideline\n\n" + Wording.bullets(implementation, words)
                        + rest);
    }

    private static Section code(RunContext context, String heading, String id, String code, @Nullable SolutionNode of) {
        ContextItem item = item(context, id + ".code", ContextItem.Kind.CODE, code, of);
        return new Section.Required(Role.SYSTEM, heading, item, context.kernel().fenceLanguage(), CODE_FLOOR);
    }

    private static Section output(RunContext context, String id, String output, @Nullable SolutionNode of) {
        ContextItem item = item(context, id + ".output", ContextItem.Kind.OUTPUT, OutputText.cut(output), of);
        return new Section.Required(Role.SYSTEM, "# Execution output", item, "", OUTPUT_FLOOR);
    }

    private static ContextItem item(
            RunContext context, String id, ContextItem.Kind kind, String text, @Nullable SolutionNode of) {
        Attempt attempt = of == null ? null : of.attempt();
        return new ContextItem(id, kind, attempt == null ? context.step() : attempt.step(), text, attempt);
    }

    private void addData(RunContext context, List<Section> sections) {
        if (config.dataPreview()) {
            ContextItem item = new ContextItem("data", ContextItem.Kind.DATA, 0, context.dataPreview(), null);
            sections.add(new Section.Required(Role.SYSTEM, "# Data overview", item, /* fence= */ null, DATA_FLOOR));
        }
    }

    private Map<String, String> words(RunContext context) {
        Map<String, String> words = new HashMap<>();
        String language = context.kernel().fenceLanguage();
        words.put("language", language.substring(0, 1).toUpperCase(Locale.ROOT) + language.substring(1));
        words.put("file", context.kernel().solutionFile());
        words.put("metric", task.metric());
        words.put("better", task.higherIsBetter() ? "higher" : "lower");
        words.put("limit", SpokenDuration.of(task.solutionLimit()));
        if (config.showLeft()) {
            addLeft(context, words);
        }
        if (config.kFold() > 1) {
            words.put("folds", Integer.toString(config.kFold()));
        }
        return words;
    }

    private void addLeft(RunContext context, Map<String, String> words) {
        words.put("steps-left", Integer.toString(context.stepsLeft()));
        Duration left = context.timeLeft();
        if (showTime && left != null) {
            words.put("time-left", SpokenDuration.of(left));
            if (left.compareTo(task.solutionLimit()) < 0) {
                words.put("limit", SpokenDuration.of(left));
            }
        }
    }

    private static List<String> shuffled(RunContext context) {
        List<String> packages = new ArrayList<>(context.kernel().packages());
        RandomGenerator random = context.random("aide.packages");
        for (int i = packages.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            String swapped = packages.get(i);
            packages.set(i, packages.get(j));
            packages.set(j, swapped);
        }
        return packages;
    }
}
