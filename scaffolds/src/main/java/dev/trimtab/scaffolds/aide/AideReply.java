package dev.trimtab.scaffolds.aide;

import org.jspecify.annotations.Nullable;

/**
 * What a coding call came to.
 *
 * @param plan the prose before the program; empty when no reply could be read
 * @param code the program; the raw reply when no reply could be read
 * @param family the tag of a line {@code Family: <tag>} in the plan, or null
 */
record AideReply(String plan, String code, @Nullable String family) {}
