package dev.trimtab.controller.testing;

import dev.trimtab.controller.policy.BranchOption;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.PromiseSource;
import dev.trimtab.controller.policy.ResetOption;
import dev.trimtab.controller.portfolio.AliasHazard;
import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random portfolios and states. */
public final class Portfolios {
    private Portfolios() {}

    /** Returns a hypothesis with every attribute drawn. */
    public static Hypothesis hypothesis(RandomGenerator random, String id, int families) {
        int full = 20 + random.nextInt(400);
        int compressed = 5 + random.nextInt(16);
        return Hypothesis.builder(id, new Family("f" + random.nextInt(families)))
                .promise(random.nextDouble())
                .verificationLag(random.nextInt(20))
                .cost(full, compressed, random.nextInt(6), random.nextInt(full + 1))
                .recoverability(random.nextDouble())
                .staleness(random.nextInt(40))
                .overlap(random.nextDouble() * 0.5)
                .inertia(random.nextDouble() / 4)
                .drift(random.nextDouble() * 0.3)
                .aliasHazard(new AliasHazard(random.nextDouble() * 0.1, random.nextDouble() * 0.05))
                .representation(List.of(Representation.values()).get(random.nextInt(10) < 6 ? 0 : random.nextInt(4)))
                .build();
    }

    /** Returns a portfolio of so many hypotheses in at most so many families. */
    public static Portfolio portfolio(RandomGenerator random, int hypotheses, int families) {
        List<Hypothesis> drawn = new ArrayList<>();
        for (int i = 0; i < hypotheses; i++) {
            drawn.add(hypothesis(random, "h" + i, families));
        }
        return new Portfolio(drawn);
    }

    /** Returns a state with reset and branches, half of the time with evidence to learn from. */
    public static PortfolioState state(RandomGenerator random, int hypotheses, int families) {
        Portfolio portfolio = portfolio(random, hypotheses, families);
        PortfolioState state = PortfolioState.of(portfolio, random.nextInt(30))
                .with(new ResetOption(random.nextInt(4)))
                .withBranches(List.of(
                        new BranchOption("new", null, random.nextDouble(), random.nextInt(300), 5),
                        new BranchOption("more", new Family("f0"), random.nextDouble(), random.nextInt(300), 5)));
        return random.nextBoolean() ? state : state.with(new PromiseSource.Learned(evidence(random, portfolio)), 50);
    }

    /** Returns some looks at each hypothesis, in order of their steps. */
    public static List<Evidence> evidence(RandomGenerator random, Portfolio portfolio) {
        List<Evidence> seen = new ArrayList<>();
        for (int step = 0; step < 4; step++) {
            for (Hypothesis h : portfolio.hypotheses()) {
                if (random.nextBoolean()) {
                    seen.add(new Evidence(h.id(), step, random.nextDouble() * 0.1 * step, 0.005, 1));
                }
            }
        }
        return seen;
    }
}
