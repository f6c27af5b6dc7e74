package dev.trimtab.controller.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.belief.ScenarioBelief.Scenario;
import dev.trimtab.controller.portfolio.Family;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However survivals change, a tracker says what its belief says of them. */
final class AdequacyTrackerTest {
    private static final int FAMILIES = 6;

    @Property(tries = 300, seed = "1")
    void adequacyAndSlope_ofScenarios_areThoseOfTheBelief(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Scenario> scenarios = new ArrayList<>();
        for (int s = 0; s < 5; s++) {
            Set<Family> adequate = new HashSet<>();
            random.ints(3, 0, FAMILIES).forEach(f -> adequate.add(new Family("f" + f)));
            scenarios.add(new Scenario(adequate, 0.1 + random.nextDouble()));
        }
        check(new ScenarioBelief(scenarios), random);
    }

    @Property(tries = 300, seed = "1")
    void adequacyAndSlope_ofIndependentFamilies_areThoseOfTheBelief(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Family, Double> q = new HashMap<>();
        for (int f = 0; f < FAMILIES - 1; f++) {
            q.put(new Family("f" + f), random.nextInt(4) == 0 ? 1 : random.nextDouble());
        }
        check(new IndependentBelief(q), random);
    }

    private static void check(AdequacyBelief belief, SplittableRandom random) {
        AdequacyTracker tracker = belief.tracker();
        AdequacyTracker asking = new EvaluatedTracker(belief);
        Map<Family, Double> survival = new HashMap<>();
        for (int change = 0; change < 20; change++) {
            Family family = new Family("f" + random.nextInt(FAMILIES));
            double next = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextDouble();
            survival.put(family, next);
            tracker.set(family, next);
            asking.set(family, next);
            Family other = new Family("f" + random.nextInt(FAMILIES));
            Map<Family, Double> with = new HashMap<>(survival);
            with.put(other, 1.0);
            Map<Family, Double> without = new HashMap<>(survival);
            without.put(other, 0.0);
            double slope = belief.adequacy(with) - belief.adequacy(without);

            assertThat(tracker.adequacy()).isCloseTo(belief.adequacy(survival), within(1e-12));
            assertThat(tracker.slope(other)).isCloseTo(slope, within(1e-12));
            assertThat(asking.slope(other)).isCloseTo(slope, within(1e-12));
        }
    }
}
