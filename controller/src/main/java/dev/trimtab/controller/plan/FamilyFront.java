package dev.trimtab.controller.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * What one family can reach: its front of (tokens, legacy, {@code sigma_f}) over the representations of its carriers, and
 * the coverage nats {@code g = -ln(1 - q_f sigma_f)} of each point (law L4).
 */
final class FamilyFront {
    /** Keeps certain coverage finite; no difference in adequacy below it can be seen. */
    static final double LEAST_MISS = 1e-15;

    private final List<PlanItem> items;
    private final List<List<PlanOption>> offered = new ArrayList<>();
    private final List<Front> stages = new ArrayList<>();
    final Front last;
    final double[] nats;
    /** How many nats at most any completion lost by thinning; infinite if cheaper points than the kept ones may be gone. */
    final double loss;

    FamilyFront(List<PlanItem> items, double q, PlanLevel.Rules rules, Front.Candidates scratch) {
        this.items = items;
        Front front = Front.empty();
        for (PlanItem item : items) {
            List<PlanOption> options = rules.offered(item);
            offered.add(options);
            scratch.clear();
            for (int label = 0; label < front.size; label++) {
                for (int o = 0; o < options.size(); o++) {
                    PlanOption option = options.get(o);
                    int tokens = front.tokens[label] + rules.charge(option);
                    if (tokens <= rules.looseCap()) {
                        scratch.add(
                                tokens,
                                rules.limitLegacy() ? front.legacy[label] + option.legacy() : 0,
                                1 - (1 - front.value[label]) * (1 - option.survival()),
                                label,
                                o);
                    }
                }
            }
            front = scratch.front(rules.frontSize(), front.loss);
            stages.add(front);
        }
        last = front;
        nats = new double[front.size];
        double worst = 0;
        for (int j = 0; j < front.size; j++) {
            nats[j] = nats(q, front.value[j]);
            worst = Math.max(worst, nats(q, Math.min(1, front.value[j] + front.loss)) - nats[j]);
        }
        loss = front.loss == Double.POSITIVE_INFINITY ? Double.POSITIVE_INFINITY : worst;
    }

    static double nats(double q, double survival) {
        return -Math.log(Math.max(LEAST_MISS, 1 - q * survival));
    }

    /** Returns the options behind a point of the front, in the order of the items. */
    List<PlanOption> options(int point) {
        List<PlanOption> chosen = new ArrayList<>();
        int label = point;
        for (int i = items.size() - 1; i >= 0; i--) {
            chosen.add(0, offered.get(i).get(stages.get(i).choice[label]));
            label = stages.get(i).parent[label];
        }
        return chosen;
    }

    List<PlanItem> items() {
        return items;
    }
}
