package dev.trimtab.controller.portfolio;

/** The four ways to hold a hypothesis, in falling order of what they occupy and keep (theory §1). */
public enum Representation {
    /** Whole in the context. */
    FULL,
    /** In the context as a structured record that carries its control signature. */
    COMPRESSED,
    /** In an archive outside the context, with a handle of a few tokens inside. */
    SHADOW,
    /** Nowhere, and never again. */
    EXTINCT;

    /** Returns whether the hypothesis speaks inside the context, in full or compressed. */
    public boolean isActive() {
        return this == FULL || this == COMPRESSED;
    }
}
