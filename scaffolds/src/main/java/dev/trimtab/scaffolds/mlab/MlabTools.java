package dev.trimtab.scaffolds.mlab;

import dev.trimtab.runtime.Surrogates;
import dev.trimtab.runtime.run.RunContext;
import dev.trimtab.runtime.tool.AgentFiles;
import dev.trimtab.runtime.tool.ToolException;
import dev.trimtab.scaffolds.attempt.ScriptAttempts;
import java.util.List;
import java.util.Map;

/** Carries out MLAB's actions, but for running scripts and the final answer, which are the agent's. */
final class MlabTools {
    /** Characters of a folder's listing or a file that are shown. */
    private static final int SHOWN = 10_000;

    /** Blocks of a file that are read by a model. */
    private static final int BLOCKS = 10;

    private static final int MOST_LINES = 100;

    private final MlabPrompts prompts;
    private final ScriptAttempts attempts;
    private final ScriptEdits edits;
    private final ResearchLog log;

    MlabTools(MlabPrompts prompts, ScriptAttempts attempts, ResearchLog log) {
        this.prompts = prompts;
        this.attempts = attempts;
        this.edits = new ScriptEdits(prompts);
        this.log = log;
    }

    /**
     * Carries out an action.
     *
     * @return what the agent observes
     * @throws ToolException if it cannot be done
     */
    String run(RunContext context, MlabAction action, Map<String, String> input) throws ToolException {
        return switch (action) {
            case LIST_FILES -> cut(String.join("\n", context.files().list(get(input, "dir_path"))));
            case COPY_FILE -> copy(context.files(), get(input, "source"), get(input, "destination"));
            case UNDO_EDIT -> undo(context, get(input, "script_name"));
            case UNDERSTAND -> understand(context, get(input, "file_name"), get(input, "things_to_look_for"));
            case INSPECT ->
                inspect(
                        context.files(),
                        get(input, "script_name"),
                        number(input, "start_line_number"),
                        number(input, "end_line_number"));
            case EDIT -> edit(context, input);
            case EDIT_SEGMENT -> segment(context, input);
            case VALIDATE ->
                context.checkSubmission(get(input, "submission_path")).text();
            case READ -> context.files().read(get(input, "file_name"));
            case WRITE -> write(context.files(), get(input, "file_name"), get(input, "content"));
            case APPEND -> append(context.files(), get(input, "file_name"), get(input, "content"));
            case REFLECTION -> LongText.ask(context, prompts.reflect(get(input, "things_to_reflect_on"), log.text()));
            case RETRIEVE -> log.retrieve(context, get(input, "current_plan"));
            case LOG -> log.append(context, get(input, "content"));
            case HELP -> throw new ToolException("nobody is there to help; go on by yourself");
            case EXECUTE, FINAL_ANSWER -> throw new IllegalArgumentException(action + " is the agent's");
        };
    }

    private static String get(Map<String, String> input, String key) {
        return input.getOrDefault(key, "");
    }

    private static int number(Map<String, String> input, String key) throws ToolException {
        try {
            return Integer.parseInt(get(input, key).strip());
        } catch (NumberFormatException e) {
            throw new ToolException(key + " must be a whole number but is '" + get(input, key) + "'");
        }
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : Surrogates.head(text, SHOWN) + "\n[cut]";
    }

    private String copy(AgentFiles files, String from, String to) throws ToolException {
        files.copy(from, to);
        attempts.derived(from, to);
        return "File " + from + " was copied to " + to + ".";
    }

    private String undo(RunContext context, String script) throws ToolException {
        return "Here is " + script + " as it was before the last edit:\n\n" + edits.undo(context, script);
    }

    private String edit(RunContext context, Map<String, String> input) throws ToolException {
        String script = get(input, "script_name");
        String saved = get(input, "save_name");
        String diff = edits.whole(context, script, get(input, "edit_instruction"), saved);
        attempts.derived(script, saved);
        return diff;
    }

    private String segment(RunContext context, Map<String, String> input) throws ToolException {
        String script = get(input, "script_name");
        String saved = get(input, "save_name");
        String diff = edits.segment(
                context,
                script,
                number(input, "start_line_number"),
                number(input, "end_line_number"),
                get(input, "edit_instruction"),
                saved);
        attempts.derived(script, saved);
        return diff;
    }

    private String understand(RunContext context, String file, String lookedFor) throws ToolException {
        String text = context.files().head(file, BLOCKS * LongText.BLOCK);
        return LongText.read(
                context,
                text.isEmpty() ? "(empty)" : text,
                BLOCKS,
                (part, parts, block) -> prompts.understandPart(file, lookedFor, part, parts, block),
                found -> prompts.understandParts(file, lookedFor, found));
    }

    private static String inspect(AgentFiles files, String script, int first, int last) throws ToolException {
        if (last - first > MOST_LINES) {
            throw new ToolException("at most " + MOST_LINES + " lines can be shown at a time");
        }
        List<String> lines = files.read(script).lines().toList();
        int from = Math.min(Math.max(first, 1), lines.size() + 1);
        int to = Math.min(Math.max(last, from - 1), lines.size());
        return "Here are the lines (" + script + " has " + lines.size() + " in all):\n\n"
                + String.join("\n", lines.subList(from - 1, to));
    }

    private static String write(AgentFiles files, String file, String content) throws ToolException {
        files.write(file, content);
        return "File " + file + " was written.";
    }

    private static String append(AgentFiles files, String file, String content) throws ToolException {
        files.write(file, (files.exists(file) ? files.read(file) : "") + content);
        return "File " + file + " was written.";
    }
}
