package dev.trimtab.controller.comparator;

import dev.trimtab.controller.policy.Appraisal;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.policy.PortfolioPolicy;
import dev.trimtab.controller.policy.PosteriorOptimal;
import dev.trimtab.controller.policy.StabilityPolicy;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The policies by name, one line each. {@link Oracle} is not among them: it cannot be made without the adequate set.
 *
 * <p>Ablations are the portfolio policy under other switches, so they are files of parameters and no names here.
 */
public final class StabilityPolicies {
    private final Map<String, Function<PolicyParameters, StabilityPolicy>> factories = new TreeMap<>();

    private StabilityPolicies(Appraisal appraisal) {
        factories.put("portfolio", parameters -> new PortfolioPolicy("portfolio", parameters));
        factories.put("posterior-optimal", PosteriorOptimal::new);
        rule("greedy-single-route", parameters -> new GreedySingleRoute(), appraisal);
        rule("greedy-summarize", parameters -> new GreedySummarize(), appraisal);
        rule("reserve-aware", parameters -> new ReserveAware(), appraisal);
        rule("substitution-first", parameters -> new SubstitutionFirst(), appraisal);
        rule("reset-aware", parameters -> new ResetAware(), appraisal);
        rule("random-matched", RandomMatched::new, appraisal);
        rule("keep-all", parameters -> new KeepAll(), appraisal);
        rule("recent-k", parameters -> new RecentK(), appraisal);
    }

    /** Returns the policies whose every plan says what the laws make of it. */
    public static StabilityPolicies appraised() {
        return new StabilityPolicies(Appraisal.BY_LAWS);
    }

    /** Returns the policies whose plans, if no law made them, say only what can be counted; for simulations. */
    public static StabilityPolicies counted() {
        return new StabilityPolicies(Appraisal.COUNTS);
    }

    /** Returns the names, in order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(factories.keySet());
    }

    /** Returns the policy of that name, if there is one. */
    public Optional<StabilityPolicy> create(String name, PolicyParameters parameters) {
        return Optional.ofNullable(factories.get(name)).map(factory -> factory.apply(parameters));
    }

    private void rule(String name, Function<PolicyParameters, Rule> rule, Appraisal appraisal) {
        factories.put(name, parameters -> new RuledPolicy(name, rule.apply(parameters), parameters, appraisal));
    }
}
