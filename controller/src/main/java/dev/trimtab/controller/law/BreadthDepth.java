package dev.trimtab.controller.law;

import dev.trimtab.controller.portfolio.Ranges;
import dev.trimtab.controller.probability.Normal;

/**
 * Law L12, breadth against depth, in steps: what it is worth to work on one route next, when one family can be finished
 * before the verification.
 *
 * <p>Working on a route for {@code m} decisions multiplies its odds by a likelihood ratio whose logarithm is {@code N(+-
 * d²/2, d²)} under the two classes of route. Then the better of it and of the best other one is finished with the
 * decisions that are left; {@code k} decisions finish an adequate family with chance {@code 1 - (1-u)^k}. Where one
 * decision is enough to finish ({@code u = 1}) this is the knowledge gradient on {@code max_f q_f}.
 *
 * <p>Terms: Takahashi, Search Stability under Finite Context, doi 10.5281/zenodo.18905242; the statement is this project's (L12 in docs/theory.md). The paper names branching only; the worth of a look is the knowledge gradient (Frazier, Powell and Dayanik 2008).
 *
 * @param realiseChance {@code u} in (0,1]
 */
public record BreadthDepth(double realiseChance) {
    /** Checks the range. */
    public BreadthDepth {
        Ranges.positive("realiseChance", Ranges.unit("realiseChance", realiseChance));
    }

    /** Returns the chance in [0,1] that so many decisions finish an adequate family. */
    public double finish(double decisions) {
        return 1 - Math.pow(1 - realiseChance, Math.max(0, decisions));
    }

    /** Returns the value of finishing the route at once. */
    public double stay(double promise, double decisions) {
        return promise * finish(decisions);
    }

    /**
     * Returns the value of working on a route for {@code spent} decisions and then finishing the better one.
     *
     * @param promise its promise in [0,1]
     * @param rival the best promise in [0,1] of any other route
     * @param separation {@code d >= 0}: how far so much work would tell the classes apart, in standard deviations
     * @param spent {@code m} in (0, {@code decisions}]
     * @param decisions {@code n} decisions left
     */
    public double explore(double promise, double rival, double separation, double spent, double decisions) {
        if (promise <= 0 || promise >= 1 || rival <= 0 || rival >= 1 || separation <= 0) {
            return promise >= rival ? stay(promise, decisions) : rival * finish(decisions - spent);
        }
        double shift = logit(rival) - logit(promise);
        double half = separation * separation / 2;
        double ifReal = Normal.cdf((half - shift) / separation);
        double ifNot = Normal.cdf((-half - shift) / separation);
        double chosen = promise * ifReal + (1 - promise) * ifNot;
        return promise * ifReal * finish(decisions) + (1 - chosen) * rival * finish(decisions - spent);
    }

    /**
     * Returns whether opening a route comes before working on the best one held.
     *
     * <p>Tokens alone do not say: with tokens to spare their price is 0 and opening would always win. Steps are what is
     * scarce then, so the values are compared in steps, and tokens only bar an option that buys less adequacy with them
     * than the plan does.
     *
     * @param openPrice adequacy a token of the option
     * @param planPrice {@code pi}, adequacy a token of the plan (law L5)
     * @param openValue {@link #explore} of the option
     * @param deepenValue {@link #explore} of the best route held
     */
    public static boolean opens(double openPrice, double planPrice, double openValue, double deepenValue) {
        return openPrice >= planPrice && openValue > deepenValue;
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }
}
