package dev.trimtab.controller.comparator;

import dev.trimtab.controller.belief.Promises;
import dev.trimtab.controller.belief.ScenarioBelief;
import dev.trimtab.controller.belief.ScenarioBelief.Scenario;
import dev.trimtab.controller.policy.Ageing;
import dev.trimtab.controller.policy.BranchOption;
import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.policy.PortfolioPolicy;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.PromiseSource;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.TokenBudget;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code oracle}: the controller with the adequate set in place of its belief, a bound and not a contender. It is told the set when it
 * is made; no state carries it, so that no other policy can read it.
 */
public final class Oracle implements StabilityPolicy {
    /** Its kind in a policy's file. */
    public static final String NAME = "oracle";

    private final Set<Family> adequate;
    private final PolicyParameters parameters;
    private final PortfolioPolicy controller;

    /**
     * @param adequate {@code V}, the families that are adequate in the window that it decides in; not empty
     * @param parameters of the controller
     */
    public Oracle(Set<Family> adequate, PolicyParameters parameters) {
        if (adequate.isEmpty()) {
            throw new IllegalArgumentException("the adequate set must not be empty");
        }
        this.adequate = Collections.unmodifiableSet(new LinkedHashSet<>(adequate));
        this.parameters = parameters;
        Ageing ageing = parameters.ageing();
        controller = new PortfolioPolicy(
                NAME,
                parameters.with(new Ageing(
                        ageing.stalenessHalfLife(),
                        Double.POSITIVE_INFINITY,
                        ageing.promisePrior(),
                        ageing.lossHazard(),
                        ageing.modeChange())));
    }

    @Override
    public String name() {
        return controller.name();
    }

    @Override
    public ControlPlan decide(PortfolioState state, TokenBudget budget) {
        Promises promises = state.promises().read(state.portfolio(), parameters);
        List<BranchOption> branches = state.branches().stream().map(this::known).toList();
        PortfolioState known = state.with(state.portfolio().map(h -> known(h, promises)))
                .with(new PromiseSource.Stated(), state.step())
                .with(new ScenarioBelief(List.of(new Scenario(adequate, 1))))
                .withBranches(branches);
        return controller.decide(known, budget);
    }

    private Hypothesis known(Hypothesis h, Promises promises) {
        return h.withPromise(adequate.contains(h.family()) ? promises.fitness(h) : 0);
    }

    /** A route whose family nobody named stays as promising as it was. */
    private BranchOption known(BranchOption option) {
        if (option.family() == null) {
            return option;
        }
        double promise = adequate.contains(option.family()) ? parameters.gains().fitnessPrior() : 0;
        return new BranchOption(option.id(), option.family(), promise, option.tokens(), option.verificationLag());
    }
}
