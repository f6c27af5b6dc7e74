package dev.trimtab.benchmark.grid;

import org.jspecify.annotations.Nullable;

/**
 * How much a prompt may hold, in tokens.
 *
 * @param window the whole window ({@code context.tokens}); null: as the settings say
 * @param memory optional items, the agent's memory ({@code context.memory-tokens}); null: as the settings say
 */
public record ContextBudget(
        @Nullable Integer window, @Nullable Integer memory) {}
