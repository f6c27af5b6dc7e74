package dev.trimtab.benchmark.grid;

import org.jspecify.annotations.Nullable;

/**
 * A model that answers in a grid.
 *
 * @param name {@code offline}, a file in {@code configs/models} by name, or a path that ends in {@code .yaml}
 * @param profile the offline engineer's attention profile by name or path; null: as the settings say
 */
public record GridModel(String name, @Nullable String profile) {}
