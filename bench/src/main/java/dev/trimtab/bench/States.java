package dev.trimtab.bench;

import dev.trimtab.controller.policy.BranchOption;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.PromiseSource;
import dev.trimtab.controller.policy.ResetOption;
import dev.trimtab.controller.portfolio.AliasHazard;
import dev.trimtab.controller.portfolio.ControlSignature;
import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/** Kinds of state that a decision is timed on; every number is drawn, none is measured. */
public enum States {
    /** Every attribute drawn from all of its range; eight families at most. */
    RANDOM {
        @Override
        PortfolioState draw(RandomGenerator random, int hypotheses) {
            List<Hypothesis> drawn = new ArrayList<>();
            for (int i = 0; i < hypotheses; i++) {
                int full = 20 + random.nextInt(400);
                drawn.add(Hypothesis.builder("h" + i, new Family("f" + random.nextInt(8)))
                        .promise(random.nextDouble())
                        .verificationLag(random.nextInt(20))
                        .cost(full, 5 + random.nextInt(16), random.nextInt(6), random.nextInt(full + 1))
                        .recoverability(random.nextDouble())
                        .staleness(random.nextInt(40))
                        .overlap(random.nextDouble() * 0.5)
                        .inertia(random.nextDouble() / 4)
                        .drift(random.nextDouble() * 0.3)
                        .aliasHazard(new AliasHazard(random.nextDouble() * 0.1, random.nextDouble() * 0.05))
                        .representation(
                                random.nextInt(10) < 6
                                        ? Representation.FULL
                                        : List.of(Representation.values()).get(random.nextInt(4)))
                        .build());
            }
            PortfolioState state = PortfolioState.of(new Portfolio(drawn), random.nextInt(30))
                    .with(new ResetOption(random.nextInt(4)))
                    .withBranches(List.of(
                            new BranchOption("new", null, random.nextDouble(), random.nextInt(300), 5),
                            new BranchOption("more", new Family("f0"), random.nextDouble(), random.nextInt(300), 5)));
            return random.nextBoolean() ? state : state.with(new PromiseSource.Learned(scores(random, drawn)), 50);
        }
    },
    /** As a run makes them: routes branch off each other, most are archived, scores are learned from, records are read back. */
    RUN {
        @Override
        PortfolioState draw(RandomGenerator random, int hypotheses) {
            List<Hypothesis> drawn = new ArrayList<>();
            for (int i = 0; i < hypotheses; i++) {
                int age = hypotheses - i;
                int full = 120 + random.nextInt(240);
                boolean recent = age < 12 || random.nextInt(8) == 0;
                int drawnFamily = random.nextInt(12);
                Family family = new Family("family " + Math.min(drawnFamily, random.nextInt(12)));
                ControlSignature signature = new ControlSignature(
                        family,
                        ControlSignature.Outcome.SCORED,
                        OptionalDouble.of(random.nextInt(1000) / 1000.0),
                        "",
                        "verify",
                        "improve");
                drawn.add(Hypothesis.builder("n" + i, family)
                        .verificationLag(6)
                        .cost(full, 45 + random.nextInt(30), 9, full)
                        .recoverability(0.8)
                        .staleness(random.nextInt(age + 1))
                        .overlap(random.nextDouble() * 0.5)
                        .inertia(0.3 * Math.pow(0.7, age))
                        .aliasHazard(new AliasHazard(0.02, 0))
                        .representation(
                                recent
                                        ? Representation.FULL
                                        : random.nextInt(3) == 0 ? Representation.COMPRESSED : Representation.SHADOW)
                        .signature(signature)
                        .recorded(signature)
                        .build());
            }
            return PortfolioState.of(new Portfolio(drawn), 6)
                    .with(new PromiseSource.Learned(scores(random, drawn)), hypotheses)
                    .with(new ResetOption(1))
                    .withBranches(List.of(new BranchOption("new-family", null, 0.2, 240, 6)));
        }
    },
    /**
     * Hard for the planner: every route its own family, all alike in coverage a token, every recovery cost different, and
     * half of the tokens stale.
     */
    ADVERSARIAL {
        @Override
        PortfolioState draw(RandomGenerator random, int hypotheses) {
            List<Hypothesis> drawn = new ArrayList<>();
            for (int i = 0; i < hypotheses; i++) {
                int full = 400 + random.nextInt(800);
                int compressed = full / 2 + random.nextInt(full / 4);
                double promise = -Math.expm1(-full * 3.0 / 800 / hypotheses);
                double left = -Math.expm1(-compressed * 3.0 / 800 / hypotheses) / promise;
                drawn.add(Hypothesis.builder("h" + i, new Family("f" + i))
                        .promise(promise)
                        .verificationLag(4)
                        .cost(full, compressed, 8 + random.nextInt(8), full - i % 7)
                        .recoverability(0.1 + 0.8 * random.nextDouble())
                        .staleness(i % 2 == 0 ? 40 : random.nextInt(6))
                        .inertia(i == 0 ? 0.8 : 0)
                        .aliasHazard(new AliasHazard(1 - left, 0))
                        .build());
            }
            return PortfolioState.of(new Portfolio(drawn), 12)
                    .with(new ResetOption(2))
                    .withBranches(List.of(new BranchOption("new", null, 0.3, 600, 4)));
        }
    };

    abstract PortfolioState draw(RandomGenerator random, int hypotheses);

    /** Returns a budget that binds: two fifths of what is held in full. */
    static int budget(PortfolioState state) {
        int full = 0;
        for (Hypothesis hypothesis : state.portfolio().hypotheses()) {
            full += hypothesis.cost().full();
        }
        return full * 2 / 5;
    }

    private static List<Evidence> scores(RandomGenerator random, List<Hypothesis> hypotheses) {
        List<Evidence> seen = new ArrayList<>();
        for (int step = 0; step < 4; step++) {
            for (Hypothesis hypothesis : hypotheses) {
                if (random.nextBoolean()) {
                    seen.add(new Evidence(hypothesis.id(), step, random.nextDouble() * 0.1 * step, 0.005, 1));
                }
            }
        }
        return seen;
    }
}
