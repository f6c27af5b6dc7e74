package dev.trimtab.controller.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.policy.StabilityController.Pace;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.portfolio.TokenBudget;
import dev.trimtab.controller.testing.Portfolios;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a caller that carries out one decision a step does when the verification is near. */
final class LastDecisionsTest {
    private static final double ROUNDING = 1e-9;

    private final PortfolioPolicy policy = PortfolioPolicy.withDefaults();

    /** Adequacy by its definition over all single changes, in place of the code under test. */
    @Property(tries = 500, seed = "1")
    void lastDecision_leavesNoLessAdequacyThanAnyOtherSingleChange(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Hypothesis> routes = new ArrayList<>();
        int occupied = 0;
        for (int i = 0; i < 6; i++) {
            routes.add(drawn(random, i));
            occupied += routes.get(i).tokens();
        }
        int budget = occupied + random.nextInt(60);
        PortfolioState state = PortfolioState.of(new Portfolio(routes), 1).at(Pace.ONE_DECISION);

        List<Decision> decisions = policy.decide(state, new TokenBudget(budget)).decisions();

        Map<String, Representation> first =
                decisions.isEmpty() ? Map.of() : decisions.get(0).effect();
        double best = adequacy(routes, Map.of(), budget);
        for (Hypothesis h : routes) {
            for (Representation to : Representation.values()) {
                if (h.representation().isActive() && to.compareTo(h.representation()) > 0) {
                    best = Math.max(best, adequacy(routes, Map.of(h.id(), to), budget));
                }
            }
        }
        assertThat(adequacy(routes, first, budget)).isGreaterThanOrEqualTo(best - ROUNDING);
    }

    /** After the last decision only routes count that have had their work, the one that it works on included. */
    @Property(tries = 500, seed = "1")
    void lastDecision_whereSuccessAsksForWork_leavesNoLessThanOtherWork(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Hypothesis> routes = new ArrayList<>();
        Map<String, Double> done = new HashMap<>();
        int occupied = 0;
        for (int i = 0; i < 6; i++) {
            Hypothesis h = drawn(random, i).toBuilder()
                    .representation(Representation.FULL)
                    .build();
            routes.add(h);
            occupied += h.tokens();
            if (random.nextBoolean()) {
                done.put(h.id(), 1.0);
            }
        }
        PortfolioState state = PortfolioState.of(new Portfolio(routes), 1)
                .at(Pace.ONE_DECISION)
                .with(WorkDemand.of(1, done));

        Decision first = first(state, occupied + random.nextInt(60));

        double most = 0;
        for (Hypothesis h : routes) {
            most = Math.max(most, worked(routes, done.keySet(), h.id()));
        }
        String pursued = first instanceof Decision.Pursue pursue ? pursue.hypothesis() : "none";
        assertThat(worked(routes, done.keySet(), pursued)).isGreaterThanOrEqualTo(most - ROUNDING);
    }

    /** Evidence alone raises the adequacy of nothing that is held, and work takes tokens; nothing here is stale. */
    @Property(tries = 300, seed = "1")
    void decide_whereSuccessIsKnownToAskForNoWork_pursuesNothingAndKeepsNoLess(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Hypothesis> routes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            routes.add(drawn(random, i));
        }
        PortfolioState state = PortfolioState.of(new Portfolio(routes), 1 + random.nextInt(6))
                .at(random.nextBoolean() ? Pace.ONE_DECISION : Pace.WHOLE_PLAN);
        TokenBudget budget = new TokenBudget(100 + random.nextInt(500));

        ControlPlan unknown = policy.decide(state, budget);
        ControlPlan none = policy.decide(state.with(WorkDemand.of(0, Map.of())), budget);

        assertThat(none.decisions()).noneMatch(Decision.Pursue.class::isInstance);
        assertThat(none.diagnostics().adequacy())
                .isGreaterThanOrEqualTo(unknown.diagnostics().adequacy() - ROUNDING);
    }

    /** The chance that some adequate family was worked on, all routes being held. */
    private static double worked(List<Hypothesis> routes, Set<String> done, String pursued) {
        Map<String, Representation> rest = new HashMap<>();
        for (Hypothesis h : routes) {
            if (!done.contains(h.id()) && !h.id().equals(pursued)) {
                rest.put(h.id(), Representation.EXTINCT);
            }
        }
        return adequacy(routes, rest, Integer.MAX_VALUE);
    }

    /** What was to be opened may have to stay closed; the decision is then worth something on what is held. */
    @Property(tries = 1000, seed = "1")
    void oneDecisionAStep_withARouteInTheContext_isNeverLeftWithoutWork(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PortfolioState drawn = Portfolios.state(random, 6, 4).at(Pace.ONE_DECISION);
        Set<Action> able = EnumSet.complementOf(EnumSet.of(Action.EXPAND));
        PortfolioState state = drawn.at(0, 1 + random.nextInt(5)).withAvailable(able);
        int budget = state.portfolio().tokens() + random.nextInt(400);

        ControlPlan plan = policy.decide(state, new TokenBudget(budget));

        boolean active = state.portfolio().hypotheses().stream()
                .anyMatch(h -> h.representation().isActive());
        assertThat(plan.decisions()).anyMatch(decision -> !active || !(decision instanceof Decision.Keep));
    }

    /** Every choice of at most two changes, in place of the code under test. */
    @Property(tries = 500, seed = "1")
    void overTheBudget_planIsTheBestThatSoManyDecisionsReach(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Hypothesis> routes = new ArrayList<>();
        int occupied = 0;
        for (int i = 0; i < 5; i++) {
            routes.add(drawn(random, i));
            occupied += routes.get(i).tokens();
        }
        int budget = (int) (occupied * (0.3 + 0.6 * random.nextDouble()));
        PortfolioState state = PortfolioState.of(new Portfolio(routes), 2)
                .at(Pace.ONE_DECISION)
                .withAvailable(EnumSet.of(Action.COMPRESS, Action.RETIRE));
        double best = -1;
        for (Map<String, Representation> one : changes(routes)) {
            for (Map<String, Representation> two : changes(routes)) {
                Map<String, Representation> both = new HashMap<>(one);
                both.putAll(two);
                int tokens = routes.stream()
                        .mapToInt(h -> h.cost().tokens(both.getOrDefault(h.id(), h.representation())))
                        .sum();
                best = tokens > budget ? best : Math.max(best, adequacy(routes, both, budget));
            }
        }

        ControlPlan plan = policy.decide(state, new TokenBudget(budget));

        if (best >= 0) {
            assertThat(plan.decisions().stream().filter(d -> !d.effect().isEmpty()))
                    .hasSizeLessThanOrEqualTo(2);
            assertThat(adequacy(routes, plan.representations(), budget)).isGreaterThanOrEqualTo(best - ROUNDING);
        }
    }

    private static List<Map<String, Representation>> changes(List<Hypothesis> routes) {
        List<Map<String, Representation>> changes = new ArrayList<>(List.of(Map.of()));
        for (Hypothesis h : routes) {
            for (Representation to : Representation.values()) {
                if (h.representation().isActive() && to.compareTo(h.representation()) > 0) {
                    changes.add(Map.of(h.id(), to));
                }
            }
        }
        return changes;
    }

    @Test
    void workOnRoutesThatPromiseTheSame_goesToAWhole_untilRecordsWereSeenToBeWorkedOnAsTheyAre() {
        PortfolioState state = PortfolioState.of(
                        new Portfolio(List.of(record("record", 0.3), route("whole", "f", 0.3))), 3)
                .at(Pace.ONE_DECISION);

        for (RecordWork seen : RecordWork.values()) {
            Decision first = first(state.with(WorkDemand.of(1, Map.of()).withRecords(seen)), 200);

            assertThat(((Decision.Pursue) first).hypothesis())
                    .isEqualTo(seen == RecordWork.IN_PLACE ? "record" : "whole");
        }
    }

    /** The last decision; 50 tokens are held, and 80 would be with the record in full. */
    @Test
    void workOnARecord_whereSuchWereSeenToBeBroughtInWhole_isDoneOnlyIfTheWholeFits() {
        PortfolioState state = PortfolioState.of(
                        new Portfolio(List.of(record("record", 0.5), route("whole", "f", 0.2))), 1)
                .at(Pace.ONE_DECISION);

        for (RecordWork seen : RecordWork.values()) {
            for (int budget : List.of(79, 80)) {
                Decision first = first(state.with(WorkDemand.of(1, Map.of()).withRecords(seen)), budget);

                boolean fits = budget == 80 || seen != RecordWork.BROUGHT_IN;
                assertThat(((Decision.Pursue) first).hypothesis()).isEqualTo(fits ? "record" : "whole");
            }
        }
    }

    @Test
    void workOnTheOnlyRecord_whereSuchWereSeenToBeBroughtInAndTheWholeDoesNotFit_isNotProposed() {
        for (int decisions : List.of(1, 3)) {
            PortfolioState state = PortfolioState.of(new Portfolio(List.of(record("record", 0.5))), decisions)
                    .at(Pace.ONE_DECISION)
                    .with(WorkDemand.of(1, Map.of()).withRecords(RecordWork.BROUGHT_IN));

            assertThat(first(state, 39)).isInstanceOf(Decision.Keep.class);
            assertThat(first(state, 40)).isInstanceOf(Decision.Pursue.class);
        }
    }

    /** Three decisions are enough for two steps of work on one of the four; 80 tokens are enough for the records of all. */
    @Test
    void overTheBudget_whereWorkOnOneRouteOnlyIsInTime_eachIsHeldThatItMayBe() {
        List<Hypothesis> routes = new ArrayList<>();
        for (String id : List.of("a", "b", "c", "d")) {
            routes.add(route(id, "of " + id, 0.3));
        }
        PortfolioState state = PortfolioState.of(new Portfolio(routes), 3)
                .at(Pace.ONE_DECISION)
                .with(WorkDemand.of(2, Map.of()))
                .with(new ResetOption(1));

        ControlPlan plan = policy.decide(state, new TokenBudget(80));

        assertThat(plan.representations().values()).allMatch(Representation::isActive);
    }

    @Test
    void routeThatFitsNow_isOpenedBeforeADearOneThatPromisesLittleMore() {
        PortfolioState state = state(10)
                .withBranches(List.of(
                        new BranchOption("dear", new Family("g"), 0.22, 90, 10),
                        new BranchOption("cheap", new Family("h"), 0.2, 60, 10)));

        assertThat(first(state, 100))
                .isInstanceOfSatisfying(
                        Decision.Branch.class,
                        branch -> assertThat(branch.option().id()).isEqualTo("cheap"));
    }

    @Test
    void lastDecision_opensAFamilyThatFits_ratherThanGatherEvidenceThatNothingCanUse() {
        PortfolioState state = state(1, "g");

        assertThat(first(state, 100)).isInstanceOf(Decision.Branch.class);
        assertThat(first(state.at(0, 2), 100)).isInstanceOf(Decision.Pursue.class);
    }

    @Test
    void route_isOpenedInTheRoomOfTheReserve_onlyWhileAnotherDecisionCanShrinkIt() {
        Hypothesis archived = route("s", "h", 0.4).toBuilder()
                .representation(Representation.SHADOW)
                .recoverability(0.9)
                .build();
        PortfolioState early = state(2, "g", "i");
        early = early.with(early.portfolio().with(archived));

        assertThat(first(early, 100)).isInstanceOf(Decision.Branch.class);
        assertThat(first(early.at(0, 1), 100)).isNotInstanceOf(Decision.Branch.class);
    }

    private Decision first(PortfolioState state, int budget) {
        return policy.decide(state, new TokenBudget(budget)).decisions().get(0);
    }

    private static PortfolioState state(int decisions, String... unopened) {
        List<BranchOption> options = Arrays.stream(unopened)
                .map(family -> new BranchOption("new " + family, new Family(family), 0.2, 40, decisions))
                .toList();
        return PortfolioState.of(new Portfolio(List.of(route("a", "f", 0.5))), decisions)
                .withBranches(options)
                .at(Pace.ONE_DECISION);
    }

    private static Hypothesis route(String id, String family, double promise) {
        return Hypothesis.builder(id, new Family(family))
                .promise(promise)
                .cost(40, 10, 0, 40)
                .build();
    }

    private static Hypothesis record(String id, double promise) {
        return route(id, "of " + id, promise).toBuilder()
                .representation(Representation.COMPRESSED)
                .build();
    }

    private static Hypothesis drawn(SplittableRandom random, int i) {
        int full = 20 + random.nextInt(60);
        return Hypothesis.builder("h" + i, new Family("f" + random.nextInt(4)))
                .promise(0.05 + 0.4 * random.nextDouble())
                .cost(full, full / 4, 0, 10 + random.nextInt(full))
                .recoverability(random.nextDouble())
                .representation(random.nextBoolean() ? Representation.FULL : Representation.SHADOW)
                .build();
    }

    /** The chance, but for a factor, that some adequate family can be reached with what is free as the reserve. */
    private static double adequacy(List<Hypothesis> routes, Map<String, Representation> changed, int budget) {
        int free = budget;
        Map<Family, Double> q = new HashMap<>();
        for (Hypothesis h : routes) {
            free -= h.cost().tokens(changed.getOrDefault(h.id(), h.representation()));
            q.merge(h.family(), h.promise(), Math::max);
        }
        Map<Family, Double> missed = new HashMap<>();
        for (Hypothesis h : routes) {
            Representation held = changed.getOrDefault(h.id(), h.representation());
            double kept = h.representation() == Representation.SHADOW ? h.recoverability() : 1;
            double shadow = h.cost().recovery() <= free ? h.recoverability() : 0;
            double survival = held.isActive() ? kept : held == Representation.SHADOW ? shadow : 0;
            missed.merge(h.family(), 1 - survival * h.promise() / q.get(h.family()), (one, other) -> one * other);
        }
        double none = 1;
        for (Map.Entry<Family, Double> family : q.entrySet()) {
            none *= 1 - family.getValue() * (1 - missed.get(family.getKey()));
        }
        return 1 - none;
    }
}
