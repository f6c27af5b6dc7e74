package dev.trimtab.controller.ecology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.law.Channel;
import dev.trimtab.controller.law.CounterfactualTable;
import dev.trimtab.controller.law.FailureClass;
import dev.trimtab.controller.law.RegretDecomposition;
import dev.trimtab.controller.policy.PortfolioPolicy;
import dev.trimtab.controller.policy.StabilityPolicy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Law L10 in the simulator: exact counterfactuals of an episode. */
final class AttributionTest {
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

    @Property(tries = 300, seed = "1")
    void of_sharedRuns_equalsAllSixtyFourRunsMade(
            @ForAll("drawn") World world,
            @ForAll("protocols") Protocol protocol,
            @ForAll("policies") StabilityPolicy policy) {
        Episode episode = new Episode(world, protocol);
        for (Predicate<Outcome> success : List.<Predicate<Outcome>>of(Outcome::success, Outcome::realised)) {
            CounterfactualTable made = CounterfactualTable.of(
                    off -> success.test(episode.counterfactual(policy, off).outcome()) ? 1 : 0);
            Attribution shared = Attribution.of(episode, policy, success);

            assertThat(shared.table()).isEqualTo(made);
            assertThat(shared.runs()).isBetween(4, 64);
            assertThat(shared.table().with(Set.of())).isEqualTo(success.test(episode.run(policy)) ? 1 : 0);
        }
    }

    @Test
    void of_failuresOfThePortfolioPolicy_fallInExactlyOneClassAndTheSharesAddUp() {
        Map<FailureClass, Integer> classes = new EnumMap<>(FailureClass.class);
        Ensemble ensemble =
                new Ensemble(WorldRanges.DEFAULT, Condition.MIDDLE, Protocol.DEFAULT, SeedSpace.DEVELOPMENT, 0, 60);
        List<Attribution> all =
                ensemble.attribute(Contender.of(PortfolioPolicy.withDefaults()), Outcome::success, Runnable::run);
        int failed = 0;
        for (Attribution attribution : all) {
            FailureClass.of(attribution.table()).ifPresent(c -> classes.merge(c, 1, Integer::sum));
            failed += attribution.table().with(Set.of()) == 0 ? 1 : 0;
        }
        RegretDecomposition decomposition = RegretDecomposition.of(
                CounterfactualTable.mean(all.stream().map(Attribution::table).toList()));

        assertThat(classes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(failed);
        assertThat(failed).isPositive();
        assertThat(decomposition.shapley().get(Channel.STALE_LEGACY)).isBetween(-1.0, 1.0);
        assertThat(decomposition.ecological() + decomposition.model()).isCloseTo(decomposition.regret(), within(1e-12));
    }
}
