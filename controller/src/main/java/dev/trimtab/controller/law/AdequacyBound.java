package dev.trimtab.controller.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Law L5, budget-limited adequacy: {@code A* <= A(S) + F(B)}, where {@code F(B)} fills the marginals of all that {@code
 * S} does not hold fractionally into the whole budget, one representation an item. It holds for every monotone submodular
 * adequacy.
 *
 * <p>Terms: Takahashi, Search Stability under Finite Context, doi 10.5281/zenodo.18905242; the statement is this project's (L5 in docs/theory.md). The bound is that of Nemhauser, Wolsey and Fisher for monotone submodular functions (1978), with a knapsack.
 */
public final class AdequacyBound {
    private AdequacyBound() {}

    /**
     * One way to add an item to {@code S}.
     *
     * @param tokens tokens that the item takes this way, at least 0
     * @param marginal adequacy gained, at least 0
     */
    public record Marginal(double tokens, double marginal) {}

    /**
     * Returns {@code A(S) + F(B)}, at most 1.
     *
     * @param adequacy {@code A(S)}
     * @param items the ways to add each item that {@code S} does not hold so
     * @param budget the whole budget in tokens, not what {@code S} leaves of it
     */
    public static double of(double adequacy, List<List<Marginal>> items, double budget) {
        List<Marginal> steps = new ArrayList<>();
        double filled = 0;
        for (List<Marginal> item : items) {
            filled += addHull(item, steps);
        }
        steps.sort(Comparator.comparingDouble((Marginal s) -> s.marginal() / s.tokens())
                .reversed());
        double left = budget;
        for (Marginal step : steps) {
            double share = Math.min(1, left / step.tokens());
            filled += share * step.marginal();
            left -= share * step.tokens();
        }
        return Math.min(1, adequacy + filled);
    }

    /** Adds the steps of the item's concave hull; returns what it gains for no tokens at all. */
    private static double addHull(List<Marginal> item, List<Marginal> steps) {
        double tokens = 0;
        double value = 0;
        for (Marginal way : item) {
            value = way.tokens() == 0 ? Math.max(value, way.marginal()) : value;
        }
        double free = value;
        while (true) {
            Marginal next = null;
            double steepest = 0;
            for (Marginal way : item) {
                double slope = (way.marginal() - value) / (way.tokens() - tokens);
                boolean further = way.tokens() > tokens && way.marginal() > value;
                if (further
                        && (slope > steepest || (slope == steepest && next != null && way.tokens() > next.tokens()))) {
                    steepest = slope;
                    next = way;
                }
            }
            if (next == null) {
                return free;
            }
            steps.add(new Marginal(next.tokens() - tokens, next.marginal() - value));
            tokens = next.tokens();
            value = next.marginal();
        }
    }
}
