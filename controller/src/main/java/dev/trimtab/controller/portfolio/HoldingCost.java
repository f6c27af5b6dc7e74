package dev.trimtab.controller.portfolio;

/**
 * What one hypothesis costs in each representation, in tokens.
 *
 * @param full tokens in full ({@code c_i}), at least 0
 * @param compressed tokens as a record ({@code kappa_i}), from 0 to {@code full}
 * @param handle tokens of a shadow's handle inside the context, at least 0
 * @param recovery tokens to reopen it from the archive ({@code r_i}), at least 0
 */
public record HoldingCost(int full, int compressed, int handle, int recovery) {
    /** Checks the ranges. */
    public HoldingCost {
        if (compressed < 0 || compressed > full) {
            throw new IllegalArgumentException(
                    "compressed cost must be in [0, full=" + full + "] but was " + compressed);
        }
        if (handle < 0 || recovery < 0) {
            throw new IllegalArgumentException(
                    "handle and recovery cost must be >= 0 but were " + handle + " and " + recovery);
        }
    }

    /** Returns the tokens that the representation occupies in the context. */
    public int tokens(Representation representation) {
        return switch (representation) {
            case FULL -> full;
            case COMPRESSED -> compressed;
            case SHADOW -> handle;
            case EXTINCT -> 0;
        };
    }
}
