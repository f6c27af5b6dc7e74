package dev.trimtab.controller.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.policy.StabilityController.Pace;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.portfolio.TokenBudget;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What an idle decision is good for where success is known to ask for no work. */
final class RefreshingTest {
    private static final double HALF_LIFE = Ageing.DEFAULT.stalenessHalfLife();

    private final PortfolioPolicy policy = PortfolioPolicy.withDefaults();

    /** Contamination by its definition after work on each route, in place of the code under test. */
    @Property(tries = 500, seed = "1")
    void idleDecision_leavesTheLeastContamination_ofTheRoutesThatThereIsRoomToWorkOn(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Hypothesis> routes = new ArrayList<>();
        int tokens = 0;
        for (int i = 0; i < 5; i++) {
            routes.add(drawn(random, i));
            tokens += routes.get(i).tokens();
        }
        int free = 40 + random.nextInt(120);
        RecordWork seen = RecordWork.values()[random.nextInt(RecordWork.values().length)];

        List<Decision> decisions = idle(routes, tokens + free, seen, 5);

        double least = contamination(routes, "none");
        for (Hypothesis h : routes) {
            boolean record = h.representation() == Representation.COMPRESSED && seen != RecordWork.BROUGHT_IN;
            least = record || h.cost().full() <= free ? Math.min(least, contamination(routes, h.id())) : least;
        }
        String pursued = decisions.get(0) instanceof Decision.Pursue pursue ? pursue.hypothesis() : "none";
        assertThat(contamination(routes, pursued)).isCloseTo(least, within(1e-12));
        assertThat(decisions.subList(pursued.equals("none") ? 0 : 1, decisions.size()))
                .hasOnlyElementsOfType(Decision.Keep.class);
    }

    @Test
    void idleDecision_whereTheWholeOfARecordWouldNotFit_leavesItAloneOnlyIfItMayComeInWholeForGood() {
        Hypothesis record = route("record", 30).toBuilder()
                .representation(Representation.COMPRESSED)
                .build();

        assertThat(idle(List.of(record), 109, RecordWork.BROUGHT_IN, 5)).hasOnlyElementsOfType(Decision.Keep.class);
        assertThat(idle(List.of(record), 110, RecordWork.BROUGHT_IN, 5).get(0)).isInstanceOf(Decision.Pursue.class);
        assertThat(idle(List.of(record), 109, RecordWork.UNSEEN, 1)).hasOnlyElementsOfType(Decision.Keep.class);
        assertThat(idle(List.of(record), 109, RecordWork.UNSEEN, 2).get(0)).isInstanceOf(Decision.Pursue.class);
        assertThat(idle(List.of(record), 109, RecordWork.IN_PLACE, 1).get(0)).isInstanceOf(Decision.Pursue.class);
    }

    @Test
    void idleDecision_whereNothingIsStaleOrWorkCannotBeDoneOrMayTakeRoom_isKept() {
        PortfolioState stale = state(List.of(route("a", 30)), Pace.ONE_DECISION);

        assertThat(idle(List.of(route("a", 0)), 500, Pace.ONE_DECISION)).hasOnlyElementsOfType(Decision.Keep.class);
        assertThat(policy.decide(stale.withAvailable(EnumSet.of(Action.KEEP)), new TokenBudget(500))
                        .decisions())
                .hasOnlyElementsOfType(Decision.Keep.class);
        assertThat(policy.decide(stale.with(WorkDemand.of(0, Map.of())), new TokenBudget(500))
                        .decisions())
                .hasOnlyElementsOfType(Decision.Keep.class);
        assertThat(policy.decide(stale.at(0, 0), new TokenBudget(500)).decisions())
                .hasOnlyElementsOfType(Decision.Keep.class);
    }

    /** Of two routes one has to go, which is done before and instead of any work. */
    @Test
    void decisionThatIsNeeded_isTakenInPlaceOfRefreshing() {
        List<Hypothesis> routes = List.of(route("a", 30), route("b", 30));

        for (Pace pace : Pace.values()) {
            assertThat(idle(routes, 190, pace)).noneMatch(Decision.Pursue.class::isInstance);
            assertThat(idle(routes, 300, pace).get(0)).isInstanceOf(Decision.Pursue.class);
        }
    }

    @Test
    void certificate_saysHowMuchLessOfTheContextIsLegacyThen() {
        List<Hypothesis> routes = List.of(route("a", 4), route("b", 8));

        Decision work = idle(routes, 500, Pace.ONE_DECISION).get(0);

        assertThat(work.certificate().holds()).isTrue();
        assertThat(work.certificate().threshold()).isCloseTo(contamination(routes, "none"), within(1e-12));
        assertThat(work.certificate().value()).isCloseTo(contamination(routes, "b"), within(1e-12));
    }

    private List<Decision> idle(List<Hypothesis> routes, int budget, Pace pace) {
        return policy.decide(state(routes, pace), new TokenBudget(budget)).decisions();
    }

    private List<Decision> idle(List<Hypothesis> routes, int budget, RecordWork seen, int decisionsLeft) {
        PortfolioState state = state(routes, Pace.ONE_DECISION).at(0, decisionsLeft);
        return policy.decide(state.with(state.demand().withRecords(seen)), new TokenBudget(budget))
                .decisions();
    }

    private static PortfolioState state(List<Hypothesis> routes, Pace pace) {
        return PortfolioState.of(new Portfolio(routes), 5)
                .at(pace)
                .with(WorkDemand.of(0, Map.of()).withFree(true));
    }

    private static Hypothesis route(String id, int staleness) {
        return Hypothesis.builder(id, new Family("of " + id))
                .promise(0.4)
                .cost(100, 10, 0, 100)
                .staleness(staleness)
                .build();
    }

    private static Hypothesis drawn(SplittableRandom random, int i) {
        int full = 20 + random.nextInt(100);
        return Hypothesis.builder("h" + i, new Family("f" + i))
                .promise(0.05 + 0.4 * random.nextDouble())
                .cost(full, full / 4, 0, full)
                .staleness(random.nextInt(12))
                .overlap(0.5 * random.nextDouble())
                .representation(random.nextBoolean() ? Representation.FULL : Representation.COMPRESSED)
                .build();
    }

    private static double contamination(List<Hypothesis> routes, String fresh) {
        double legacy = 0;
        double tokens = 0;
        for (Hypothesis h : routes) {
            int staleness = h.id().equals(fresh) ? 0 : h.staleness();
            legacy += h.tokens() * (1 - (1 - h.overlap()) * Math.pow(2, -staleness / HALF_LIFE));
            tokens += h.tokens();
        }
        return legacy / tokens;
    }
}
