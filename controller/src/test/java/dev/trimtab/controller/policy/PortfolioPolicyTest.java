package dev.trimtab.controller.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.law.Law;
import dev.trimtab.controller.portfolio.AliasHazard;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.HypothesisBuilder;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.portfolio.TokenBudget;
import dev.trimtab.controller.testing.StabilityPolicyContract;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the controller does in situations where the laws leave no doubt. */
final class PortfolioPolicyTest extends StabilityPolicyContract {
    private final PortfolioPolicy policy = PortfolioPolicy.withDefaults();

    @Override
    protected StabilityPolicy policy() {
        return PortfolioPolicy.withDefaults();
    }

    @Test
    void decide_withRoomForAll_keepsEverythingAsItIs() {
        Portfolio portfolio = new Portfolio(
                List.of(route("a", "f", 0.6).build(), route("b", "g", 0.5).build()));

        ControlPlan plan = policy.decide(PortfolioState.of(portfolio, 6), new TokenBudget(1000));

        assertThat(plan.applyTo(portfolio)).isEqualTo(portfolio);
        assertThat(plan.decision(Decision.Keep.class)).isPresent();
        assertThat(plan.diagnostics().feasible()).isTrue();
    }

    @Test
    void decide_tooLittleRoom_compressesBeforeItLosesAFamily() {
        Portfolio portfolio = new Portfolio(List.of(
                route("a", "f", 0.6).build(),
                route("b", "g", 0.5).build(),
                route("c", "h", 0.4).build()));

        ControlPlan plan = policy.decide(PortfolioState.of(portfolio, 6), new TokenBudget(250));

        assertThat(plan.representations().values())
                .containsOnly(Representation.FULL, Representation.COMPRESSED)
                .contains(Representation.COMPRESSED);
        assertThat(plan.diagnostics().familiesAlive()).isEqualTo(3);
    }

    @Test
    void decide_staleDecoyDominates_purgesOrResetsUntilContaminationIsBelowItsThreshold() {
        Portfolio portfolio = new Portfolio(List.of(
                route("old", "decoy", 0.1)
                        .staleness(60)
                        .inertia(0.9)
                        .cost(600, 590, 2, 10)
                        .build(),
                route("new", "fresh", 0.5).build()));

        ControlPlan plan = policy.decide(PortfolioState.of(portfolio, 6), new TokenBudget(2000));

        assertThat(plan.diagnostics().contaminationBefore())
                .isGreaterThan(plan.diagnostics().contaminationThreshold().orElseThrow());
        assertThat(plan.diagnostics().contamination())
                .isLessThan(plan.diagnostics().contaminationThreshold().orElseThrow());
        assertThat(plan.representations()).containsEntry("new", Representation.FULL);
        assertThat(plan.decision(Decision.Retire.class)
                        .orElseThrow()
                        .certificate()
                        .law())
                .isEqualTo(Law.L2);
    }

    @Test
    void decide_purgeThatCanWait_comesBeforeTheWorkOnlyIfDecisionsAreLeftForBoth() {
        Portfolio portfolio = new Portfolio(List.of(
                route("old", "decoy", 0.1)
                        .staleness(60)
                        .inertia(0.9)
                        .cost(600, 590, 2, 10)
                        .build(),
                route("new", "fresh", 0.5).build()));

        assertThat(first(portfolio, 1, 2000)).isEqualTo(Action.PURSUE);
        assertThat(first(portfolio, 12, 2000)).isEqualTo(Action.RETIRE);
    }

    /** The archived family can only be reopened once one of the others is a record. */
    @Test
    void decide_roomForTheArchive_isMadeAsLateAsThereAreDecisionsForIt() {
        Portfolio portfolio = new Portfolio(List.of(
                route("a", "f", 0.5).cost(400, 60, 2, 400).build(),
                route("b", "g", 0.5).cost(400, 60, 2, 400).build(),
                route("c", "h", 0.6)
                        .cost(400, 60, 2, 400)
                        .representation(Representation.SHADOW)
                        .build()));

        assertThat(first(portfolio, 8, 810)).isEqualTo(Action.PURSUE);
        assertThat(first(portfolio, 1, 810)).isIn(Action.COMPRESS, Action.RETIRE);
    }

    /** A route half known, three decisions and another to open: with work to do the first goes on, without it nothing is gained by waiting. */
    @Test
    void decide_whereNothingCanBeWorkedOn_opensWhatFitsAtOnce() {
        Portfolio portfolio =
                new Portfolio(List.of(route("a", "f", 0.5).cost(100, 20, 2, 100).build()));
        PortfolioState state = PortfolioState.of(portfolio, 3)
                .withBranches(List.of(new BranchOption("draft", new Family("g"), 0.2, 100, 3)));
        Set<Action> workless = EnumSet.complementOf(EnumSet.of(Action.EXPAND, Action.PURSUE));

        assertThat(policy.decide(state, new TokenBudget(250)).decisions().get(0).action())
                .isEqualTo(Action.PURSUE);
        assertThat(policy.decide(state.withAvailable(workless), new TokenBudget(250))
                        .decisions()
                        .get(0)
                        .action())
                .isEqualTo(Action.BRANCH);
    }

    private Action first(Portfolio portfolio, int decisionsLeft, int budget) {
        return policy.decide(PortfolioState.of(portfolio, decisionsLeft), new TokenBudget(budget))
                .decisions()
                .get(0)
                .action();
    }

    /** Archived, both would be safe and nothing could be worked on. */
    @Test
    void decide_archiveAsGoodAsTheContext_stillKeepsTheMostPromisingRouteToWorkOn() {
        Portfolio portfolio = new Portfolio(List.of(
                route("a", "f", 0.3).cost(200, 195, 2, 200).build(),
                route("b", "g", 0.6).cost(200, 195, 2, 200).build()));

        ControlPlan plan = policy.decide(PortfolioState.of(portfolio, 6), new TokenBudget(210));

        assertThat(plan.decision(Decision.Pursue.class).orElseThrow().hypothesis())
                .isEqualTo("b");
        assertThat(policy.decide(PortfolioState.of(portfolio, 0), new TokenBudget(210))
                        .representations()
                        .values())
                .containsOnly(Representation.SHADOW);
    }

    @Test
    void decide_contaminationAblated_keepsTheStaleDecoy() {
        Portfolio portfolio = new Portfolio(List.of(
                route("old", "decoy", 0.1).staleness(60).inertia(0.9).build(),
                route("new", "fresh", 0.5).build()));
        PolicyParameters without = PolicyParameters.DEFAULT.with(new Switches(true, false, true, true, true));

        ControlPlan plan = new PortfolioPolicy("portfolio-no-contamination", without)
                .decide(PortfolioState.of(portfolio, 6), new TokenBudget(2000));

        assertThat(plan.applyTo(portfolio)).isEqualTo(portfolio);
    }

    @Test
    void decide_everythingStaleAndNothingToSpare_resetsToAFreshSeed() {
        Portfolio portfolio = new Portfolio(List.of(
                route("a", "f", 0.5)
                        .staleness(50)
                        .inertia(0.9)
                        .recoverability(0)
                        .build(),
                route("b", "g", 0.5).staleness(50).recoverability(0).build()));
        PortfolioState state = PortfolioState.of(portfolio, 20).with(new ResetOption(1));

        ControlPlan plan = policy.decide(state, new TokenBudget(300));

        assertThat(plan.decision(Decision.Reset.class)
                        .orElseThrow()
                        .certificate()
                        .holds())
                .isTrue();
        assertThat(plan.applyTo(portfolio).hypotheses()).allMatch(h -> h.staleness() == 0);
    }

    /** There is room for the family once another is held as a record, which loses less than the family brings. */
    @Test
    void decide_windowThatHasLostAllItMayLose_stillGainsByMakingRoom() {
        Hypothesis risky = route("a", "f", 0.3)
                .cost(100, 20, 0, 100)
                .aliasHazard(new AliasHazard(0.1, 0))
                .build();
        PortfolioState state = PortfolioState.of(new Portfolio(List.of(risky)), 4)
                .withBranches(List.of(new BranchOption("draft", new Family("g"), 0.3, 100, 4)))
                .withAdequacyLost(0.5);

        ControlPlan plan = policy.decide(state, new TokenBudget(150));

        assertThat(plan.decision(Decision.Branch.class)).isPresent();
    }

    @Test
    void decide_breadthIsShort_opensANewFamily() {
        Portfolio portfolio = new Portfolio(List.of(route("a", "f", 0.3).build()));
        PortfolioState state =
                PortfolioState.of(portfolio, 10).withBranches(List.of(new BranchOption("draft", null, 0.3, 100, 5)));

        ControlPlan plan = policy.decide(state, new TokenBudget(1000));

        assertThat(plan.decision(Decision.Branch.class)
                        .orElseThrow()
                        .certificate()
                        .law())
                .isEqualTo(Law.L3);
        assertThat(plan.decision(Decision.Pursue.class)).isEmpty();
    }

    @Test
    void decide_noBudgetAtAll_statesHowManyTokensAreMissing() {
        Portfolio portfolio = new Portfolio(List.of(
                route("a", "f", 0.6).recoverability(0).build(),
                route("b", "g", 0.6).recoverability(0).build()));

        Diagnostics seen = policy.decide(PortfolioState.of(portfolio, 6), new TokenBudget(0))
                .diagnostics();

        assertThat(seen.feasible()).isFalse();
        assertThat(seen.tokensMissing()).isBetween(1.0, 400.0);
        assertThat(seen.adequacy()).isZero();
    }

    @Test
    void decide_forWhoCanTakeBackWhatIsLent_leavesNoTokensIdleAndCountsOnNoMore() {
        Portfolio portfolio = new Portfolio(List.of(
                route("a", "f", 0.6).representation(Representation.SHADOW).build(),
                route("b", "f", 0.1).representation(Representation.COMPRESSED).build(),
                route("c", "g", 0.5).staleness(9).build(),
                route("d", "h", 0.4).build()));
        PortfolioState kept = PortfolioState.of(portfolio, 6);

        ControlPlan idle = policy.decide(kept, new TokenBudget(650));
        ControlPlan lent = policy.decide(kept.withAvailable(EnumSet.allOf(Action.class)), new TokenBudget(650));

        assertThat(idle.diagnostics().reserve()).isEqualTo(200);
        assertThat(lent.diagnostics().adequacy()).isCloseTo(idle.diagnostics().adequacy(), within(0.02));
        assertThat(lent.diagnostics().tokens()).isGreaterThan(450).isLessThanOrEqualTo(650);
        assertThat(lent.decision(Decision.Expand.class)
                        .orElseThrow()
                        .certificate()
                        .holds())
                .isTrue();
    }

    @Test
    void decide_whatTheLastStepShowed_isReadBeforeItMayLeave() {
        Portfolio portfolio = new Portfolio(List.of(
                route("old", "f", 0.6).staleness(5).build(),
                route("older", "g", 0.6).staleness(9).build(),
                route("new", "f", 0).build()));
        PortfolioState state = PortfolioState.of(portfolio, 6).withAvailable(EnumSet.allOf(Action.class));

        ControlPlan plan = policy.decide(state, new TokenBudget(410));

        assertThat(plan.representations().get("new")).matches(Representation::isActive);
    }

    private static HypothesisBuilder route(String id, String family, double promise) {
        return Hypothesis.builder(id, new Family(family)).promise(promise).cost(200, 20, 2, 200);
    }
}
