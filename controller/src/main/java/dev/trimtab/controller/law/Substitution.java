package dev.trimtab.controller.law;

import java.util.Map;

/**
 * Law L6, within-family substitution: a cheaper carrier of the same family comes before any deletion across families.
 *
 * <p>Terms: Takahashi, Search Stability under Finite Context, doi 10.5281/zenodo.18905242; the statement is this project's (L6 in docs/theory.md).
 */
public final class Substitution {
    private Substitution() {}

    /**
     * Returns the certificate that a carrier that is not held yet may take another one's place.
     *
     * @param held {@code u_i sigma_i} in [0,1] of the carrier that leaves
     * @param substitute {@code u_j sigma_j} in [0,1] of the one that comes
     * @param drift {@code eta_ij} in [0,1]
     */
    public static Certificate check(Map<String, Quantity> inputs, double held, double substitute, double drift) {
        return Certificate.atLeast(Law.L6, "sigma_j (1 - eta) >= sigma_i", inputs, substitute * (1 - drift), held);
    }

    /** Returns {@code sigma_f} of a family that is carried by two independent carriers. */
    public static double together(double one, double other) {
        return 1 - (1 - one) * (1 - other);
    }
}
