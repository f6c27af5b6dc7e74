package dev.trimtab.scaffolds.mlab;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.trimtab.runtime.run.RunContext;
import dev.trimtab.runtime.tool.AgentFiles;
import dev.trimtab.runtime.tool.ToolException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has scripts changed by a model, keeps what they were, and takes edits back. */
final class ScriptEdits {
    private static final String BACKUPS = "backup";
    private static final int CONTEXT_LINES = 3;
    private static final int STEP_DIGITS = 4;

    private final MlabPrompts prompts;

    ScriptEdits(MlabPrompts prompts) {
        this.prompts = prompts;
    }

    /**
     * Has a whole script changed; one that does not exist begins empty.
     *
     * @return the difference
     * @throws ToolException if the model gave no script, or the place is not the agent's to write
     */
    String whole(RunContext context, String script, String instruction, String saved) throws ToolException {
        AgentFiles files = context.files();
        String before = files.exists(script) ? files.read(script) : "";
        if (!files.exists(script)) {
            files.write(script, "");
        }
        String after = edited(context, script, instruction, before);
        return save(context, script, before, after, saved);
    }

    /** Has the lines {@code first} to {@code last}, from 1, of a script changed. */
    String segment(RunContext context, String script, int first, int last, String instruction, String saved)
            throws ToolException {
        List<String> lines = context.files().read(script).lines().toList();
        if (first < 1 || last < first || last > lines.size()) {
            throw new ToolException("there are no lines " + first + " to " + last + " in " + script);
        }
        String part = edited(context, script, instruction, String.join("\n", lines.subList(first - 1, last)));
        String after = String.join("\n", lines.subList(0, first - 1)) + (first > 1 ? "\n" : "")
                + part.stripTrailing() + "\n"
                + String.join("\n", lines.subList(last, lines.size()));
        return save(context, script, context.files().read(script), after, saved);
    }

    /**
     * Takes back the newest edit of a script.
     *
     * @return the script as it was
     * @throws ToolException if there is none
     */
    String undo(RunContext context, String script) throws ToolException {
        AgentFiles files = context.files();
        String prefix = backupPrefix(files, script);
        List<String> backups = files.isFolder(BACKUPS)
                ? files.list(BACKUPS).stream()
                        .filter(b -> b.startsWith(prefix) && b.length() == prefix.length() + STEP_DIGITS)
                        .toList()
                : List.of();
        if (backups.isEmpty()) {
            throw new ToolException("there is no edit of " + script + " to take back");
        }
        String newest = BACKUPS + "/" + backups.get(backups.size() - 1);
        files.copy(newest, script);
        files.delete(newest);
        return files.read(script);
    }

    private String edited(RunContext context, String script, String instruction, String code) throws ToolException {
        ChatResponse response = context.chat(prompts.edit(context, script, instruction, code));
        String reply = Objects.requireNonNullElse(response.aiMessage().text(), "");
        String language = context.kernel().fenceLanguage();
        Matcher fence = Pattern.compile("```" + Pattern.quote(language) + "[^\\n]*\\n([\\s\\S]*?)```")
                .matcher(reply);
        if (!fence.find()) {
            boolean cut = response.finishReason() == FinishReason.LENGTH;
            throw new ToolException(
                    cut
                            ? "the assistant's answer was cut at its length limit; have less changed at once"
                            : "the assistant gave no script; try another instruction");
        }
        return fence.group(1);
    }

    private static String save(RunContext context, String script, String before, String after, String saved)
            throws ToolException {
        AgentFiles files = context.files();
        files.write(saved, after);
        files.write(String.format("%s/%s%04d", BACKUPS, backupPrefix(files, saved), context.step()), before);
        List<String> old = before.lines().toList();
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                script, saved, old, DiffUtils.diff(old, after.lines().toList()), CONTEXT_LINES);
        return "The edited file is saved to " + saved + ". Here is the difference, look it over:\n\n"
                + String.join("\n", diff);
    }

    private static String backupPrefix(AgentFiles files, String script) throws ToolException {
        return files.name(script).replace('/', '+') + "_";
    }
}
