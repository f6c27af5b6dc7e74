package dev.trimtab.controller.ecology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.law.Channel;
import dev.trimtab.controller.policy.Action;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.PortfolioPolicy;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.testing.FixedPolicies;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Episodes: what never happens, what may not matter, and what is the same for all policies. */
final class EpisodeTest {
    @Provide
    Arbitrary<World> drawn() {
        return Worlds.drawn();
    }

    @Provide
    Arbitrary<Protocol> protocols() {
        return Worlds.protocols();
    }

    @Provide
    Arbitrary<StabilityPolicy> policies() {
        return RulePolicies.any();
    }

    @Property(seed = "1")
    void run_underAnyPolicy_neverReadsMoreThanTheBudget(
            @ForAll("drawn") World world,
            @ForAll("protocols") Protocol protocol,
            @ForAll("policies") StabilityPolicy policy) {
        List<EcologyEvent> log = new ArrayList<>();
        Outcome outcome = new Episode(world, protocol).run(policy, log::add);
        List<EcologyEvent.ContextPlanned> plans = of(log, EcologyEvent.ContextPlanned.class);

        assertThat(plans)
                .hasSize(outcome.decisions())
                .allSatisfy(p ->
                        assertThat(p.granted()).isBetween(0, world.constants().budget()));
        assertThat(outcome.tokens())
                .isEqualTo(plans.stream()
                        .mapToLong(EcologyEvent.ContextPlanned::granted)
                        .sum());
        assertThat(outcome.adequateRecoverable())
                .isLessThanOrEqualTo(Math.min(outcome.adequate(), outcome.recoverable()));
        assertThat(outcome.adequate()).isPositive();
        assertThat(outcome.contamination()).isBetween(0.0, 1.0);
    }

    @Property(tries = 300, seed = "1")
    void run_underThePortfolioPolicy_carriesOutEveryPlanAsItIs(
            @ForAll("drawn") World world, @ForAll Protocol.Pursuit pursuit) {
        List<EcologyEvent> log = new ArrayList<>();
        Protocol whole = new Protocol(pursuit, Protocol.Actions.WHOLE_PLAN, 1, 0);
        Outcome outcome = new Episode(world, whole).run(PortfolioPolicy.withDefaults(), log::add);

        assertThat(of(log, EcologyEvent.ContextPlanned.class)).allSatisfy(p -> {
            assertThat(p.state().available()).doesNotContain(Action.EXPAND);
            assertThat(p.granted()).isLessThanOrEqualTo(planned(p));
        });
        assertThat(outcome.truncations()).isZero();
    }

    /** Returns the tokens that the plan takes, with the route that it opens. */
    private static int planned(EcologyEvent.ContextPlanned planned) {
        int opened = planned.plan()
                .decision(Decision.Branch.class)
                .map(branch -> branch.option().tokens())
                .orElse(0);
        return planned.plan().diagnostics().tokens() + opened;
    }

    @Property(seed = "1")
    void run_withALog_isTheSameAsWithout(
            @ForAll("drawn") World world,
            @ForAll("protocols") Protocol protocol,
            @ForAll("policies") StabilityPolicy policy) {
        Episode episode = new Episode(world, protocol);

        assertThat(episode.run(policy, event -> {})).isEqualTo(episode.run(policy));
    }

    @Property(seed = "1")
    void run_underOtherLabels_comesToTheSame(
            @ForAll("drawn") World world,
            @ForAll("protocols") Protocol protocol,
            @ForAll("policies") StabilityPolicy policy) {
        World other = world.relabelled(id -> "z" + (100 - Integer.parseInt(id.substring(1))), name -> "q-" + name);

        assertThat(new Episode(other, protocol).run(policy)).isEqualTo(new Episode(world, protocol).run(policy));
    }

    @Property(tries = 200, seed = "1")
    void run_underOtherLabelsAndThePortfolioPolicy_comesToTheSame(@ForAll("drawn") World world) {
        World other = world.relabelled(
                id -> "z" + (100 - Integer.parseInt(id.substring(1))),
                name -> "q" + (100 - Integer.parseInt(name.substring(1))));
        StabilityPolicy policy = PortfolioPolicy.withDefaults();

        assertThat(new Episode(other, Protocol.DEFAULT).run(policy))
                .isEqualTo(new Episode(world, Protocol.DEFAULT).run(policy));
    }

    @Property(seed = "1")
    void counterfactual_withAChannelOff_hasNoSuchEvent(
            @ForAll("drawn") World world,
            @ForAll("protocols") Protocol protocol,
            @ForAll("policies") StabilityPolicy policy) {
        Episode episode = new Episode(world, protocol);

        assertThat(off(episode, policy, Channel.COMPRESSION_ALIAS).aliases()).isZero();
        assertThat(off(episode, policy, Channel.AVOIDABLE_RETIREMENT).avoidableRetirements())
                .isZero();
        assertThat(off(episode, policy, Channel.BUDGET_INFEASIBLE).truncations())
                .isZero();
        Outcome missed = off(episode, policy, Channel.MISSED_FAMILY);
        assertThat(missed.adequateRecoverable())
                .isGreaterThanOrEqualTo(episode.run(policy).adequateRecoverable());
    }

    @Property(seed = "1")
    void counterfactual_withAllMemoryChannelsOff_failsOnlyByLossesThatNoOneDecides(
            @ForAll("drawn") World world,
            @ForAll("protocols") Protocol protocol,
            @ForAll("policies") StabilityPolicy policy) {
        World safe = new World(
                world.key(), world.condition(), withoutHazard(world.constants()), world.routes(), world.truth());
        Outcome outcome = new Episode(safe, protocol)
                .counterfactual(policy, Channel.memory())
                .outcome();

        assertThat(outcome.success()).isTrue();
    }

    @Test
    void run_underPoliciesThatWorkAlike_meetsTheSameNumbersWhateverElseTheyDo() {
        StabilityPolicy drops = onlyFirst(Representation.EXTINCT);
        StabilityPolicy archives = onlyFirst(Representation.SHADOW);
        for (int index = 0; index < 200; index++) {
            Episode episode = new Episode(Worlds.development(Condition.MIDDLE, index), Protocol.DEFAULT);

            assertThat(attempts(episode, archives)).isEqualTo(attempts(episode, drops));
        }
    }

    @Test
    void run_whereTheModeChanges_drawsAnotherTruthAndOffersLostFamiliesAgain() {
        int differ = 0;
        for (int index = 0; index < 100; index++) {
            World world = Worlds.development(Condition.MIDDLE, index);
            List<EcologyEvent> log = new ArrayList<>();
            new Episode(world, new Protocol(Protocol.DEFAULT.pursuit(), Protocol.DEFAULT.actions(), 2, 1))
                    .run(onlyFirst(Representation.EXTINCT), log::add);
            List<EcologyEvent.ContextPlanned> plans = of(log, EcologyEvent.ContextPlanned.class);
            Set<String> offered = plans.get(plans.size() - 1).state().branches().stream()
                    .map(option -> option.id())
                    .collect(Collectors.toSet());
            assertThat(offered).anyMatch(id -> id.endsWith(".1"));
            differ += world.truth(1).equals(world.truth()) ? 0 : 1;
        }

        assertThat(differ).isEqualTo(100);
    }

    @Test
    void run_inTheWorldOfAnotherSeedSpace_isAnother() {
        assertThat(attempts(episode(SeedSpace.HELD_OUT), FixedPolicies.keepAll()))
                .isNotEqualTo(attempts(episode(SeedSpace.DEVELOPMENT), FixedPolicies.keepAll()));
    }

    private static Episode episode(SeedSpace space) {
        return new Episode(World.draw(WorldRanges.DEFAULT, Condition.MIDDLE, space, 1), Protocol.DEFAULT);
    }

    private static StabilityPolicy onlyFirst(Representation others) {
        return FixedPolicies.holding("only-first", (h, i) -> h.id().equals("r0") ? Representation.COMPRESSED : others);
    }

    private static List<EcologyEvent.Attempted> attempts(Episode episode, StabilityPolicy policy) {
        List<EcologyEvent> log = new ArrayList<>();
        episode.run(policy, log::add);
        return of(log, EcologyEvent.Attempted.class);
    }

    private static Outcome off(Episode episode, StabilityPolicy policy, Channel channel) {
        return episode.counterfactual(policy, EnumSet.of(channel)).outcome();
    }

    private static Constants withoutHazard(Constants c) {
        return new Constants(
                c.budget(),
                c.freshnessKept(),
                0,
                c.earlyTells(),
                c.qualitySpread(),
                c.headroom(),
                c.tolerance(),
                c.target(),
                c.fullEffort(),
                c.branchPromise(),
                c.model());
    }

    private static <T> List<T> of(List<? super T> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
