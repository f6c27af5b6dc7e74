package dev.trimtab.controller.portfolio;

/**
 * The chances that a compressed record no longer leads to the right next decision (law L7).
 *
 * @param onCompression {@code a_0} in [0,1], paid once when a full item is compressed, for what its control signature
 *     does not carry
 * @param perRewrite {@code a_1} in [0,1], paid at each later rewriting of the record; 0 for a record that stays as it is
 */
public record AliasHazard(double onCompression, double perRewrite) {
    /** No hazard: a record that carries all that matters and is never rewritten. */
    public static final AliasHazard NONE = new AliasHazard(0, 0);

    /** Checks the ranges. */
    public AliasHazard {
        Ranges.unit("onCompression", onCompression);
        Ranges.unit("perRewrite", perRewrite);
    }
}
