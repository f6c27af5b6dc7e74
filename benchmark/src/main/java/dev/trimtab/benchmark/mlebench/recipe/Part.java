package dev.trimtab.benchmark.mlebench.recipe;

/** Rows of the raw table. */
public enum Part {
    /** Those with labels for the agent. */
    TRAIN,
    /** Those whose labels are held out. */
    TEST,
    /** All, in the order of the file. */
    ALL,
    /** Train and test, one after the other; {@code {part}} stands for the word. */
    BOTH,
    /** None: a step that is done once. */
    NONE
}
