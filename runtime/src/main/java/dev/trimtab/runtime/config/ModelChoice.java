package dev.trimtab.runtime.config;

import org.jspecify.annotations.Nullable;

/**
 * Which model answers.
 *
 * @param name {@code offline}, {@code replay:<run>}, the name of a file in {@code configs/models}, or a path that ends in
 *     {@code .yaml}; with {@code baseUrl} any name that the server knows
 * @param feedback what judges outputs, named as {@code name} is; null: the same model
 * @param baseUrl where the server of both models is; null: as the model's file says
 * @param temperature of both models, in [0, 2]; null: as the model's file says
 * @param profile the offline engineer's attention profile, or the path of one's own that ends in {@code .yaml}
 * @param declareFamilies whether the offline engineer tags its solutions with their family
 * @param showTime whether durations reach the model; null: for real models, in a replay as the recorded run did, so that a seed fixes every byte
 */
public record ModelChoice(
        String name,
        @Nullable String feedback,
        @Nullable String baseUrl,
        @Nullable Double temperature,
        String profile,
        boolean declareFamilies,
        @Nullable Boolean showTime) {
    public ModelChoice {
        Ranges.notBlank("name", name);
        if (feedback != null) {
            Ranges.notBlank("feedback", feedback);
        }
        Ranges.notBlank("profile", profile);
        if (temperature != null && !(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException("temperature must be >= 0 and <= 2 but was " + temperature);
        }
    }
}
