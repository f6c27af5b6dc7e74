package dev.trimtab.controller.policy;

import dev.trimtab.controller.law.Certificate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a plan says of the search, for progress lines, logs and audits.
 *
 * @param contaminationBefore legacy share in [0,1] of the occupied context before the plan ({@code chi}, law L1)
 * @param contamination the same after the plan
 * @param contaminationThreshold {@code chi*} in [0,1]; empty where legacy is on the right side and there is none
 * @param adequacyBefore adequacy in [0,1] of what was held, given that some family is adequate
 * @param adequacy the same of what the plan holds
 * @param adequacyBound upper bound in [0,1] on the adequacy of any plan within the budget
 * @param target adequacy asked for, {@code 1 - delta}
 * @param feasible whether the plan reaches the target
 * @param tokensNeeded least tokens, reserve included, found to reach the target ({@code B*(delta)}); empty if no plan
 *     over these hypotheses reaches it, or if a correlated belief lets none be stated
 * @param tokensMissing lower bound on the tokens that the budget lacks for the target; 0 if the plan reaches it or if
 *     no better bound is known, infinite if no budget would do
 * @param price adequacy gained by one more token ({@code pi}, law L5), at least 0
 * @param reserve tokens kept free for reopening a shadow ({@code Q})
 * @param tokens tokens that the plan's representations occupy, handles included, reserve not
 * @param lent those of them beyond what the plan counts on: they are taken back where the reserve or a route needs them
 * @param familiesAlive families with a hypothesis that the plan does not make extinct
 * @param adequacyLost what the window has lost by retirements, this plan's included
 * @param certificates outcomes of laws that no single decision carries: contamination, lock-in, drift, feasibility, plan bound, and at a
 *     boundary the entry into the window
 */
public record Diagnostics(
        double contaminationBefore,
        double contamination,
        OptionalDouble contaminationThreshold,
        double adequacyBefore,
        double adequacy,
        double adequacyBound,
        double target,
        boolean feasible,
        OptionalDouble tokensNeeded,
        double tokensMissing,
        double price,
        int reserve,
        int tokens,
        int lent,
        int familiesAlive,
        double adequacyLost,
        List<Certificate> certificates) {

    /** Copies the certificates. */
    public Diagnostics {
        certificates = List.copyOf(certificates);
    }
}
