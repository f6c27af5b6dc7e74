package dev.trimtab.runtime.config;

import org.jspecify.annotations.Nullable;

/**
 * Which model answers.
 *
 * @param name {@code offline}, {@code replay:<run>}, the name of a file in {@code configs/models}, or a path that ends in
 *     {@code .yaml}
 * @param profile the offline engineer's attention profile
 * @param declareFamilies whether the offline engineer tags its solutions with their family
 * @param showTime whether durations reach the model; null: for real models only, so that a seed fixes every byte
 */
public record ModelChoice(
        String name,
        String profile,
        boolean declareFamilies,
        @Nullable Boolean showTime) {
    public ModelChoice {
        Ranges.notBlank("name", name);
        Ranges.notBlank("profile", profile);
    }
}
