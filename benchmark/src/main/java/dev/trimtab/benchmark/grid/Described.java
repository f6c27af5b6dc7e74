package dev.trimtab.benchmark.grid;

/** Which description the agents of a grid read. */
public enum Described {
    /** As the settings say, as a rule the description as it is. */
    ORIGINAL,
    /** Without what tells where the competition comes from. */
    OBFUSCATED
}
