package dev.trimtab.controller.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Branch and bound over reserve levels for one budget (law L4): the range of levels with the highest bound is looked at
 * first, and split only where that bound beats the best choice known.
 */
final class RangeSearch {
    /** Adequacy that a better choice would have to gain for the search to go on. */
    private static final double CLOSED = 1e-11;

    private final ExactSearch search;
    private final int budget;
    private final boolean limitLegacy;
    private final List<ReserveRange> open = new ArrayList<>();
    /** Ranges that were looked through to the end. */
    private final List<ReserveRange> done = new ArrayList<>();
    /** Whether the fronts met so far know what thinning cost them. */
    private boolean complete = true;

    /** The best choice met so far. */
    private double nats = Double.NEGATIVE_INFINITY;

    private int[] points = {};
    private @Nullable ReserveRange from;

    RangeSearch(ExactSearch search, int budget, boolean limitLegacy) {
        this.search = search;
        this.budget = budget;
        this.limitLegacy = limitLegacy;
    }

    /**
     * Returns the best choice found.
     *
     * @param mostRanges splits after which ranges are no longer split
     * @param ceiling adequacy that no choice exceeds, for fronts that do not know what thinning cost them
     */
    PlanSolution run(int mostRanges, double ceiling) {
        start();
        double left = Double.NEGATIVE_INFINITY;
        int ranges = 1;
        for (ReserveRange range = highest(); range != null && !isClosed(range); range = highest()) {
            if (!range.isSought()) {
                seek(range);
            } else {
                open.remove(range);
                if (range.isSingle() || ranges >= mostRanges) {
                    left = Math.max(left, combine(range));
                    done.add(range);
                } else {
                    split(range);
                    ranges++;
                }
            }
        }
        for (ReserveRange range : open) {
            left = Math.max(left, range.relaxation.bound);
        }
        return solution(complete ? Math.min(ceiling, ExactSearch.adequacy(Math.max(nats, left))) : ceiling);
    }

    /**
     * Returns adequacy that no choice within fewer tokens exceeds: the prices that bound each range after the search bound it there too (weak
     * duality).
     *
     * @param fewer by how many, at least 0
     */
    double ceiling(int fewer) {
        double most = complete ? 0 : Double.POSITIVE_INFINITY;
        for (List<ReserveRange> ranges : List.of(open, done)) {
            for (ReserveRange range : ranges) {
                most = Math.max(most, range.relaxation.bound - range.relaxation.price * fewer);
            }
        }
        return ExactSearch.adequacy(most);
    }

    /** What needs no reserve comes first, so that none is kept without need. */
    private void start() {
        ReserveRange without = search.withoutReserve(budget, limitLegacy);
        open(without);
        seek(without);
        ReserveRange with = search.withReserve(budget, limitLegacy);
        if (with != null) {
            open(with);
            with.relaxation.tryPrices(without.relaxation.price, without.relaxation.legacyPrice);
        }
    }

    private PlanSolution solution(double bound) {
        if (from == null) {
            return search.infeasible();
        }
        double reached = ExactSearch.adequacy(nats);
        return search.solution(
                from.families, points, reached, Math.max(reached, bound), from.relaxation.price * (1 - reached));
    }

    private boolean isClosed(ReserveRange highest) {
        double bound = highest.relaxation.bound;
        return bound <= nats || Math.exp(-nats) - Math.exp(-bound) <= CLOSED;
    }

    /** Returns the first of the open ranges with the highest bound; null if none is open. */
    private @Nullable ReserveRange highest() {
        ReserveRange highest = null;
        for (ReserveRange range : open) {
            highest = highest == null || range.relaxation.bound > highest.relaxation.bound ? range : highest;
        }
        return highest;
    }

    private void open(ReserveRange range) {
        open.add(range);
        complete &= range.isComplete();
    }

    private void split(ReserveRange range) {
        for (ReserveRange half : search.halves(range, budget, limitLegacy)) {
            half.relaxation.tryPrices(range.relaxation.price, range.relaxation.legacyPrice);
            open(half);
        }
    }

    private void seek(ReserveRange range) {
        range.seek(limitLegacy, nats);
        Corner rounded = range.relaxation.rounded(range.cap, limitLegacy);
        if (rounded != null && rounded.nats > nats) {
            nats = rounded.nats;
            points = rounded.points.clone();
            from = range;
        }
    }

    /** Looks through all choices at the highest level of a range; returns what no choice at any of its levels exceeds. */
    private double combine(ReserveRange range) {
        Combination combination = new Combination(
                range.families, range.cap, range.relaxation.price, limitLegacy ? range.relaxation.legacyPrice : 0);
        Front last = combination.combine(nats, search.frontSize, search.scratch);
        int chosen = -1;
        for (int k = 0; k < last.size; k++) {
            boolean fits = last.tokens[k] <= range.cap && (!limitLegacy || Relaxation.withinLegacy(last.legacy[k]));
            if (fits && last.value[k] > nats) {
                nats = last.value[k];
                chosen = k;
            }
        }
        if (chosen >= 0) {
            points = combination.points(chosen);
            from = range;
        }
        double exact = nats + combination.lost() + range.loss();
        return range.isSingle() ? Math.min(range.relaxation.bound, exact) : range.relaxation.bound;
    }
}
