package dev.trimtab.controller.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.policy.StabilityController.Pace;
import dev.trimtab.controller.policy.StabilityController.Turn;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.portfolio.TokenBudget;
import dev.trimtab.controller.testing.PortfolioInvariants;
import dev.trimtab.controller.testing.Portfolios;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a decision leaves behind is what the next one starts from. */
final class StabilityControllerTest {
    private final StabilityController controller =
            new StabilityController(PortfolioPolicy.withDefaults(), PolicyParameters.DEFAULT);

    @Test
    void decide_wholePlan_isCarriedOutAndAStepPasses() {
        PortfolioState state = state(6);

        Turn turn = controller.decide(state, new TokenBudget(230), Pace.WHOLE_PLAN);

        assertThat(turn.next().decisionsLeft()).isEqualTo(5);
        assertThat(turn.next().step()).isEqualTo(1);
        turn.next()
                .portfolio()
                .hypotheses()
                .forEach(h -> assertThat(h.representation())
                        .isEqualTo(turn.plan().representations().get(h.id())));
        Hypothesis pursued = turn.next().portfolio().find("a").orElseThrow();
        assertThat(pursued.staleness()).isZero();
        assertThat(pursued.inertia()).isEqualTo(0.3);
        assertThat(turn.next().portfolio().find("b").orElseThrow().staleness()).isEqualTo(1);
    }

    @Test
    void decide_oneDecision_changesNoMoreThanTheFirstSays() {
        Turn turn = controller.decide(state(6), new TokenBudget(150), Pace.ONE_DECISION);

        assertThat(turn.plan().decisions()).hasSizeGreaterThan(2);
        assertThat(turn.next().portfolio().hypotheses().stream().filter(h -> h.representation() != Representation.FULL))
                .hasSize(1);
    }

    /** Two independent families of one half each, and the smaller budget keeps one. */
    @Test
    void decide_retirement_addsWhatItLosesToTheWindow() {
        PortfolioState state = PortfolioState.of(new Portfolio(List.of(route("a", "f", 0.5), route("b", "g", 0.5))), 6)
                .withAvailable(EnumSet.of(Action.RETIRE));

        Turn turn = controller.decide(state, new TokenBudget(100), Pace.WHOLE_PLAN);

        assertThat(turn.next().adequacyLost()).isCloseTo(1 - 0.5 / 0.75, within(1e-12));
    }

    @Test
    void decide_reset_takesItsStepsAndMakesTheSeedFresh() {
        Portfolio stale = new Portfolio(List.of(
                route("a", "f", 0.5).toBuilder().staleness(50).inertia(0.9).build(),
                route("b", "g", 0.5).toBuilder().staleness(50).build()));
        PortfolioState state = PortfolioState.of(stale, 20).with(new ResetOption(3));

        Turn turn = controller.decide(state, new TokenBudget(300), Pace.ONE_DECISION);

        assertThat(turn.plan().decisions().get(0).action()).isEqualTo(Action.RESET);
        assertThat(turn.next().decisionsLeft()).isEqualTo(17);
        assertThat(turn.next().portfolio().hypotheses())
                .filteredOn(h -> h.representation().isActive())
                .isNotEmpty()
                .allMatch(h -> h.staleness() == 0);
    }

    /** Four routes are twice what fits: their records take four decisions one by one, and one as a reset. */
    @Test
    void decide_resetOfOneDecision_leavesEveryHypothesisAsItsPlanSays() {
        PortfolioState state =
                PortfolioState.of(overBudget(), 6).with(new ResetOption(1)).with(WorkDemand.of(0, Map.of()));

        Turn turn = controller.decide(state, new TokenBudget(200), Pace.ONE_DECISION);

        assertThat(turn.plan().decisions().get(0).action()).isEqualTo(Action.RESET);
        turn.next()
                .portfolio()
                .hypotheses()
                .forEach(h -> assertThat(h.representation())
                        .isEqualTo(turn.plan().representations().get(h.id())));
    }

    /** A reset that takes more steps than the changes one by one is no way to make room. */
    @Test
    void decide_resetDearerThanTheChanges_makesRoomOneByOne() {
        PortfolioState state =
                PortfolioState.of(overBudget(), 8).with(new ResetOption(7)).with(WorkDemand.of(0, Map.of()));

        Turn turn = controller.decide(state, new TokenBudget(200), Pace.ONE_DECISION);

        assertThat(turn.plan().decision(Decision.Reset.class)).isEmpty();
    }

    /** All fits until the next step has added to it: a change a step keeps up with that, and a reset may take longer than it says. */
    @Test
    void decide_roomIsMadeForTheNextStepOnly_makesItOneByOne() {
        PortfolioState state =
                PortfolioState.of(overBudget(), 6).with(new ResetOption(1)).with(WorkDemand.of(0, Map.of()));

        Turn turn = controller.decide(state, new TokenBudget(200, 200), Pace.ONE_DECISION);

        assertThat(turn.plan().decisions().get(0).action()).isEqualTo(Action.COMPRESS);
        assertThat(turn.plan().decision(Decision.Reset.class)).isEmpty();
    }

    private static Portfolio overBudget() {
        return new Portfolio(
                List.of(route("a", "f", 0.5), route("b", "g", 0.5), route("c", "h", 0.5), route("d", "i", 0.5)));
    }

    @Test
    void decide_branch_addsTheRouteAndTakesItOffTheOptions() {
        PortfolioState state = PortfolioState.of(new Portfolio(List.of(route("a", "f", 0.3))), 10)
                .withBranches(List.of(new BranchOption("draft", new Family("new"), 0.3, 100, 5)));

        PortfolioState next = controller
                .decide(state, new TokenBudget(1000), Pace.ONE_DECISION)
                .next();

        assertThat(next.portfolio().find("draft").orElseThrow().tokens()).isEqualTo(100);
        assertThat(next.branches()).isEmpty();
    }

    @Property(tries = 100, seed = "1")
    void decide_overAWindow_keepsTheInvariantsAndNeverForgetsALoss(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PortfolioState state = Portfolios.state(random, 1 + random.nextInt(10), 4);
        Pace pace = random.nextBoolean() ? Pace.WHOLE_PLAN : Pace.ONE_DECISION;
        for (int step = 0; step < 8; step++) {
            int budget = 100 + random.nextInt(1 + state.portfolio().tokens());
            Turn turn = controller.decide(state, new TokenBudget(budget), pace);

            PortfolioInvariants.check(state, budget, turn.plan());
            assertThat(turn.next().adequacyLost()).isBetween(state.adequacyLost(), 1.0);
            assertThat(turn.next().decisionsLeft()).isBetween(0, Math.max(0, state.decisionsLeft() - 1));
            state = turn.next();
        }
    }

    private static PortfolioState state(int decisionsLeft) {
        return PortfolioState.of(
                new Portfolio(List.of(route("a", "f", 0.6), route("b", "g", 0.5), route("c", "h", 0.4))),
                decisionsLeft);
    }

    private static Hypothesis route(String id, String family, double promise) {
        return Hypothesis.builder(id, new Family(family))
                .promise(promise)
                .cost(100, 20, 2, 100)
                .recoverability(0)
                .build();
    }
}
