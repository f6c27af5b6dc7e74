package dev.trimtab.scaffolds.aide;

import dev.trimtab.runtime.run.Execution;
import dev.trimtab.runtime.sandbox.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a program printed, as it is shown to the model. */
final class OutputText {
    /** Characters up to which an output is shown uncut. */
    static final int UNCUT = 5100;

    /** Characters kept at each end of a longer output. */
    static final int KEPT = 2500;

    private OutputText() {}

    /**
     * Returns the output with a last line on how the program ended.
     *
     * @param limit wall time that the program may take
     * @param showTime whether to tell how long it ran
     */
    static String of(Execution execution, Duration limit, boolean showTime) {
        String output = execution.result().output().stripTrailing();
        String notice = notice(execution, limit, showTime);
        return notice.isEmpty() ? output : output.isEmpty() ? notice : output + "\n" + notice;
    }

    private static String notice(Execution execution, Duration limit, boolean showTime) {
        Violation violation = execution.result().violation();
        if (violation == Violation.TIMEOUT) {
            return "TimeoutError: the program was stopped at its time limit of " + words(limit) + ".";
        }
        if (violation != null) {
            return "The program was stopped: it went beyond its limit of "
                    + violation.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".";
        }
        return showTime
                ? "The program ran for " + words(execution.result().wallTime()) + " (limit " + words(limit) + ")."
                : "";
    }

    /** Returns a text of more than 5,100 characters as its first and last 2,500 around a line that says how many are missing. */
    static String cut(String text) {
        if (text.length() <= UNCUT) {
            return text;
        }
        int missing = text.length() - 2 * KEPT;
        return text.substring(0, KEPT) + "\n[... " + missing + " characters left out ...]\n"
                + text.substring(text.length() - KEPT);
    }

    /** Returns the last score that a line {@code Validation <metric>: <value>} of the output gives, or null. */
    static @Nullable Double printedScore(String output, String metric) {
        Matcher line = Pattern.compile("(?mi)^\\s*Validation\\s+" + Pattern.quote(metric) + "\\s*[:=]\\s*(\\S+)\\s*$")
                .matcher(output);
        Double score = null;
        while (line.find()) {
            score = ReviewCall.finite(line.group(1));
        }
        return score;
    }

    /** Returns a duration as one would say it, its two largest units, such as {@code 1 hour 30 minutes}. */
    static String words(Duration duration) {
        List<String> parts = new ArrayList<>();
        unit(parts, duration.toDays(), "day");
        unit(parts, duration.toHoursPart(), "hour");
        unit(parts, duration.toMinutesPart(), "minute");
        unit(parts, duration.toSecondsPart(), "second");
        return parts.isEmpty() ? "less than a second" : String.join(" ", parts.subList(0, Math.min(2, parts.size())));
    }

    private static void unit(List<String> parts, long count, String name) {
        if (count > 0) {
            parts.add(count + " " + name + (count == 1 ? "" : "s"));
        }
    }
}
