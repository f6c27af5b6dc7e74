package dev.trimtab.bench;

import dev.trimtab.controller.plan.PlanItem;
import dev.trimtab.controller.plan.PlanOption;
import dev.trimtab.controller.plan.PlanProblem;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Kinds of planning problem that planners are timed on; every number is drawn, none is measured. */
public enum Problems {
    /** Four representations an item with drawn costs and survivals, about three carriers a family. */
    RANDOM {
        @Override
        PlanProblem draw(RandomGenerator random, int items, int budget) {
            int each = 2 * budget / items;
            Map<Family, Double> q = new HashMap<>();
            List<PlanItem> drawn = new ArrayList<>();
            for (int i = 0; i < items; i++) {
                Family family = new Family("f" + random.nextInt(1 + items / 3));
                q.computeIfAbsent(family, f -> random.nextDouble() * Math.min(1, 6.0 / items));
                int full = 1 + each / 2 + random.nextInt(each + 1);
                int compressed = 1 + full / 20 + random.nextInt(full / 4 + 1);
                double fitness = 0.3 + 0.7 * random.nextDouble();
                drawn.add(item(
                        "h" + i,
                        family,
                        new int[] {full, compressed, 8, 1 + random.nextInt(full)},
                        new double[] {fitness, fitness * (0.5 + 0.4 * random.nextDouble())},
                        fitness * random.nextDouble() * 0.8,
                        random.nextDouble(-0.6, 0.6)));
            }
            return new PlanProblem(drawn, q, budget, /* limitLegacy= */ false, /* reopenAll= */ false);
        }
    },
    /** As {@link #RANDOM}, with a contamination limit that binds. */
    LIMITED {
        @Override
        PlanProblem draw(RandomGenerator random, int items, int budget) {
            PlanProblem free = RANDOM.draw(random, items, budget);
            return new PlanProblem(free.items(), free.families(), budget, /* limitLegacy= */ true, false);
        }
    },
    /** Every item its own family and all alike in coverage a token, so that bounds tell little; every recovery cost different. */
    ADVERSARIAL {
        @Override
        PlanProblem draw(RandomGenerator random, int items, int budget) {
            int each = 2 * budget / items;
            Map<Family, Double> q = new HashMap<>();
            List<PlanItem> drawn = new ArrayList<>();
            for (int i = 0; i < items; i++) {
                Family family = new Family("f" + i);
                int full = 1 + each / 2 + random.nextInt(each + 1);
                int compressed = full / 2 + random.nextInt(full / 4 + 1);
                double promise = -Math.expm1(-3.0 * full / budget);
                q.put(family, promise);
                drawn.add(item(
                        "h" + i,
                        family,
                        new int[] {full, compressed, 1 + random.nextInt(8), full - i % 97},
                        new double[] {1, -Math.expm1(-3.0 * compressed / budget) / promise},
                        random.nextDouble(),
                        random.nextDouble(-0.6, 0.6)));
            }
            return new PlanProblem(drawn, q, budget, /* limitLegacy= */ false, /* reopenAll= */ false);
        }
    };

    abstract PlanProblem draw(RandomGenerator random, int items, int budget);

    private static PlanItem item(
            String id, Family family, int[] tokens, double[] active, double shadow, double excess) {
        return new PlanItem(
                id,
                family,
                List.of(
                        new PlanOption(Representation.FULL, tokens[0], active[0], tokens[0] * excess, 0),
                        new PlanOption(Representation.COMPRESSED, tokens[1], active[1], tokens[1] * excess, 0),
                        new PlanOption(Representation.SHADOW, tokens[2], shadow, 0, Math.max(1, tokens[3])),
                        new PlanOption(Representation.EXTINCT, 0, 0, 0, 0)));
    }
}
