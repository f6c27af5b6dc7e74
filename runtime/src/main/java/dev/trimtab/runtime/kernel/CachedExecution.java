package dev.trimtab.runtime.kernel;

import dev.trimtab.runtime.sandbox.ExecutionResult;

/**
 * An execution that may have been served from the cache.
 *
 * @param result how it ended; of a hit, how it ended when it was really run
 * @param hit whether nothing was run this time
 */
public record CachedExecution(ExecutionResult result, boolean hit) {}
