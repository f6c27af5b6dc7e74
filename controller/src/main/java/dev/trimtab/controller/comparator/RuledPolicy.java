package dev.trimtab.controller.comparator;

import dev.trimtab.controller.policy.Appraisal;
import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.portfolio.TokenBudget;

/**
 * A rule as a policy.
 *
 * @param name the name under which configurations choose it
 * @param rule the rule
 * @param parameters the same as of the portfolio policy
 * @param appraisal what is said of its plans
 */
record RuledPolicy(String name, Rule rule, PolicyParameters parameters, Appraisal appraisal)
        implements StabilityPolicy {
    @Override
    public ControlPlan decide(PortfolioState state, TokenBudget budget) {
        Draft draft = new Draft(state, budget, parameters);
        rule.apply(draft);
        draft.dropWhatDoesNotFit();
        draft.workOnTheBest();
        return new DraftWriter(name, draft).write(appraisal);
    }
}
