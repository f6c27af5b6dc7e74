package dev.trimtab.controller.ecology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.portfolio.TokenBudget;
import dev.trimtab.controller.testing.FixedPolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Special cases in which laws are exact: the simulator, which does not call them, must reproduce them. */
final class ClosedFormTest {
    private static final int EPISODES = 10_000;
    /** Five standard errors of a share over all episodes, at most. */
    private static final double ERROR = 5 * 0.5 / Math.sqrt(EPISODES);

    /** Law L2: retirement is final and nothing tells of V, so that a rule that keeps k of n might as well draw them. */
    @ParameterizedTest
    @CsvSource({"1, 0", "3, 0", "5, 0", "3, 1"})
    void success_whereRetirementIsFinalAndBlind_isTheShareOfAdequateSetsThatAreHit(int kept, int byScore) {
        StabilityPolicy policy = byScore == 1 ? keepBestStarts(kept) : keepFirst(kept);
        int[] hits = new int[9];
        int[] all = new int[9];
        run(Worlds.CALM, new Condition(3, 1, 0, 1, 0, 1), policy, outcome -> {
            all[outcome.adequate()]++;
            hits[outcome.adequate()] += outcome.success() ? 1 : 0;
        });

        for (int v = 1; v <= 8; v++) {
            if (all[v] > 1000) {
                double expected = 1 - choose(8 - v, kept) / choose(8, kept);
                assertThat(hits[v] / (double) all[v]).isCloseTo(expected, within(5 * 0.5 / Math.sqrt(all[v])));
            }
        }
        assertThat(all[1]).isGreaterThan(1000);
        assertThat(all[2]).isGreaterThan(1000);
    }

    /**
     * Law L3: families adequate with q each, lost with h a step. Where no family reaches the target the best one alone is
     * adequate, which the second term adds.
     */
    @ParameterizedTest
    @CsvSource({"1, 0.05", "6, 0.05", "12, 0.1", "24, 0.1"})
    void success_underDelay_isCoverageOfTheSurvivors(int lag, double hazard) {
        double reach = 0.8;
        WorldRanges ranges = Worlds.CALM
                .with(quality(0, 0.05, Range.of(reach)))
                .with(new Losses(
                        Range.of(hazard),
                        Range.of(0),
                        Range.of(0),
                        Range.of(0),
                        Range.of(1e9),
                        Range.of(Double.POSITIVE_INFINITY),
                        Range.of(0)));
        double share = shareOf(ranges, new Condition(3, lag, 0, 1, 0, 1), FixedPolicies.keepAll(), Outcome::success);
        double q = upperTail(reach);
        double survives = Math.pow(1 - hazard, lag);
        double none = Math.pow(1 - q, 8);

        assertThat(share).isCloseTo(1 - Math.pow(1 - q * survives, 8) + none * survives, within(ERROR));
    }

    /** Law L1: two families, both scores known, the context contaminated by a stated share that does not drift. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.4, 0.6, 0.8})
    void choices_inAContaminatedContext_followTheNormalLaw(double overlap) {
        double noise = 0.06;
        WorldRanges ranges = contaminated(noise);
        Condition condition = new Condition(3, 1, overlap, 1, 0, 1);
        double expected = 0;
        int adequate = 0;
        for (int index = 0; index < EPISODES; index++) {
            World world = World.draw(ranges, condition, SeedSpace.DEVELOPMENT, index);
            expected += chooseAdequate(world, noise) / EPISODES;
            adequate += new Episode(world, Protocol.DEFAULT)
                    .run(FixedPolicies.keepAll())
                    .adequateChoices();
        }

        assertThat(adequate / (double) EPISODES).isCloseTo(expected, within(ERROR));
        if (overlap <= 0.2) {
            assertThat(expected).isGreaterThan(0.55);
        }
        if (overlap >= 0.8) {
            assertThat(expected).isLessThan(0.45);
        }
    }

    /** Law L7: a record that is rewritten at every step is lost geometrically, one that is left alone is not. */
    @ParameterizedTest
    @CsvSource({"3, 0.05", "12, 0.05", "12, 0"})
    void aliases_ofARewrittenRecord_growWithTheLag(int lag, double perRewrite) {
        WorldRanges ranges = Worlds.CALM.with(new Losses(
                Range.of(0),
                Range.of(0),
                Range.of(0),
                Range.of(perRewrite),
                Range.of(1e9),
                Range.of(Double.POSITIVE_INFINITY),
                Range.of(0)));
        StabilityPolicy policy = FixedPolicies.holding(
                "one-record", (h, i) -> i == 0 ? Representation.COMPRESSED : Representation.EXTINCT);
        double share = shareOf(ranges, new Condition(3, lag, 0, 0.5, 0, 1), policy, outcome -> outcome.aliases() > 0);

        assertThat(share).isCloseTo(1 - Math.pow(1 - perRewrite, lag), within(ERROR));
    }

    /** Law L7: n records on m summary states stay apart as birthdays do. */
    @Test
    void aliases_ofRecordsOnFewStates_areBirthdays() {
        WorldRanges ranges = Worlds.CALM.with(new Losses(
                Range.of(0),
                Range.of(0),
                Range.of(0),
                Range.of(0),
                Range.of(30),
                Range.of(Double.POSITIVE_INFINITY),
                Range.of(0)));
        StabilityPolicy policy = FixedPolicies.holding("compress", (h, i) -> Representation.COMPRESSED);
        double share = shareOf(ranges, new Condition(3, 1, 0, 0.25, 0, 1), policy, outcome -> outcome.aliases() > 0);
        double apart = 1;
        for (int j = 0; j < 8; j++) {
            apart *= 1 - j / 30.0;
        }

        assertThat(share).isCloseTo(1 - apart, within(ERROR));
    }

    /** Law L2: an archived route comes back with its recoverability if the room left holds it, else never. */
    @ParameterizedTest
    @CsvSource({"3, 0.6", "0.02, 0"})
    void success_ofTheArchive_isRecoverabilityWithinTheReserve(double budget, double expected) {
        WorldRanges ranges = new WorldRanges(
                new Population(Range.of(1), Range.of(1), Range.of(0), Range.of(1), Range.of(0.3)),
                Worlds.CALM.costs(),
                Worlds.CALM.quality(),
                Worlds.CALM.reading(),
                new Losses(
                        Range.of(0),
                        Range.of(0.6),
                        Range.of(0),
                        Range.of(0),
                        Range.of(1e9),
                        Range.of(Double.POSITIVE_INFINITY),
                        Range.of(0)));
        StabilityPolicy policy = FixedPolicies.holding("archive", (h, i) -> Representation.SHADOW);

        assertThat(shareOf(ranges, new Condition(budget, 4, 0, 1, 0, 1), policy, Outcome::success))
                .isCloseTo(expected, within(ERROR));
    }

    /** Law L9: what nobody works on goes stale by its half-life. */
    @Test
    void contamination_ofAContextThatNobodyWorksOn_driftsByTheHalfLife() {
        WorldRanges ranges = new WorldRanges(
                new Population(Range.of(2), Range.of(2), Range.of(0), Range.of(1), Range.of(0.3)),
                new Costs(Range.of(100), Range.of(5), Range.of(1), Range.of(0)),
                Worlds.CALM.quality(),
                Worlds.CALM.reading(),
                new Losses(
                        Range.of(0), Range.of(0), Range.of(0), Range.of(0), Range.of(1e9), Range.of(6), Range.of(0)));
        World world = World.draw(ranges, new Condition(3, 5, 0, 1, 0, 1), SeedSpace.DEVELOPMENT, 0);
        Outcome outcome = new Episode(
                        world, new Protocol(Protocol.Pursuit.CONTROLLER, Protocol.DEFAULT.actions(), 1, 0))
                .run(FixedPolicies.deciding(
                        "one-route", List.of(RulePolicies.pursue("r1")), (h, i) -> h.representation()));
        double expected = 0;
        for (int step = 0; step < 5; step++) {
            expected += (1 - Math.pow(2, -step / 6.0)) / 2 / 5;
        }

        assertThat(outcome.contamination()).isCloseTo(expected, within(1e-12));
    }

    private static WorldRanges contaminated(double noise) {
        return new WorldRanges(
                new Population(Range.of(2), Range.of(2), Range.of(0), Range.of(1), Range.of(0.3)),
                Worlds.CALM.costs(),
                quality(-1, 1, Range.of(Double.POSITIVE_INFINITY)),
                new Reading(
                        Range.of(1),
                        Range.of(noise),
                        Range.of(0.05),
                        Range.of(0.2),
                        Range.of(0),
                        Range.of(0.3),
                        Range.of(4)),
                Worlds.CALM.losses());
    }

    private static Quality quality(double earlyTells, double headroom, Range target) {
        return new Quality(
                Range.of(earlyTells),
                Range.of(0.05),
                Range.of(0),
                Range.of(0.05),
                Range.of(headroom),
                Range.of(0),
                target,
                Range.of(4));
    }

    /** What law L1 says of a world of two routes, from its hidden numbers and a normal distribution of the test's own. */
    private static double chooseAdequate(World world, double noise) {
        Route one = world.routes().get(0);
        Route two = world.routes().get(1);
        Route right = world.truth().isAdequate(one.family()) ? one : two;
        Route wrong = right.index() == 0 ? two : one;
        double occupied = one.cost().full() + two.cost().full();
        double chi = (one.cost().full() * one.overlap() + two.cost().full() * two.overlap()) / occupied;
        double live = world.truth().quality().get(right.family())
                - world.truth().quality().get(wrong.family());
        double pull = world.constants().model().pull();
        double legacy = wrong.start() + pull * wrong.inertia() - right.start() - pull * right.inertia();
        return 1 - upperTail(((1 - chi) * live - chi * legacy) / (Math.sqrt(2) * noise));
    }

    /** The normal distribution's upper tail by the midpoint rule. */
    private static double upperTail(double x) {
        double sum = 0;
        int steps = 1000;
        double width = 12.0 / steps;
        for (int i = 0; i < steps; i++) {
            double at = x + (i + 0.5) * width;
            sum += Math.exp(-at * at / 2) * width;
        }
        return sum / Math.sqrt(2 * Math.PI);
    }

    private static StabilityPolicy keepFirst(int kept) {
        return FixedPolicies.holding(
                "keep-first",
                (h, i) -> Integer.parseInt(h.id().substring(1)) < kept ? h.representation() : Representation.EXTINCT);
    }

    /** Keeps the best scores seen at the start: it looks at all there is, in vain. */
    private static StabilityPolicy keepBestStarts(int kept) {
        return new StabilityPolicy() {
            @Override
            public String name() {
                return "keep-best";
            }

            @Override
            public ControlPlan decide(PortfolioState state, TokenBudget budget) {
                List<Double> promises = new ArrayList<>();
                state.portfolio().hypotheses().forEach(h -> promises.add(h.promise()));
                promises.sort((a, b) -> Double.compare(b, a));
                double least = promises.get(Math.min(kept, promises.size()) - 1);
                return FixedPolicies.holding(
                                "keep-best",
                                (h, i) -> h.promise() >= least ? h.representation() : Representation.EXTINCT)
                        .decide(state, budget);
            }
        };
    }

    private static double shareOf(
            WorldRanges ranges, Condition condition, StabilityPolicy policy, Predicate<Outcome> event) {
        int[] hits = new int[1];
        run(ranges, condition, policy, outcome -> hits[0] += event.test(outcome) ? 1 : 0);
        return hits[0] / (double) EPISODES;
    }

    private static void run(WorldRanges ranges, Condition condition, StabilityPolicy policy, Consumer<Outcome> each) {
        for (int index = 0; index < EPISODES; index++) {
            World world = World.draw(ranges, condition, SeedSpace.DEVELOPMENT, index);
            each.accept(new Episode(world, Protocol.DEFAULT).run(policy));
        }
    }

    private static double choose(int n, int k) {
        double ways = k > n ? 0 : 1;
        for (int j = 0; j < Math.min(k, n); j++) {
            ways *= (n - j) / (double) (j + 1);
        }
        return ways;
    }
}
