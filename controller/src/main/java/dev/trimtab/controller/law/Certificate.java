package dev.trimtab.controller.law;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The outcome of one law on one decision, with every number that it was made of.
 *
 * @param law the law
 * @param claim what was checked, as a short comparison such as {@code "joint loss <= epsilon"}
 * @param inputs the law's inputs by symbol, in the order of the statement
 * @param value the side of the comparison that was computed
 * @param threshold the side that it was compared with
 * @param margin how far the claim is from turning over; at least 0 if it holds, at most 0 if it is broken; infinite if
 *     nothing could turn it
 * @param holds whether the claim holds
 */
public record Certificate(
        Law law,
        String claim,
        Map<String, Quantity> inputs,
        double value,
        double threshold,
        double margin,
        boolean holds) {

    /** Copies the inputs in order. */
    public Certificate {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /** Returns the certificate of {@code value <= threshold}. */
    public static Certificate atMost(
            Law law, String claim, Map<String, Quantity> inputs, double value, double threshold) {
        return new Certificate(law, claim, inputs, value, threshold, gap(threshold, value), value <= threshold);
    }

    /** Returns the certificate of {@code value >= threshold}. */
    public static Certificate atLeast(
            Law law, String claim, Map<String, Quantity> inputs, double value, double threshold) {
        return new Certificate(law, claim, inputs, value, threshold, gap(value, threshold), value >= threshold);
    }

    private static double gap(double large, double small) {
        return large == small ? 0 : large - small;
    }
}
