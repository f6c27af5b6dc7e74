package dev.trimtab.benchmark.competition;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a user gives to prepare a competition.
 *
 * @param raw folder of the raw files as downloaded; null for what the set bundles
 * @param description file shown to the agent in place of the competition's own; null for that
 */
public record RawSource(@Nullable Path raw, @Nullable Path description) {
    /** Nothing given: the bundled raw files and description. */
    public static final RawSource BUNDLED = new RawSource(null, null);
}
