package dev.trimtab.controller.comparator;

import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.HypothesisBuilder;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.TokenBudget;
import java.util.List;

/** Makes the small portfolios that the comparators' tests share. */
final class Compared {
    private Compared() {}

    /** Returns the policy of that name with default parameters. */
    static StabilityPolicy policy(String name) {
        return StabilityPolicies.appraised()
                .create(name, PolicyParameters.DEFAULT)
                .orElseThrow();
    }

    /** Returns a route of 100 tokens in full, 20 as a record, 2 as a handle, 100 to reopen. */
    static HypothesisBuilder route(String id, String family, double promise) {
        return Hypothesis.builder(id, new Family(family)).promise(promise).cost(100, 20, 2, 100);
    }

    static Portfolio portfolio(HypothesisBuilder... routes) {
        return new Portfolio(
                List.of(routes).stream().map(HypothesisBuilder::build).toList());
    }

    static ControlPlan decide(String name, Portfolio portfolio, int budget) {
        return policy(name).decide(PortfolioState.of(portfolio, 6), new TokenBudget(budget));
    }

    static String pursued(ControlPlan plan) {
        return plan.decision(Decision.Pursue.class).orElseThrow().hypothesis();
    }
}
