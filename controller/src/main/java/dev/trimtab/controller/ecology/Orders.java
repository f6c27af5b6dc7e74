package dev.trimtab.controller.ecology;

import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.portfolio.Representation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a plan is carried out in one step.
 *
 * @param representations how hypotheses are to be held, by id; those that are not named stay
 * @param reset the reset; null if there is none
 * @param branch id of the option to open; null if there is none
 * @param pursue id of the hypothesis to work on; null if the plan does not say
 * @param idle whether the step is used up by a change of representations
 */
record Orders(
        Map<String, Representation> representations,
        Decision.@Nullable Reset reset,
        @Nullable String branch,
        @Nullable String pursue,
        boolean idle) {

    static Orders of(ControlPlan plan, Protocol.Actions actions) {
        return actions == Protocol.Actions.WHOLE_PLAN ? whole(plan) : first(plan);
    }

    private static Orders whole(ControlPlan plan) {
        Decision.Reset reset = null;
        String branch = null;
        String pursue = null;
        for (Decision decision : plan.decisions()) {
            if (decision instanceof Decision.Reset found) {
                reset = found;
            } else if (decision instanceof Decision.Branch found) {
                branch = found.option().id();
            } else if (decision instanceof Decision.Pursue found) {
                pursue = found.hypothesis();
            }
        }
        return new Orders(plan.representations(), reset, branch, pursue, /* idle= */ false);
    }

    private static Orders first(ControlPlan plan) {
        for (Decision decision : plan.decisions()) {
            if (decision instanceof Decision.Reset reset) {
                return new Orders(plan.representations(), reset, null, null, /* idle= */ false);
            } else if (decision instanceof Decision.Branch branch) {
                return new Orders(Map.of(), null, branch.option().id(), null, /* idle= */ false);
            } else if (decision instanceof Decision.Pursue pursue) {
                return new Orders(Map.of(), null, null, pursue.hypothesis(), /* idle= */ false);
            } else if (!(decision instanceof Decision.Keep)) {
                return new Orders(changes(decision), null, null, null, /* idle= */ true);
            }
        }
        return new Orders(Map.of(), null, null, null, /* idle= */ false);
    }

    private static Map<String, Representation> changes(Decision decision) {
        if (decision instanceof Decision.Compress compress) {
            return Map.of(compress.hypothesis(), Representation.COMPRESSED);
        } else if (decision instanceof Decision.Retire retire) {
            return Map.of(retire.hypothesis(), retire.to());
        } else if (decision instanceof Decision.Recover recover) {
            return Map.of(recover.hypothesis(), Representation.FULL);
        } else if (decision instanceof Decision.Substitute swap) {
            return Map.of(swap.replaced(), swap.to(), swap.substitute(), Representation.FULL);
        }
        return Map.of();
    }
}
