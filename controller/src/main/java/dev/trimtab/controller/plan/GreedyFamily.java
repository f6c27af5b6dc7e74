package dev.trimtab.controller.plan;

import dev.trimtab.controller.portfolio.Family;
import java.util.PriorityQueue;

/** One family of the greedy planner: the chance that no carrier survives, and the upgrades of its carriers, best first. */
final class GreedyFamily {
    final Family name;
    final PriorityQueue<Upgrade> upgrades = new PriorityQueue<>();
    private double miss = 1;
    /** Carriers that survive for certain; they are left out of {@link #miss}, so that it can be divided. */
    private int certain;

    /**
     * The next upgrade of an item.
     *
     * @param key survival gained a token, in shares of the family's miss
     * @param order breaks ties
     */
    record Upgrade(double key, int order, GreedyItem carrier) implements Comparable<Upgrade> {
        @Override
        public int compareTo(Upgrade other) {
            int byKey = Double.compare(other.key, key);
            return byKey != 0 ? byKey : Integer.compare(order, other.order);
        }
    }

    GreedyFamily(Family name) {
        this.name = name;
    }

    void count(PlanOption held) {
        if (held.survival() == 1) {
            certain++;
        } else {
            miss *= 1 - held.survival();
        }
    }

    void discount(PlanOption held) {
        if (held.survival() == 1) {
            certain--;
        } else {
            miss = Math.min(1, miss / (1 - held.survival()));
        }
    }

    /** Returns the chance in [0,1] that no carrier survives. */
    double miss() {
        return certain > 0 ? 0 : miss;
    }

    /** Returns the same without one of the carriers. */
    double missWithout(PlanOption held) {
        if (held.survival() == 1) {
            return certain > 1 ? 0 : miss;
        }
        return certain > 0 ? 0 : Math.min(1, miss / (1 - held.survival()));
    }
}
