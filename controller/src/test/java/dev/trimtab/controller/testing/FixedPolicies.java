package dev.trimtab.controller.testing;

import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.Diagnostics;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.portfolio.TokenBudget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/** Policies that hold hypotheses by a plain rule of a test, with no law in it. */
public final class FixedPolicies {
    /** Diagnostics that say nothing. */
    public static final Diagnostics NOTHING = new Diagnostics(
            0, 0, OptionalDouble.empty(), 0, 0, 1, 1, false, OptionalDouble.empty(), 0, 0, 0, 0, 0, 0, 0, List.of());

    private FixedPolicies() {}

    /** Returns the policy that holds each hypothesis, by its place in the portfolio, as the rule says. */
    public static StabilityPolicy holding(String name, BiFunction<Hypothesis, Integer, Representation> rule) {
        return deciding(name, List.of(), rule);
    }

    /** Returns the policy that also takes the same decisions at each step. */
    public static StabilityPolicy deciding(
            String name, List<Decision> decisions, BiFunction<Hypothesis, Integer, Representation> rule) {
        return new StabilityPolicy() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public ControlPlan decide(PortfolioState state, TokenBudget budget) {
                Map<String, Representation> held = new LinkedHashMap<>();
                List<Hypothesis> hypotheses = state.portfolio().hypotheses();
                for (int i = 0; i < hypotheses.size(); i++) {
                    Hypothesis h = hypotheses.get(i);
                    held.put(h.id(), rule.apply(h, i));
                }
                return new ControlPlan(name, held, decisions, NOTHING);
            }
        };
    }

    /** Returns the policy that leaves everything as it is. */
    public static StabilityPolicy keepAll() {
        return holding("keep-all", (h, i) -> h.representation());
    }
}
