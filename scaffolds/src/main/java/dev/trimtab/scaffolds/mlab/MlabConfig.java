package dev.trimtab.scaffolds.mlab;

import dev.trimtab.runtime.config.Default;
import dev.trimtab.scaffolds.prompt.Wording;

/**
 * How MLAB acts and what it tells the model; the defaults are MLAgentBench's own.
 *
 * @param maxRetries times a reply is asked for before the run ends for want of one that can be read, at least 1
 * @param maxStepsInContext steps up to which the prompt shows the start line, and beyond which the research log is looked up, at least 1; what is
 *     shown of the steps is the context policy's choice
 * @param retrieval whether each step is summed up in a research log, and the log looked up
 * @param showLeft whether observations end with the steps left and, where durations may be shown, the time left, as MLE-bench's fork does
 * @param strictCompat whether the original's defects are kept: with retrieval on, a step costs a step more for each look into the log
 * @param prompts path of a YAML file that replaces parts of the prompts' wording, or {@value Wording#BUILT_IN}
 */
public record MlabConfig(
        @Default("5") int maxRetries,
        @Default("3") int maxStepsInContext,
        @Default("false") boolean retrieval,
        @Default("false") boolean showLeft,
        @Default("false") boolean strictCompat,
        @Default(Wording.BUILT_IN) String prompts) {
    /** The defaults. */
    public static final MlabConfig DEFAULT = new MlabConfig(5, 3, false, false, false, Wording.BUILT_IN);

    /** Checks the ranges. */
    public MlabConfig {
        atLeast("max-retries", maxRetries);
        atLeast("max-steps-in-context", maxStepsInContext);
        if (prompts.isBlank()) {
            throw new IllegalArgumentException("prompts must name a file, or be " + Wording.BUILT_IN);
        }
    }

    private static void atLeast(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(key + " must be >= 1 but was " + value);
        }
    }
}
