package dev.trimtab.controller.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.belief.AdequacyBelief;
import dev.trimtab.controller.belief.IndependentBelief;
import dev.trimtab.controller.belief.Promises;
import dev.trimtab.controller.law.Provenance;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Law L1 in a search that nobody explains: legacy misleads where the work went to what evidence speaks against. */
final class ExpectedGapsTest {
    private static final Legacy LEGACY = Legacy.DEFAULT;

    @Test
    void of_familiesThatEvidenceDoesNotTellApart_hasNoLegacyGap() {
        ScoreGaps gaps = gaps(0, new double[] {0.3, 0.3, 0.3}, new double[] {1, 0, 0});

        assertThat(gaps.legacy().value()).isCloseTo(0, within(1e-12));
        assertThat(gaps.live().value()).isCloseTo(LEGACY.liveGap(), within(1e-12));
        assertThat(gaps.live().provenance()).isEqualTo(Provenance.ASSUMED);
    }

    @Test
    void of_workStuckInAFamilyThatDoesNotMove_isMisled_andIsNotWhereItMoves() {
        double[] work = {1, 0, 0};

        assertThat(gaps(20, new double[] {0.05, 0.3, 0.3}, work).legacy().value())
                .isPositive();
        assertThat(gaps(20, new double[] {0.8, 0.3, 0.3}, work).legacy().value())
                .isNegative();
    }

    @Property(tries = 50, seed = "1")
    void of_anyBelief_meetsTheMeanOverDrawnAdequateSets(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] q = random.doubles(4, 0.1, 0.9).toArray();
        double[] work = random.doubles(4, 0, 0.25).toArray();
        double adequate = 0;
        double adequateVoice = 0;
        double other = 0;
        double otherVoice = 0;
        for (int draw = 0; draw < 40_000; draw++) {
            for (int f = 0; f < q.length; f++) {
                boolean in = random.nextDouble() < q[f];
                adequate += in ? 1 : 0;
                adequateVoice += in ? work[f] : 0;
                other += in ? 0 : 1;
                otherVoice += in ? 0 : work[f];
            }
        }

        assertThat(gaps(20, q, work).legacy().value())
                .isCloseTo(LEGACY.pull() * (otherVoice / other - adequateVoice / adequate), within(2e-3));
        assertThat(gaps(1_000_000, q, work).live().value()).isNotNegative();
    }

    @Property(tries = 200, seed = "1")
    void of_familiesThatAreAllButCertain_hasALiveGap(@ForAll long seed) {
        double[] q = new SplittableRandom(seed)
                .doubles(5, 12, 16.5)
                .map(nines -> 1 - Math.pow(10, -nines))
                .toArray();

        assertThat(gaps(1_000_000, q, new double[5]).live().value()).isPositive();
    }

    private static ScoreGaps gaps(int count, double[] q, double[] work) {
        List<Hypothesis> items = new ArrayList<>();
        Map<Family, Double> families = new HashMap<>();
        for (int f = 0; f < q.length; f++) {
            Family family = new Family("f" + f);
            families.put(family, q[f]);
            items.add(Hypothesis.builder("h" + f, family).inertia(work[f]).build());
        }
        AdequacyBelief belief = new IndependentBelief(families);
        return ExpectedGaps.of(items, new Promises(Map.of(), families, Map.of(), count), belief, LEGACY);
    }
}
