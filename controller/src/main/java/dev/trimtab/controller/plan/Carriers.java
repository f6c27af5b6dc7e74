package dev.trimtab.controller.plan;

import java.util.Arrays;
import java.util.List;

/** The carriers of one family, and what they can reach under each offer, worked out when first asked for. */
final class Carriers {
    private final List<PlanItem> items;
    /** Where each carrier stands among the problem's items. */
    final List<Integer> places;

    private final double q;
    private final boolean reopenAll;
    private final int limit;
    /** The recovery costs of the carriers' shadows, rising. */
    private final int[] recoveries;

    private final FamilyFront[] free;
    private final FamilyFront[] limited;

    /**
     * @param places where they stand among the problem's items
     * @param q {@code q_f} in [0,1]
     * @param limit points that a front may hold
     */
    Carriers(PlanProblem problem, List<Integer> places, double q, int limit) {
        this.places = places;
        items = places.stream().map(problem.items()::get).toList();
        reopenAll = problem.reopenAll();
        this.q = q;
        this.limit = limit;
        recoveries = reopenAll ? new int[0] : ReserveLevels.recoveries(items);
        free = new FamilyFront[recoveries.length + 1];
        limited = new FamilyFront[recoveries.length + 1];
    }

    /** Returns the front with so many tokens in reserve. */
    FamilyFront front(int reserve, boolean limitLegacy, Candidates scratch) {
        int found = Arrays.binarySearch(recoveries, reserve);
        int offered = found >= 0 ? found + 1 : -found - 1;
        FamilyFront[] known = limitLegacy ? limited : free;
        FamilyFront front = known[offered];
        if (front == null) {
            front = new FamilyFront(items, q, new Offer(reserve, limitLegacy, reopenAll), limit, scratch);
            known[offered] = front;
        }
        return front;
    }
}
