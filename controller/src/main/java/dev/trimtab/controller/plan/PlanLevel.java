package dev.trimtab.controller.plan;

import java.util.ArrayList;
import java.util.List;

/** The multiple-choice knapsack over family fronts at one reserve level (law L4). */
final class PlanLevel {
    private static final double BEATS = 1e-12;

    /**
     * What holds at one level.
     *
     * @param reserve tokens set aside
     * @param roundedUp tokens less that the cheapest reserve would take that this level stands for
     * @param budget tokens for representations and reserve
     * @param limitLegacy whether legacy must not be above 0
     * @param reopenAll whether each shadow pays its own recovery instead
     * @param frontSize labels that a front may hold
     */
    record Rules(int reserve, int roundedUp, int budget, boolean limitLegacy, boolean reopenAll, int frontSize) {
        int cap() {
            return budget - reserve;
        }

        /** Returns the most tokens that a choice may take at any reserve that this level stands for. */
        int looseCap() {
            return cap() + roundedUp;
        }

        int charge(PlanOption option) {
            return reopenAll ? option.tokens() + option.recovery() : option.tokens();
        }

        /** Returns the options that count at this level, those beaten by another one left out. */
        List<PlanOption> offered(PlanItem item) {
            List<PlanOption> counted = new ArrayList<>(item.options().size());
            for (PlanOption option : item.options()) {
                if (reopenAll || option.recovery() <= reserve) {
                    counted.add(option);
                }
            }
            List<PlanOption> options = new ArrayList<>(counted.size());
            for (int i = 0; i < counted.size(); i++) {
                if (!beaten(counted, i)) {
                    options.add(counted.get(i));
                }
            }
            return options;
        }

        private boolean beaten(List<PlanOption> options, int i) {
            for (int j = 0; j < options.size(); j++) {
                if (j != i && matches(options.get(j), options.get(i))) {
                    if (j < i || !matches(options.get(i), options.get(j))) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean matches(PlanOption one, PlanOption other) {
            return charge(one) <= charge(other)
                    && one.survival() >= other.survival()
                    && (!limitLegacy || one.legacy() <= other.legacy());
        }
    }

    final Rules rules;
    final List<FamilyFront> families;
    final Relaxation relaxation;
    /** No choice at this level has more nats. */
    double bound;

    private double bestNats;
    private int[] bestPoints;

    PlanLevel(Rules rules, List<FamilyFront> families) {
        this.rules = rules;
        this.families = families;
        relaxation = new Relaxation(families, rules.cap(), rules.limitLegacy());
        bound = relaxation.bound;
        bestNats = relaxation.incumbent;
        bestPoints = relaxation.best;
    }

    /** Returns nats that no choice at any reserve that this level stands for exceeds. */
    double looseBound() {
        return rules.roundedUp() == 0
                ? bound
                : Math.max(bound, relaxation.bound + relaxation.price * rules.roundedUp());
    }

    /** Returns the nats at most that thinning cost any choice. */
    double loss(Front last) {
        double loss = last.loss;
        for (FamilyFront family : families) {
            loss += family.loss;
        }
        return loss;
    }

    double nats() {
        return bestNats;
    }

    int[] points() {
        return bestPoints;
    }

    boolean isFeasible() {
        return bestNats > Double.NEGATIVE_INFINITY;
    }

    /**
     * Looks for a better choice than any known, exactly but for thinning.
     *
     * @param known nats of the best choice known at any level
     */
    void solve(double known, Front.Candidates scratch) {
        double floor = Math.max(known, bestNats);
        List<Front> stages = combine(floor, scratch);
        Front last = stages.get(stages.size() - 1);
        int best = -1;
        for (int label = 0; label < last.size; label++) {
            if (Relaxation.withinLegacy(last.legacy[label]) && last.value[label] > bestNats) {
                bestNats = last.value[label];
                best = label;
            }
        }
        if (best >= 0) {
            bestPoints = points(stages, best);
        }
        bound = Math.min(bound, Math.max(floor, bestNats) + loss(last) + BEATS);
    }

    /** Returns the fronts over the first family, the first two, and so on; nothing that cannot beat the floor is kept. */
    List<Front> combine(double floor, Front.Candidates scratch) {
        double pi = relaxation.price;
        double mu = relaxation.legacyPrice;
        double[] rest = new double[families.size() + 1];
        for (int f = families.size() - 1; f >= 0; f--) {
            FamilyFront family = families.get(f);
            rest[f] = rest[f + 1] + Relaxation.worth(family, Relaxation.bestPoint(family, pi, mu), pi, mu);
        }
        List<Front> stages = new ArrayList<>();
        stages.add(Front.empty());
        for (int f = 0; f < families.size(); f++) {
            FamilyFront family = families.get(f);
            Front front = stages.get(f);
            scratch.clear();
            for (int label = 0; label < front.size; label++) {
                for (int j = 0; j < family.last.size; j++) {
                    int tokens = front.tokens[label] + family.last.tokens[j];
                    if (tokens > rules.cap()) {
                        break;
                    }
                    double legacy = front.legacy[label] + family.last.legacy[j];
                    double value = front.value[label] + family.nats[j];
                    double reach = value + pi * (rules.cap() - tokens) - mu * legacy + rest[f + 1];
                    if (reach > floor + BEATS) {
                        scratch.add(tokens, legacy, value, label, j);
                    }
                }
            }
            stages.add(scratch.front(rules.frontSize(), front.loss));
        }
        return stages;
    }

    int[] points(List<Front> stages, int label) {
        int[] points = new int[families.size()];
        int at = label;
        for (int f = families.size() - 1; f >= 0; f--) {
            points[f] = stages.get(f + 1).choice[at];
            at = stages.get(f + 1).parent[at];
        }
        return points;
    }
}
