package dev.trimtab.benchmark.decide;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.trimtab.controller.policy.Action;
import dev.trimtab.controller.policy.RecordWork;
import dev.trimtab.controller.portfolio.Representation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line in, as {@code request.schema.json} describes it. What is null was not said: it stays as the session has it, or has the
 * default of the schema.
 *
 * @param session lines that share it share a search; null for a line on its own
 * @param budget tokens for hypotheses, at least 0
 * @param decisionsLeft decisions left before the strong verification, this one included, at least 0
 * @param step control step now, at least 0
 * @param pace how much of the plan the caller carries out before the next line
 * @param actions what the caller can do
 * @param hypotheses all hypotheses there are
 * @param branches routes that could be opened
 * @param reset what a reset would cost
 * @param legacy how decisions read the context
 * @param scenarios a belief about which families are adequate together
 * @param valueScale how much a good gain a unit of effort is, in the units of the evidence's values, above 0
 * @param modeChange {@code gamma} in [0,1]: chance that a strong verification leaves another set of families adequate (law L11)
 * @param stepAdds tokens that a step adds to the hypotheses by itself, at least 0
 * @param workNeeded control steps of work on a route of an adequate family that success asks for, at least 0; not known without it
 * @param recordWork what work on a record takes; learned without it
 * @param measured fields whose values the caller measured; all others count as assumed
 * @param end whether the session ends with this line
 */
record DecideRequest(
        @Nullable String session,
        @Nullable Integer budget,
        @Nullable Integer decisionsLeft,
        @Nullable Integer step,
        @Nullable Pace pace,
        @Nullable Set<Action> actions,
        @Nullable List<Route> hypotheses,
        @Nullable List<Branch> branches,
        @Nullable Reset reset,
        @Nullable Legacy legacy,
        @Nullable List<Scenario> scenarios,
        @Nullable Double valueScale,
        @Nullable Double modeChange,
        @Nullable Integer stepAdds,
        @Nullable Integer workNeeded,
        @Nullable RecordsWorked recordWork,
        @Nullable Set<Measured> measured,
        @Nullable Boolean end) {

    /** How much of a plan is carried out. */
    enum Pace {
        /** The first decision. */
        @JsonProperty("one")
        ONE,
        /** Everything. */
        @JsonProperty("all")
        ALL
    }

    /** What work on a record takes. */
    enum RecordsWorked {
        /** Nothing more: it is a record of no more tokens afterwards. */
        @JsonProperty("in-place")
        IN_PLACE(RecordWork.IN_PLACE),
        /** The room of the whole, which is brought in for it. */
        @JsonProperty("brought-in")
        BROUGHT_IN(RecordWork.BROUGHT_IN);

        private final RecordWork known;

        RecordsWorked(RecordWork known) {
            this.known = known;
        }

        /** Returns it as the controller has it. */
        RecordWork known() {
            return known;
        }
    }

    /** Fields that a caller can say it measured. */
    enum Measured {
        @JsonProperty("promise")
        PROMISE,
        @JsonProperty("cost")
        COST,
        @JsonProperty("lag")
        LAG,
        @JsonProperty("recoverability")
        RECOVERABILITY,
        @JsonProperty("staleness")
        STALENESS,
        @JsonProperty("overlap")
        OVERLAP,
        @JsonProperty("inertia")
        INERTIA,
        @JsonProperty("drift")
        DRIFT,
        @JsonProperty("aliasRisk")
        ALIAS_RISK,
        @JsonProperty("decisionsLeft")
        DECISIONS_LEFT,
        @JsonProperty("reset")
        RESET,
        @JsonProperty("modeChange")
        MODE_CHANGE
    }

    /** A hypothesis; units and ranges are those of the controller's {@code Hypothesis}. */
    record Route(
            @JsonProperty(required = true) String id,
            @Nullable String family,
            @Nullable Double promise,
            @Nullable List<Look> evidence,
            @Nullable Double work,
            @Nullable Integer cost,
            @Nullable Integer compressedCost,
            @Nullable Integer handleCost,
            @Nullable Integer recoveryCost,
            @Nullable Double recoverability,
            @Nullable Integer lag,
            @Nullable Integer staleness,
            @Nullable Double overlap,
            @Nullable Double inertia,
            @Nullable Double drift,
            @Nullable Double aliasRisk,
            @Nullable Double rewriteRisk,
            @Nullable String nextAction,
            @Nullable Reading recordReads,
            @Nullable Representation representation) {}

    /**
     * What a record reads back as.
     *
     * @param family the family that it is taken for
     * @param nextAction what it is taken to ask for next; default nothing
     */
    record Reading(
            @JsonProperty(required = true) String family,
            @Nullable String nextAction) {}

    /**
     * What one piece of work on a hypothesis showed.
     *
     * @param value larger is better; null if the work gave none
     * @param noise standard deviation of the value, at least 0; default 0
     * @param effort work since the look before, in control steps, above 0; default 1
     */
    record Look(
            @Nullable Double value,
            @Nullable Double noise,
            @Nullable Double effort) {}

    /** A route that could be opened. */
    record Branch(
            @JsonProperty(required = true) String id,
            @Nullable String family,
            @Nullable Double promise,
            @JsonProperty(required = true) int cost,
            @Nullable Integer lag) {}

    /**
     * @param steps control steps that a reset costs, at least 0
     */
    record Reset(@JsonProperty(required = true) double steps) {}

    /** The gaps of law L1, in units of promise. */
    record Legacy(
            @JsonProperty(required = true) double liveGap,
            @JsonProperty(required = true) double legacyGap,
            @JsonProperty(required = true) double noise) {}

    /**
     * A sample of the adequate set.
     *
     * @param weight at least 0; default 1
     */
    record Scenario(
            @JsonProperty(required = true) Set<String> adequate,
            @Nullable Double weight) {}
}
