package dev.trimtab.controller.ecology;

import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.portfolio.Family;

/** Something that happened in an episode, in the words of a run's event log. */
public sealed interface EcologyEvent {
    /** Returns the control step, from 0; -1 before the first. */
    int step();

    /**
     * A policy planned what the context holds.
     *
     * @param budget tokens that there were
     * @param granted tokens that the hypotheses take after the plan
     * @param state what the policy saw
     * @param plan what it decided
     */
    record ContextPlanned(int step, int budget, int granted, PortfolioState state, ControlPlan plan)
            implements EcologyEvent {}

    /**
     * A step of work was done; or, at step -1, had been done before.
     *
     * @param hypothesis id of the hypothesis that was worked on
     * @param family its family, as the context says
     * @param value score that was seen
     */
    record Attempted(int step, String hypothesis, Family family, double value) implements EcologyEvent {}

    /**
     * The strong verification spoke on one hypothesis.
     *
     * @param hypothesis its id
     * @param score score under full effort of the route that it leads to
     */
    record Verified(int step, String hypothesis, double score) implements EcologyEvent {}

    /**
     * The episode ended.
     *
     * @param outcome what it came to
     */
    record Ended(int step, Outcome outcome) implements EcologyEvent {}
}
