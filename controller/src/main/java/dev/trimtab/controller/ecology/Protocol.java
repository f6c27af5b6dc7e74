package dev.trimtab.controller.ecology;

import dev.trimtab.controller.portfolio.Ranges;

/**
 * How a policy and the search work together.
 *
 * @param pursuit who chooses what a step works on
 * @param actions how much of a plan is carried out a step
 * @param windows windows that follow each other, each with its own strong verification, at least 1 (law L11)
 * @param modeChange {@code gamma} in [0,1]: chance at each boundary that what is adequate is drawn anew
 */
public record Protocol(Pursuit pursuit, Actions actions, int windows, double modeChange) {
    /** One window; the model chooses among what the policy keeps in the context; plans are carried out whole. */
    public static final Protocol DEFAULT = new Protocol(Pursuit.SCAFFOLD, Actions.WHOLE_PLAN, 1, 0);

    /** Who chooses what a step works on. */
    public enum Pursuit {
        /** The model, by scores that it reads out of the context, legacy included. */
        SCAFFOLD,
        /** The policy, where its plan says what to pursue; else the model. */
        CONTROLLER
    }

    /** How much of a plan is carried out a step. */
    public enum Actions {
        /** All decisions; routes start in full, beyond the budget, and the first plan must make them fit. */
        WHOLE_PLAN,
        /**
         * The first decision that is not to keep, and it takes the step: work is done only if it is to pursue or to branch. Routes
         * start within the budget, the oldest in the archive.
         */
        FIRST_DECISION
    }

    /** Checks the ranges. */
    public Protocol {
        Ranges.positive("windows", windows);
        Ranges.unit("modeChange", modeChange);
    }
}
