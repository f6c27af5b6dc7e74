package dev.trimtab.scaffolds.aide;

import dev.trimtab.runtime.Surrogates;
import dev.trimtab.runtime.run.Execution;
import dev.trimtab.runtime.sandbox.Violation;
import dev.trimtab.scaffolds.prompt.SpokenDuration;
import java.time.Duration;

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
            return "TimeoutError: the program was stopped at its time limit of " + SpokenDuration.of(limit) + ".";
        }
        if (violation != null) {
            return "The program was stopped: it went beyond its limit of " + violation.words() + ".";
        }
        return showTime
                ? "The program ran for " + SpokenDuration.of(execution.result().wallTime()) + " (limit "
                        + SpokenDuration.of(limit) + ")."
                : "";
    }

    /** Returns a text of more than 5,100 characters as its first and last 2,500 around a line that says how many are missing. */
    static String cut(String text) {
        if (text.length() <= UNCUT) {
            return text;
        }
        int missing = text.length() - 2 * KEPT;
        return Surrogates.head(text, KEPT) + "\n[... " + missing + " characters left out ...]\n"
                + Surrogates.tail(text, KEPT);
    }
}
