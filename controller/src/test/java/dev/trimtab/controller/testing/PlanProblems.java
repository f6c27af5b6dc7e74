package dev.trimtab.controller.testing;

import dev.trimtab.controller.plan.PlanItem;
import dev.trimtab.controller.plan.PlanOption;
import dev.trimtab.controller.plan.PlanProblem;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Random planning problems. */
public final class PlanProblems {
    private PlanProblems() {}

    /**
     * Returns a problem with four representations an item; about half have a binding legacy limit.
     *
     * @param items how many hypotheses
     * @param families how many families at most
     * @param scale largest full cost in tokens
     */
    public static PlanProblem draw(RandomGenerator random, int items, int families, int scale) {
        Map<Family, Double> q = new TreeMap<>();
        List<PlanItem> drawn = new ArrayList<>();
        int total = 0;
        for (int i = 0; i < items; i++) {
            Family family = new Family("f" + random.nextInt(families));
            q.computeIfAbsent(family, f -> 0.05 + 0.9 * random.nextDouble());
            double fitness = 0.2 + 0.8 * random.nextDouble();
            int full = 1 + random.nextInt(scale);
            int compressed = 1 + random.nextInt(full);
            int handle = random.nextInt(1 + scale / 20);
            int recovery = 1 + random.nextInt(scale);
            double excess = random.nextDouble(-0.6, 0.6);
            total += full;
            drawn.add(new PlanItem(
                    "h" + i,
                    family,
                    List.of(
                            new PlanOption(
                                    Representation.FULL,
                                    full,
                                    fitness * (0.8 + 0.2 * random.nextDouble()),
                                    full * excess,
                                    0),
                            new PlanOption(
                                    Representation.COMPRESSED,
                                    compressed,
                                    fitness * (0.5 + 0.4 * random.nextDouble()),
                                    compressed * excess,
                                    0),
                            new PlanOption(
                                    Representation.SHADOW,
                                    handle,
                                    fitness * (0.2 + 0.7 * random.nextDouble()),
                                    0,
                                    recovery),
                            new PlanOption(Representation.EXTINCT, 0, 0, 0, 0))));
        }
        int budget = (int) (total * (0.05 + 0.9 * random.nextDouble()));
        return new PlanProblem(drawn, q, budget, random.nextBoolean(), random.nextInt(4) == 0);
    }
}
