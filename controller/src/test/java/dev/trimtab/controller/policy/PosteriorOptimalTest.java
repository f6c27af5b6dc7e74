package dev.trimtab.controller.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.plan.PlanItem;
import dev.trimtab.controller.plan.PlanOption;
import dev.trimtab.controller.plan.PlanProblem;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.portfolio.TokenBudget;
import dev.trimtab.controller.testing.BruteForce;
import dev.trimtab.controller.testing.Portfolios;
import dev.trimtab.controller.testing.StabilityPolicyContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** No way to hold the hypotheses is worth more under today's belief. */
final class PosteriorOptimalTest extends StabilityPolicyContract {
    @Override
    protected StabilityPolicy policy() {
        return new PosteriorOptimal(PolicyParameters.DEFAULT);
    }

    /** Without staleness and overlap nothing is legacy, and without an archive nothing is held idle, so that worth goes by adequacy. */
    @Property(tries = 60, seed = "1")
    void decide_cleanContext_reachesTheAdequacyThatBruteForceFinds(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Portfolio portfolio = Portfolios.portfolio(random, 6, 4)
                .map(h -> h.toBuilder()
                        .staleness(0)
                        .overlap(0)
                        .recoverability(0)
                        .representation(Representation.FULL)
                        .build());
        int budget = 1 + random.nextInt(portfolio.tokens());
        PlanProblem problem = problem(portfolio, budget);
        double some = 1;
        for (double q : problem.families().values()) {
            some *= 1 - q;
        }

        ControlPlan plan = policy().decide(PortfolioState.of(portfolio, 6), new TokenBudget(budget));

        assertThat(plan.diagnostics().adequacy() * (1 - some)).isCloseTo(BruteForce.best(problem), within(1e-9));
    }

    @Property(tries = 60, seed = "1")
    void decide_anyState_isWorthAtLeastThePortfolioPolicysPlan(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Portfolio portfolio = Portfolios.portfolio(random, 6, 4).map(h -> h.heldAs(Representation.FULL));
        PortfolioState state = PortfolioState.of(portfolio, 1 + random.nextInt(20));
        TokenBudget budget = new TokenBudget(random.nextInt(portfolio.tokens()));

        assertThat(worth(state, policy().decide(state, budget)))
                .isGreaterThanOrEqualTo(
                        worth(state, PortfolioPolicy.withDefaults().decide(state, budget)) - 1e-9);
    }

    private static double worth(PortfolioState state, ControlPlan plan) {
        Situation situation = new Situation(state, 0, PolicyParameters.DEFAULT);
        double chosen = situation.reading.chooseAdequate(plan.diagnostics().contamination());
        boolean idle = plan.representations().values().stream().noneMatch(Representation::isActive);
        double hit = idle ? 0 : PolicyParameters.DEFAULT.legacy().realiseChance() * chosen;
        return plan.diagnostics().adequacy() * (1 - Math.pow(1 - hit, state.decisionsLeft()));
    }

    private static PlanProblem problem(Portfolio portfolio, int budget) {
        Map<Family, Double> q = new TreeMap<>();
        portfolio.hypotheses().forEach(h -> q.merge(h.family(), h.promise(), Math::max));
        List<PlanItem> items = new ArrayList<>();
        for (Hypothesis h : portfolio.hypotheses()) {
            double fitness = h.promise() / q.getOrDefault(h.family(), 1.0);
            double kept = (1 - h.aliasHazard().onCompression())
                    * Math.pow(1 - h.aliasHazard().perRewrite(), h.verificationLag());
            items.add(new PlanItem(
                    h.id(),
                    h.family(),
                    List.of(
                            new PlanOption(Representation.FULL, h.cost().full(), fitness, 0, 0),
                            new PlanOption(Representation.COMPRESSED, h.cost().compressed(), fitness * kept, 0, 0),
                            new PlanOption(
                                    Representation.SHADOW,
                                    h.cost().handle(),
                                    fitness * h.recoverability(),
                                    0,
                                    h.cost().recovery()),
                            new PlanOption(Representation.SHADOW, h.cost().handle(), 0, 0, 0),
                            new PlanOption(Representation.EXTINCT, 0, 0, 0, 0))));
        }
        return new PlanProblem(items, q, budget, /* limitLegacy= */ false, /* reopenAll= */ false);
    }
}
