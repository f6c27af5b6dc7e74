package dev.trimtab.controller.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.policy.StabilityController.Pace;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.portfolio.TokenBudget;
import dev.trimtab.controller.testing.Portfolios;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** That what is proposed is what its certificate speaks for. */
final class DecisionCertificatesTest {
    private static final double ROUNDING = 1e-9;

    private final PortfolioPolicy policy = PortfolioPolicy.withDefaults();

    /** Of what is kept the certificate says whether it could go instead. */
    @Property(tries = 1500, seed = "1")
    void whatIsProposed_holdsByItsOwnLaw_unlessTheBudgetOrTheContaminationForcesARetirement(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PortfolioState state = drawn(random);
        int budget = random.nextInt(1 + state.portfolio().tokens() * 5 / 4);

        for (Decision decision : policy.decide(state, new TokenBudget(budget)).decisions()) {
            Certificate certificate = decision.certificate();
            boolean forced = decision instanceof Decision.Retire
                    && (value(certificate, "t before") + value(certificate, "Q before") > value(certificate, "B")
                            || value(certificate, "chi before") > value(certificate, "chi_max"));

            assertThat(certificate.holds() || forced || decision instanceof Decision.Keep)
                    .as("%s", decision)
                    .isTrue();
        }
    }

    private static PortfolioState drawn(SplittableRandom random) {
        PortfolioState state = Portfolios.state(random, 1 + random.nextInt(8), 5);
        Map<String, Double> done = new HashMap<>();
        state.portfolio().hypotheses().forEach(h -> done.put(h.id(), (double) random.nextInt(3)));
        int asked = random.nextInt(5);
        state = asked == 4 ? state : state.with(WorkDemand.of(asked, done));
        state = random.nextBoolean() ? state : state.at(Pace.ONE_DECISION);
        state = random.nextInt(3) > 0 ? state : state.withAvailable(EnumSet.allOf(Action.class));
        return state.at(50, random.nextInt(8));
    }

    /** By its definition: of all sets of routes that so many steps of work are enough for, the one that leaves the most. */
    @Property(tries = 1000, seed = "1")
    void firstDecision_whereSuccessAsksForWork_isCertifiedByTheWorkThatCanBeDoneTogether(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Hypothesis> routes = new ArrayList<>();
        Map<String, Double> done = new HashMap<>();
        for (int i = 0; i < 6; i++) {
            boolean full = i == 0 || random.nextBoolean();
            Hypothesis h = route("h" + i, full ? Representation.FULL : Representation.SHADOW, random);
            routes.add(h);
            if (h.representation() == Representation.SHADOW || random.nextInt(3) == 0) {
                done.put(h.id(), 1.0);
            }
        }
        Portfolio portfolio = new Portfolio(routes);
        int left = 1 + random.nextInt(3);
        int budget = portfolio.tokens() + random.nextInt(60);
        PortfolioState state =
                PortfolioState.of(portfolio, left).at(Pace.ONE_DECISION).with(WorkDemand.of(1, done));

        Decision first =
                policy.decide(state, new TokenBudget(budget)).decisions().get(0);

        Certificate certificate = first.certificate();
        Statistics.collect(first.action());
        Statistics.coverage(drawn -> drawn.check(Action.RETIRE).count(times -> times > 0));
        if (first instanceof Decision.Retire || first instanceof Decision.Pursue) {
            assertThat(value(certificate, "A before"))
                    .isCloseTo(left(portfolio, done, left - 1, budget), within(ROUNDING));
            Map<String, Double> after = new HashMap<>(done);
            if (first instanceof Decision.Pursue pursue) {
                after.put(pursue.hypothesis(), 1.0);
            }
            if (left == 1) {
                assertThat(value(certificate, "A after"))
                        .isCloseTo(left(portfolio.heldAs(first.effect()), after, 0, budget), within(ROUNDING));
            }
        }
        assertThat(certificate.holds() || first instanceof Decision.Keep).isTrue();
    }

    /** The adequacy of routes of a family each, of which so many more can be worked on, what is free being the reserve. */
    private static double left(Portfolio held, Map<String, Double> done, int steps, int budget) {
        int free = budget - held.tokens();
        List<Hypothesis> routes = held.hypotheses();
        double none = 1;
        for (Hypothesis h : routes) {
            none *= 1 - h.promise();
        }
        double most = 0;
        for (int worked = 0; worked < 1 << routes.size(); worked++) {
            double missed = 1;
            int spent = 0;
            for (int i = 0; i < routes.size(); i++) {
                Hypothesis h = routes.get(i);
                boolean now = (worked >> i & 1) == 1;
                spent += now ? 1 : 0;
                boolean reopened = h.representation() == Representation.SHADOW;
                double kept = !reopened ? 1 : h.cost().recovery() <= free ? h.recoverability() : 0;
                missed *= now || done.containsKey(h.id()) ? 1 - h.promise() * kept : 1;
            }
            most = spent <= steps ? Math.max(most, (1 - missed) / (1 - none)) : most;
        }
        return most;
    }

    private static Hypothesis route(String id, Representation held, SplittableRandom random) {
        int full = 20 + random.nextInt(60);
        return Hypothesis.builder(id, new Family("of " + id))
                .promise(0.05 + 0.5 * random.nextDouble())
                .cost(full, full, 0, 10 + random.nextInt(full))
                .recoverability(0.5 + 0.5 * random.nextDouble())
                .representation(held)
                .build();
    }

    /** There is room for one, and the route that is opened promises more than the one that leaves for it. */
    @Example
    void retirementThatMakesRoomForARoute_isJudgedByWhatIsLeftWithThatRoute() {
        PortfolioState state = PortfolioState.of(new Portfolio(List.of(plain("a", 0.2), plain("b", 0.5))), 6)
                .withBranches(List.of(new BranchOption("new", new Family("g"), 0.5, 100, 6)));

        ControlPlan plan = policy.decide(state, new TokenBudget(200));

        Certificate retired = plan.decision(Decision.Retire.class).orElseThrow().certificate();
        assertThat(plan.decision(Decision.Branch.class)).isPresent();
        assertThat(plan.diagnostics().adequacyBefore() - plan.diagnostics().adequacy() - value(retired, "A opened"))
                .isNegative();
        assertThat(value(retired, "joint loss")).isZero();
        assertThat(retired.holds()).isTrue();
    }

    /** The most promising route is archived and does not fit, so that it is no reason against work on another. */
    @Example
    void pursuit_isComparedWithRoutesThatCanBeWorkedOn() {
        Hypothesis archived = plain("a", 0.6).toBuilder()
                .representation(Representation.SHADOW)
                .build();
        PortfolioState state = PortfolioState.of(new Portfolio(List.of(archived, plain("b", 0.3))), 2);

        Certificate pursued = policy.decide(state, new TokenBudget(150))
                .decision(Decision.Pursue.class)
                .orElseThrow()
                .certificate();

        assertThat(value(pursued, "p best")).isEqualTo(0.3);
        assertThat(pursued.holds()).isTrue();
    }

    @Example
    void compression_isCertifiedByNothingThatItsLawDoesNotRead() {
        Hypothesis whole = plain("a", 0.5).toBuilder().cost(100, 20, 0, 100).build();

        Certificate compressed = policy.decide(PortfolioState.of(new Portfolio(List.of(whole)), 6), new TokenBudget(50))
                .decision(Decision.Compress.class)
                .orElseThrow()
                .certificate();

        assertThat(compressed.inputs().keySet()).isEqualTo(Set.of("a_0", "a_1", "c", "kappa"));
    }

    private static Hypothesis plain(String id, double promise) {
        return Hypothesis.builder(id, new Family("of " + id))
                .promise(promise)
                .cost(100, 100, 0, 100)
                .build();
    }

    private static double value(Certificate certificate, String symbol) {
        return certificate
                .inputs()
                .getOrDefault(symbol, Quantity.measured(Double.NaN))
                .value();
    }
}
