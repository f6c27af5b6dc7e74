package dev.trimtab.controller.plan;

import java.util.List;

/** The linear relaxation turned round: a lower bound on the tokens that reach a target (law L4). */
final class LeastTokens {
    private static final int STEPS = 24;

    private LeastTokens() {}

    /** Returns tokens that no choice at this level reaches the target with less of; infinite if none reaches it. */
    static double bound(PlanLevel level, double targetNats) {
        double least = 0;
        double low = 0;
        double high = 1e6;
        double most = level.families.stream()
                .mapToDouble(f -> reach(f, Relaxation.bestPoint(f, 0, 0)))
                .sum();
        if (most < targetNats) {
            return Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < STEPS; i++) {
            double price = low == 0 ? high / 1000 : Math.sqrt(low * high);
            double nats = 0;
            double worth = 0;
            for (FamilyFront family : level.families) {
                int point = Relaxation.bestPoint(family, price, 0);
                nats += family.nats[point];
                worth += Relaxation.worth(family, point, price, 0) + family.loss;
            }
            least = Math.max(least, (targetNats - worth) / price);
            if (nats >= targetNats) {
                low = price;
            } else {
                high = price;
            }
        }
        return least + level.rules.reserve() - level.rules.roundedUp();
    }

    private static double reach(FamilyFront family, int point) {
        return family.nats[point] + family.loss;
    }

    /** Returns the least of the bounds over all levels. */
    static double bound(List<PlanLevel> levels, double targetNats) {
        return levels.stream()
                .mapToDouble(level -> bound(level, targetNats))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
