package dev.trimtab.controller.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The reserve levels of law L4: no reserve, and one for each recovery cost. */
final class ReserveLevels {
    private ReserveLevels() {}

    /**
     * Neighbouring levels taken as one.
     *
     * @param offer what the highest of them offers
     * @param cap tokens that the highest leaves for representations
     * @param looseCap tokens that the lowest leaves
     */
    record Group(Offer offer, int cap, int looseCap) {}

    /** Returns the levels that fit the budget in rising order; those above 0 in at most so many groups. */
    static List<Group> groups(PlanProblem problem, int most) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(
                new Offer(0, problem.limitLegacy(), problem.reopenAll()), problem.budget(), problem.budget()));
        int[] recoveries = problem.reopenAll() ? new int[0] : recoveries(problem.items());
        int within = 0;
        while (within < recoveries.length && recoveries[within] <= problem.budget()) {
            within++;
        }
        int count = Math.min(most, within);
        for (int k = 0; k < count; k++) {
            int lowest = recoveries[(int) ((long) k * within / count)];
            int highest = recoveries[(int) ((long) (k + 1) * within / count) - 1];
            Offer offer = new Offer(highest, problem.limitLegacy(), /* reopenAll= */ false);
            groups.add(new Group(offer, problem.budget() - highest, problem.budget() - lowest));
        }
        return groups;
    }

    /** Returns the distinct recovery costs above 0, rising. */
    static int[] recoveries(List<PlanItem> items) {
        int count = 0;
        int[] all = new int[4 * items.size()];
        for (PlanItem item : items) {
            for (PlanOption option : item.options()) {
                if (option.recovery() > 0) {
                    all = count == all.length ? Arrays.copyOf(all, 2 * count) : all;
                    all[count++] = option.recovery();
                }
            }
        }
        Arrays.sort(all, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[distinct++] = all[i];
            }
        }
        return Arrays.copyOf(all, distinct);
    }
}
