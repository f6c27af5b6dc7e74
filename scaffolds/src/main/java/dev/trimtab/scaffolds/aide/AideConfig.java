package dev.trimtab.scaffolds.aide;

import dev.trimtab.runtime.config.Default;
import dev.trimtab.scaffolds.prompt.Wording;

/**
 * How AIDE searches and what it tells the model; the defaults are AIDE's own.
 *
 * @param numDrafts solutions drafted from nothing before the search begins, at least 1
 * @param debugProb probability in [0, 1] that a step debugs when it could also improve
 * @param maxDebugDepth debugging steps in a row, at least 0; a chain may be one longer, as in the original
 * @param kFold folds of cross-validation that the model is asked to use; 1 asks for none
 * @param dataPreview whether drafts and repairs see a description of the data
 * @param strictCompat whether the original's defects are kept: a whole number is no score, the model's verdict sets the metric's direction,
 *     the model's word that there is no submission counts
 * @param showLeft whether prompts tell the steps left and, where durations may be shown, the time left, as MLE-bench's fork does
 * @param prompts path of a YAML file that replaces parts of the prompts' wording, or {@value #BUILT_IN}
 */
public record AideConfig(
        @Default("5") int numDrafts,
        @Default("0.5") double debugProb,
        @Default("3") int maxDebugDepth,
        @Default("5") int kFold,
        @Default("true") boolean dataPreview,
        @Default("false") boolean strictCompat,
        @Default("false") boolean showLeft,
        @Default(AideConfig.BUILT_IN) String prompts) {

    /** The wording that comes with this module. */
    public static final String BUILT_IN = Wording.BUILT_IN;

    /** The defaults. */
    public static final AideConfig DEFAULT = new AideConfig(5, 0.5, 3, 5, true, false, false, BUILT_IN);

    /** Checks the ranges. */
    public AideConfig {
        atLeast("num-drafts", 1, numDrafts);
        atLeast("max-debug-depth", 0, maxDebugDepth);
        atLeast("k-fold", 1, kFold);
        if (!(debugProb >= 0 && debugProb <= 1)) {
            throw new IllegalArgumentException("debug-prob must be in [0, 1] but was " + debugProb);
        }
    }

    private static void atLeast(String key, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException(key + " must be >= " + least + " but was " + value);
        }
    }
}
