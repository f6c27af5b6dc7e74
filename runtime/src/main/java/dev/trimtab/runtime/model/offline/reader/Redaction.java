package dev.trimtab.runtime.model.offline.reader;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes hypothesis ids, family tags, certificates and durations out of a prompt: the offline engineer must not profit from them.
 *
 * <p>A prompt and the same prompt with those changed or left out come to the same text.
 */
public final class Redaction {
    private static final String UNIT = "(?:milliseconds?|seconds?|minutes?|hours?|days?|secs?|mins?|hrs?|ms|s|h)\\b";
    private static final String DURATION =
            "\\d+(?:\\.\\d+)? ?" + UNIT + "(?:,? (?:and )?\\d+(?:\\.\\d+)? ?" + UNIT + ")*";

    private record Rule(Pattern pattern, String to) {}

    private static final List<Rule> RULES = List.of(
            rule(
                    "(?mi)^[ \\t]*(?:- )?(?:family|hypothesis|handle|certificate|node id|id of the node)s? ?[:=][^|\\n]*$\\n?",
                    ""),
            rule(
                    "(?mi)^[^\\n]*\\b(?:the program ran for|time left|ran for|took|elapsed|duration|execution time)\\b[^|\\n]*"
                            + DURATION + "[^|\\n]*$\\n?",
                    ""),
            rule("(?i)\\b(?:family|hypothesis|handle|certificate) ?[:=][^|\\n]*\\|[ \\t]*", ""),
            rule("(?i)[ \\t]*\\|[ \\t]*(?:family|hypothesis|handle|certificate) ?[:=][^|\\n]*", ""),
            rule("(?i)\\[(?:law|certificate|L\\d{1,2})\\b[^\\]\\n]*\\]", ""),
            rule("(?i)\\((?:law|certificate|L\\d{1,2})\\b[^)\\n]*\\)", ""),
            rule("(?m)^([ \\t]*)- (?:\\([\\w.:#-]{1,40}\\)|\\[[\\w.:#-]{1,40}\\])[ \\t]*", "$1- "),
            rule("(?i)\\b(?:node|hypothesis|handle|attempt) ?[:#=]?[ \\t]*(?:[a-z]+[-_])?[a-z]?\\d[\\w-]*", ""),
            rule(
                    "\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b|\\b(?=[a-f]*\\d)[0-9a-f]{16,}\\b",
                    ""),
            rule("(?i)[ \\t]*\\b(?:(?:in|after|for|took|within|of|limit|at its time limit of|about) )?" + DURATION, ""),
            rule("\\([ \\t]*\\)|\\[[ \\t]*\\]", ""),
            rule("[ \\t]+([,;:|)]|\\.(?=\\s|$))", "$1"),
            rule("(?m)[ \\t]+$", ""),
            rule("(?m)(?<=\\S)[ \\t]{2,}", " "),
            rule("\\n{2,}", "\n\n"));

    private Redaction() {}

    /** Returns the text without what must not be read; programs, in fences that name a language, are left as they are. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder();
        Matcher fence = Pattern.compile("(?ms)^[ \\t]*```\\w+[ \\t]*$.*?^[ \\t]*```[ \\t]*$")
                .matcher(text);
        int from = 0;
        while (fence.find()) {
            out.append(prose(text.substring(from, fence.start()))).append(fence.group());
            from = fence.end();
        }
        return out.append(prose(text.substring(from))).toString();
    }

    private static String prose(String text) {
        String clean = text;
        for (Rule rule : RULES) {
            clean = rule.pattern().matcher(clean).replaceAll(rule.to());
        }
        return clean;
    }

    private static Rule rule(String regex, String to) {
        return new Rule(Pattern.compile(regex), to);
    }
}
