package dev.trimtab.runtime.tool;

import java.nio.file.Path;

/** Says whether a submission has a form that can be graded. It never tells a score. */
@FunctionalInterface
public interface SubmissionCheck {
    /**
     * Checks a submission.
     *
     * @param submission the file; it may be malformed
     */
    Verdict check(Path submission);

    /**
     * What was found.
     *
     * @param valid whether nothing is wrong as far as was looked
     * @param text one or two sentences for the agent: how far was looked, or what is wrong
     */
    record Verdict(boolean valid, String text) {}
}
