package dev.trimtab.runtime.config;

import org.jspecify.annotations.Nullable;

/**
 * What an agent is told beside a competition's description.
 *
 * @param instructions whether the environment's instructions stand above the description; null: for the competitions of MLE-bench
 */
public record EnvironmentConfig(@Nullable Boolean instructions) {}
