package dev.trimtab.controller.ecology;

/** What a random number is for; part of its key. The names are part of every world. */
enum Purpose {
    ROUTES,
    FAMILIES,
    UNOPENED,
    MEMBERSHIP,
    LEAD,
    FITNESS,
    EARLY_PROMISE,
    CARRIER,
    FULL_COST,
    COMPRESSED_COST,
    HANDLE,
    RECOVERY_COST,
    GROWTH,
    RECOVERABILITY,
    ALIAS_ON_COMPRESSION,
    ALIAS_PER_REWRITE,
    SUMMARY_STATES,
    SUMMARY_STATE,
    OVERLAP,
    STALENESS,
    TOLD_RECOVERABILITY,
    TOLD_ALIAS,
    MISSTATEMENT,
    HALF_LIFE,
    LOSS_HAZARD,
    INSIGHT,
    READING_NOISE,
    PULL,
    INERTIA_RATE,
    OBSERVATION_NOISE,
    REALISE_CHANCE,
    EARLY_TELLS,
    EARLY_SPREAD,
    QUALITY_SPREAD,
    CARRIER_SPREAD,
    HEADROOM,
    TOLERANCE,
    TARGET,
    FULL_EFFORT,
    HISTORY,
    BRANCH_PROMISE,
    QUALITY,
    MODE_CHANGE,
    PAST_OBSERVATION,
    PAST_RESULT,
    OBSERVATION,
    SELECTION,
    REALISATION,
    LOSS,
    RECOVERY,
    ALIAS,
    REWRITE,
    MERGE,
    MISLED,
    STRONG_OBSERVATION;

    private final long salt = name().hashCode();

    /** Returns what the purpose adds to a key, distinct for each. */
    long salt() {
        return salt;
    }
}
