package dev.trimtab.controller.policy;

import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.law.Reset;
import dev.trimtab.controller.law.Reset.Course;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What going on and starting anew are worth in a situation (law L8). */
final class Resetting {
    private final Situation situation;
    private final Reset law;
    private final @Nullable ResetOption option;

    Resetting(Situation situation) {
        this.situation = situation;
        law = new Reset(situation.reading, situation.parameters.legacy().realiseChance());
        boolean may = situation.state.allows(Action.RESET)
                && situation.parameters.switches().reset();
        option = may ? situation.state.reset() : null;
    }

    /** Returns {@code W_c}: what holding so is worth with all the decisions that are left. */
    double goingOn(Held held) {
        return value(held, 0);
    }

    /** Returns what holding so is worth once so many decisions are spent on getting there; nothing if nothing can be worked on. */
    double value(Held held, double spent) {
        return held.isIdle() ? 0 : law.value(held.adequacy(), held.chi(), situation.state.decisionsLeft() - spent);
    }

    /**
     * Whether a reset to the best that could be held, in a clean context, would be worth more than going on.
     *
     * @param most adequacy that no way to hold the hypotheses exceeds
     * @param spent decisions that the plan without a reset takes to get there
     */
    boolean mayPay(double most, Held plan, double spent) {
        if (option == null) {
            return false;
        }
        double left = situation.state.decisionsLeft() - option.costSteps();
        double ceiling = Math.max(law.value(most, 0, left), law.value(most, 1, left));
        return left >= minDecisions() && ceiling > value(plan, spent);
    }

    /** Decisions that must be left to work in the clean context: none where success asks for no work. */
    private int minDecisions() {
        return situation.state.demand().asksNone()
                ? 0
                : situation.parameters.goals().minDecisions();
    }

    /**
     * Returns the certificate that the reset is admissible; only where a reset is possible.
     *
     * @param spent decisions that the plan without a reset takes to get there
     */
    Certificate weigh(Held on, double spent, Held anew) {
        double cost = option == null ? Double.POSITIVE_INFINITY : option.costSteps();
        int decisions = situation.state.decisionsLeft();
        Course going = new Course(on.adequacy(), on.chi(), decisions - spent);
        Course fresh = new Course(anew.adequacy(), anew.chi(), decisions - cost);
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        inputs.put("A(R)", new Quantity(on.adequacy(), situation.promiseProvenance()));
        inputs.put("A(R')", new Quantity(anew.adequacy(), situation.promiseProvenance()));
        inputs.put("chi", situation.input(Inputs.STALENESS, on.chi()));
        inputs.put("chi'", situation.input(Inputs.OVERLAP, anew.chi()));
        inputs.put("n", situation.input(Inputs.DECISIONS, decisions));
        inputs.put("C", situation.input(Inputs.RESET_COST, cost));
        inputs.put("d", situation.input(Inputs.DECISIONS, spent));
        inputs.put("Delta", situation.gaps.live());
        inputs.put("Gamma", situation.gaps.legacy());
        inputs.put("sigma_epsilon", situation.gaps.noise());
        inputs.put("u", Quantity.assumed(situation.parameters.legacy().realiseChance()));
        if (on.adequacy() > 0 && decisions > spent) {
            inputs.put(
                    "chi_reset", Quantity.assumed(law.threshold(on.adequacy(), value(anew, cost), decisions - spent)));
        }
        double epsilon = situation.parameters.goals().retirementLoss();
        inputs.put("epsilon", Quantity.assumed(epsilon));
        inputs.put("n_min", Quantity.assumed(minDecisions()));
        return law.check(inputs, going, fresh, epsilon, minDecisions());
    }
}
