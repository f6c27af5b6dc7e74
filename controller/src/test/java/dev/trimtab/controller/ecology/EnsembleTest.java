package dev.trimtab.controller.ecology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.policy.PortfolioPolicy;
import dev.trimtab.controller.testing.FixedPolicies;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Ensembles: the same whatever the threads, and frozen. */
final class EnsembleTest {
    private static final List<Contender> CONTENDERS = List.of(
            Contender.of(FixedPolicies.keepAll()),
            Contender.of(RulePolicies.erratic(3)),
            Contender.of(PortfolioPolicy.withDefaults()));

    @Test
    void run_onAnyNumberOfThreads_givesTheSameOutcomesInTheSameOrder() {
        Ensemble ensemble =
                new Ensemble(WorldRanges.DEFAULT, Condition.MIDDLE, Protocol.DEFAULT, SeedSpace.DEVELOPMENT, 5, 100);
        List<List<Outcome>> alone = ensemble.run(CONTENDERS, Runnable::run);

        assertThat(alone).hasSize(3).allSatisfy(outcomes -> assertThat(outcomes).hasSize(100));
        for (int threads : new int[] {1, 2, 7}) {
            assertThat(onThreads(ensemble, threads)).isEqualTo(alone);
        }
    }

    @Test
    void run_ofPartOfTheWorlds_isThatPartOfTheWhole() {
        Ensemble whole = development(0, 130);
        Ensemble part = development(100, 30);

        assertThat(part.run(CONTENDERS, Runnable::run).get(1))
                .isEqualTo(whole.run(CONTENDERS, Runnable::run).get(1).subList(100, 130));
    }

    @Test
    void fingerprint_ofTheFrozenWorlds_isWhatItWas() {
        assertThat(development(0, 100).fingerprint())
                .isEqualTo("964dbc7a59833c01fc6a79f5c9b7b9856cbdcbb1eae1f8a2a81984d4b0bc6d1f");
        assertThat(new Ensemble(WorldRanges.DEFAULT, Condition.MIDDLE, Protocol.DEFAULT, SeedSpace.HELD_OUT, 0, 100)
                        .fingerprint())
                .isEqualTo("26e4823de4ef3e37b621bf6c2be36714235361e9fcc214a5d318ea992335d8c3");
    }

    private static Ensemble development(long first, int episodes) {
        return new Ensemble(
                WorldRanges.DEFAULT, Condition.MIDDLE, Protocol.DEFAULT, SeedSpace.DEVELOPMENT, first, episodes);
    }

    private static List<List<Outcome>> onThreads(Ensemble ensemble, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            return ensemble.run(CONTENDERS, pool);
        } finally {
            pool.shutdown();
        }
    }
}
