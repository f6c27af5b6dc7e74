package dev.trimtab.controller.policy;

/** The symbols of a state's inputs, as certificates and {@link PortfolioState#provenance} name them. */
public final class Inputs {
    /** Promises of hypotheses and families. */
    public static final String PROMISE = "q";
    /** Token costs of every kind. */
    public static final String TOKENS = "t";
    /** Control steps until strong evidence. */
    public static final String LAG = "lag";
    /** Recoverability of shadows. */
    public static final String RECOVERABILITY = "rho";
    /** Control steps since the last evidence. */
    public static final String STALENESS = "s";
    /** Overlap burdens. */
    public static final String OVERLAP = "o";
    /** Inertias. */
    public static final String INERTIA = "m";
    /** Semantic drifts between carriers. */
    public static final String DRIFT = "eta";
    /** Alias hazards. */
    public static final String ALIAS = "a";
    /** Per-step loss hazard of an active item. */
    public static final String LOSS_HAZARD = "h";
    /** Decisions left before the strong verification. */
    public static final String DECISIONS = "n";
    /** Cost of a reset in steps. */
    public static final String RESET_COST = "C";

    /** Chance of a change of mode at a boundary of windows. */
    public static final String MODE_CHANGE = "gamma";
    /** Pull of inertia. */
    public static final String PULL = "iota";
    /** Chance that one well-directed decision realises an adequate family. */
    public static final String REALISE_CHANCE = "u";
    /** Control steps after which half of an item counts as legacy. */
    public static final String HALF_LIFE = "H";

    private Inputs() {}
}
