package dev.trimtab.controller.ecology;

/**
 * What holding a route takes, in tokens.
 *
 * @param full tokens of a route in full, whole numbers from 1; default 150 to 900
 * @param handle tokens of an archived route's handle, whole numbers from 0; default 4 to 12
 * @param recovery tokens to reopen an archived route, as a share in [0,1] of its full cost; default 0.3 to 1
 * @param growth tokens that each step of work adds to a route held in full, as a share in [0,1] of its full cost; default 0
 *     to 0.1
 */
public record Costs(Range full, Range handle, Range recovery, Range growth) {
    /** The defaults. */
    public static final Costs DEFAULT =
            new Costs(new Range(150, 900), new Range(4, 12), new Range(0.3, 1), new Range(0, 0.1));

    /** Checks the ranges. */
    public Costs {
        full.within("full", 1, 1e6);
        handle.within("handle", 0, 1e6);
        recovery.within("recovery", 0, 1);
        growth.within("growth", 0, 1);
    }
}
