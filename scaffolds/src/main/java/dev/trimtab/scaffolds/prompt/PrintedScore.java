package dev.trimtab.scaffolds.prompt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The validation score that a program prints for itself. */
public final class PrintedScore {
    private PrintedScore() {}

    /** Returns the last score that a line {@code Validation <metric>: <value>} of an output gives, or null. */
    public static @Nullable Double in(String output, String metric) {
        Matcher line = Pattern.compile(
                        "(?mi)^\\h*+Validation\\s++" + Pattern.quote(metric) + "\\s*+[:=]\\s*+(\\S+)\\h*+$")
                .matcher(output);
        Double score = null;
        while (line.find()) {
            score = finite(line.group(1));
        }
        return score;
    }

    /** Returns the number that a text is, or null when it is none or not finite. */
    public static @Nullable Double finite(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
