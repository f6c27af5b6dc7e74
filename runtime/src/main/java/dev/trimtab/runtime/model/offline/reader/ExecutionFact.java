package dev.trimtab.runtime.model.offline.reader;

import dev.trimtab.runtime.model.offline.grammar.ProgramTask;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program's output tells.
 *
 * @param score the last validation score that it printed
 * @param error the error's class and message, empty if there was none
 * @param wrote the file that it says it wrote, empty if it says nothing
 */
public record ExecutionFact(OptionalDouble score, String error, String wrote) {
    private static final Pattern SCORE = Pattern.compile(
            "(?mi)^[ \\t]*Validation [\\w -]+?[:=][ \\t]*(-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)[ \\t]*$");
    private static final Pattern COMPILER = Pattern.compile("(?m)^\\S*\\.java:\\d+: error: (.+)$");
    private static final Pattern THROWN = Pattern.compile(
            "(?m)^(?:Exception in thread \"[^\"]*\" |Caused by: )?(?:[a-z]\\w*\\.)*((?:[A-Z]\\w*)(?:Error|Exception))\\b(.*)$");
    private static final Pattern STOPPED = Pattern.compile("(?m)^The program was stopped\\b.*$");
    private static final Pattern WROTE = Pattern.compile("(?m)^Wrote \\d+ \\w+ to (\\S+)$");

    /** Returns what an output tells. */
    public static ExecutionFact read(String output) {
        OptionalDouble score = OptionalDouble.empty();
        Matcher scores = SCORE.matcher(output);
        while (scores.find()) {
            score = OptionalDouble.of(Double.parseDouble(scores.group(1)));
        }
        Matcher wrote = WROTE.matcher(output);
        return new ExecutionFact(score, error(output), wrote.find() ? wrote.group(1) : "");
    }

    /** Returns whether the program says that it wrote the submission where it belongs. */
    public boolean submitted(ProgramTask.Folder folder) {
        return wrote.equals(folder.submission());
    }

    private static String error(String output) {
        Matcher compiler = COMPILER.matcher(output);
        if (compiler.find()) {
            return "CompileError: " + compiler.group(1).strip();
        }
        Matcher thrown = THROWN.matcher(output);
        if (thrown.find()) {
            return (thrown.group(1) + thrown.group(2)).strip();
        }
        Matcher stopped = STOPPED.matcher(output);
        return stopped.find() ? "LimitError: " + stopped.group().strip() : "";
    }
}
