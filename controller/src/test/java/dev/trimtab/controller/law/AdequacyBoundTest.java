package dev.trimtab.controller.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.belief.ScenarioBelief;
import dev.trimtab.controller.belief.ScenarioBelief.Scenario;
import dev.trimtab.controller.law.AdequacyBound.Marginal;
import dev.trimtab.controller.portfolio.Family;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Laws L4 and L5 on correlated beliefs: whatever is held, nothing within the budget beats the bound. */
final class AdequacyBoundTest {
    private static final int FAMILIES = 7;

    @Property(tries = 300, seed = "1")
    void of_anyStartAndBudget_isNeverBeaten(@ForAll long seed, @ForAll @IntRange(max = 100) int budget) {
        SplittableRandom random = new SplittableRandom(seed);
        ScenarioBelief belief = belief(random);
        int[] cost = random.ints(FAMILIES, 1, 40).toArray();
        int held = random.nextInt(1 << FAMILIES);
        double base = belief.adequacy(survival(held));
        double best = 0;
        List<List<Marginal>> marginals = new ArrayList<>();
        for (int f = 0; f < FAMILIES; f++) {
            double gain = belief.adequacy(survival(held | 1 << f)) - base;
            marginals.add(List.of(new Marginal(cost[f], gain)));
        }
        for (int set = 0; set < 1 << FAMILIES; set++) {
            int tokens = 0;
            for (int f = 0; f < FAMILIES; f++) {
                tokens += (set >> f & 1) * cost[f];
            }
            best = tokens <= budget ? Math.max(best, belief.adequacy(survival(set))) : best;
        }

        assertThat(AdequacyBound.of(base, marginals, budget)).isGreaterThanOrEqualTo(best - 1e-12);
    }

    @Test
    void of_onlyWhatIsLeftOver_wouldBeNoBound() {
        List<List<Marginal>> other = List.of(List.of(new Marginal(10, 0.9)));

        assertThat(AdequacyBound.of(0.05, other, /* budget= */ 10)).isEqualTo(0.9 + 0.05);
        assertThat(AdequacyBound.of(0.05, other, /* budget= */ 0)).isLessThan(0.9);
    }

    @Property(seed = "1")
    void adequacy_ofScenarios_isMonotoneAndSubmodular(
            @ForAll long seed, @ForAll @IntRange(max = 127) int one, @ForAll @IntRange(max = 127) int other) {
        ScenarioBelief belief = belief(new SplittableRandom(seed));
        double a = belief.conditionalAdequacy(survival(one));
        double b = belief.conditionalAdequacy(survival(other));

        assertThat(belief.conditionalAdequacy(survival(one | other))).isGreaterThanOrEqualTo(Math.max(a, b) - 1e-12);
        assertThat(belief.conditionalAdequacy(survival(one | other))
                        + belief.conditionalAdequacy(survival(one & other)))
                .isLessThanOrEqualTo(a + b + 1e-12);
        assertThat(belief.conditionalAdequacy(survival(127))).isLessThanOrEqualTo(1);
    }

    private static ScenarioBelief belief(SplittableRandom random) {
        List<Scenario> scenarios = new ArrayList<>();
        for (int s = 0; s < 6; s++) {
            Set<Family> adequate = new HashSet<>();
            for (int f = 0; f < FAMILIES; f++) {
                if (random.nextInt(3) == 0) {
                    adequate.add(new Family("f" + f));
                }
            }
            scenarios.add(new Scenario(adequate, 0.1 + random.nextDouble()));
        }
        return new ScenarioBelief(scenarios);
    }

    private static Map<Family, Double> survival(int set) {
        Map<Family, Double> survival = new TreeMap<>();
        for (int f = 0; f < FAMILIES; f++) {
            survival.put(new Family("f" + f), (set >> f & 1) * (0.5 + 0.05 * f));
        }
        return survival;
    }
}
