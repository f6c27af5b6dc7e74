package dev.trimtab.scaffolds.openhands;

import dev.trimtab.runtime.kernel.Kernel;
import dev.trimtab.runtime.run.RunContext;
import dev.trimtab.runtime.tool.ShellCommand;
import dev.trimtab.runtime.tool.ToolException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the program of the kernel's language that a command runs: a file that it names, also by way of a shell script; the text that it hands to the
 * language's own name ({@code python - <<EOF}); or an argument {@code -c}.
 */
final class ProgramSearch {
    private static final Pattern SHELL_SCRIPT =
            Pattern.compile("(?:\\b(?:ba)?sh\\s+|(?:^|\\s)(?=\\./))([\\w./-]+\\.sh)\\b");
    private static final Pattern MOVE = Pattern.compile("(?:^|[\\s;&|(])cd\\s");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\$`])");

    private final RunContext context;
    private final String began;
    private final Pattern program;

    /** @param began the directory that the command began in */
    ProgramSearch(RunContext context, String began) {
        this.context = context;
        this.began = began;
        Kernel kernel = context.kernel();
        String file = kernel.solutionFile();
        String ending = Pattern.quote(file.substring(file.lastIndexOf('.')));
        String language = "\\b" + kernel.name() + "3?\\b[^;&|\\n]*?\\s";
        String named = language + "(?<file>[\\w./-]+" + ending + ")(?=\\s|$|[;&|)])";
        String handed =
                language + "?<<-?\\s*(['\"]?)(?<mark>\\w+)\\2[^\\n]*\\n(?<text>[\\s\\S]*?)\\n[ \\t]*\\k<mark>(?=\\n|$)";
        String argument = language + "-c\\s+(?:'(?<plain>[^']*)'|\"(?<quoted>(?:[^\"\\\\]|\\\\[\\s\\S])*+)\")";
        this.program = Pattern.compile(named + "|" + handed + "|" + argument);
    }

    /** Returns the last program that a command runs and that is there, or null if there is none. */
    RunningCommand.@Nullable Script last(String command) throws ToolException {
        StringBuilder all = new StringBuilder(command);
        for (Matcher script = SHELL_SCRIPT.matcher(command); script.find(); ) {
            String text = text(script.group(1), moved(command, script.start()));
            all.append('\n').append(text == null ? "" : text);
        }
        RunningCommand.Script found = null;
        for (Matcher named = program.matcher(all); named.find(); ) {
            RunningCommand.Script next = script(named, moved(all, named.start()));
            found = next == null ? found : next;
        }
        return found;
    }

    private RunningCommand.@Nullable Script script(Matcher found, boolean moved) throws ToolException {
        String file = found.group("file");
        if (file != null) {
            String code = text(file, moved);
            return code == null ? null : new RunningCommand.Script(file, code);
        }
        String quoted = found.group("quoted");
        String plain = found.group("text") == null ? found.group("plain") : found.group("text");
        return new RunningCommand.Script(
                "", quoted == null ? plain : ESCAPED.matcher(quoted).replaceAll("$1"));
    }

    private static boolean moved(CharSequence command, int at) {
        return MOVE.matcher(command.subSequence(0, at)).find();
    }

    /** A file lies where the command began, where the session is now, first there if the command went elsewhere before, or it says where it lies. */
    private @Nullable String text(String path, boolean moved) throws ToolException {
        String now = ShellCommand.directory(context.files());
        for (String place : moved ? List.of(now, began) : List.of(began, now)) {
            String text = read(place + "/" + path);
            if (text != null) {
                return text;
            }
        }
        return read(path);
    }

    /** What the agent may not read is no program of its own. */
    private @Nullable String read(String path) {
        try {
            return context.files().exists(path) ? context.files().read(path) : null;
        } catch (ToolException refused) {
            return null;
        }
    }
}
