package dev.trimtab.scaffolds.openhands;

import dev.trimtab.runtime.config.Default;
import dev.trimtab.scaffolds.prompt.Wording;
import java.time.Duration;

/**
 * How OpenHands acts and what it tells the model; the defaults are the original's own.
 *
 * @param functionCalling whether tools are called as functions; else their calls are written into the reply's text
 * @param planMode whether there is a tool for the list of tasks
 * @param checkSubmission whether there is a tool that checks a submission's form
 * @param shellTimeout time that a command of the shell may take where it states none, over 0
 * @param maxMessageChars characters of an observation that are shown, half of its head and half of its tail, at least 100
 * @param stuckDetection whether an agent that goes in a circle is stopped
 * @param condensationRequest whether there is the tool by which the model asks that its memory be condensed
 * @param showLeft whether each request ends with the steps left, as MLE-bench's fork does
 * @param strictCompat whether the original's defects are kept: what a command printed does not count in telling a circle, and where no
 *     cut makes room steps go on being spent
 * @param prompts path of a YAML file that replaces parts of the prompts' wording, or {@value Wording#BUILT_IN}
 */
public record OpenHandsConfig(
        @Default("true") boolean functionCalling,
        @Default("true") boolean planMode,
        @Default("false") boolean checkSubmission,
        @Default("120s") Duration shellTimeout,
        @Default("30000") int maxMessageChars,
        @Default("true") boolean stuckDetection,
        @Default("false") boolean condensationRequest,
        @Default("false") boolean showLeft,
        @Default("false") boolean strictCompat,
        @Default(Wording.BUILT_IN) String prompts) {
    private static final int LEAST_CHARS = 100;

    /** The defaults. */
    public static final OpenHandsConfig DEFAULT = new OpenHandsConfig(
            true, true, false, Duration.ofMinutes(2), 30_000, true, false, false, false, Wording.BUILT_IN);

    /** Checks the ranges. */
    public OpenHandsConfig {
        if (shellTimeout.isNegative() || shellTimeout.isZero()) {
            throw new IllegalArgumentException("shell-timeout must be > 0 but was " + shellTimeout);
        }
        if (maxMessageChars < LEAST_CHARS) {
            throw new IllegalArgumentException(
                    "max-message-chars must be >= " + LEAST_CHARS + " but was " + maxMessageChars);
        }
        if (prompts.isBlank()) {
            throw new IllegalArgumentException("prompts must name a file, or be " + Wording.BUILT_IN);
        }
    }
}
