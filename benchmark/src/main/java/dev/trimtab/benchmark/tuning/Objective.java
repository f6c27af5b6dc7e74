package dev.trimtab.benchmark.tuning;

import java.util.Map;

/** What a policy's settings are measured by: units of measuring, each the same for all settings, in each of some cells. */
interface Objective {
    /** Returns what the budget counts, in the plural. */
    String counted();

    /** Returns what is measured in, in the plural. */
    String places();

    /** Returns what is made as great as can be, in words that say whether it is simulated. */
    String measure();

    /** Returns the cells that each unit is measured in, at least 1. */
    int cells();

    /**
     * Measures settings.
     *
     * @param policy file in {@code configs/policies} by name
     * @param settings by dotted key of that file; empty changes nothing
     * @param units of each cell, from the first on
     * @param most the most units that any settings will be measured by
     * @throws dev.trimtab.runtime.UserError if there is no such policy, or a setting does not fit
     */
    SuccessiveHalving.Score score(String policy, Map<String, Object> settings, int units, int most);

    /**
     * Measures settings, and the policy as it is, where nothing may be tuned.
     *
     * @param units of each held-out cell, at least 1
     * @throws dev.trimtab.runtime.UserError if there is no such policy, or a setting does not fit
     */
    Validation validate(String policy, Map<String, Object> settings, int units);

    /** Returns the SHA-256 over what so many units are measured in. */
    String fingerprint(int units, int most);
}
