package dev.trimtab.controller.law;

import dev.trimtab.controller.portfolio.Ranges;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Law L3, delayed-verification coverage: how many families must be kept so that an adequate one is left when strong
 * evidence comes late.
 *
 * <p>Terms: Takahashi, Search Stability under Finite Context, doi 10.5281/zenodo.18905242; the statement is this project's (L3 in docs/theory.md).
 *
 * @param q probability in [0,1] that a family is adequate, the same for all and independent
 * @param survival {@code s} in [0,1]: chance a step that a family survives
 * @param someAdequate {@code Z} in (0,1]
 */
public record Coverage(double q, double survival, double someAdequate) {
    private static final double ROUNDING = 1e-9;

    /** Checks the ranges. */
    public Coverage {
        Ranges.unit("q", q);
        Ranges.unit("survival", survival);
        Ranges.positive("someAdequate", Ranges.unit("someAdequate", someAdequate));
    }

    /** Returns {@code delta' = 1 - (1 - delta) Z}, the failure before conditioning that a failure given V stands for. */
    public static double unconditioned(double failure, double someAdequate) {
        return 1 - (1 - failure) * someAdequate;
    }

    /** Returns the adequacy in [0,1] of so many families at a lag in control steps. */
    public double adequacy(int breadth, double lag) {
        return Math.min(1, (1 - Math.pow(1 - q * Math.pow(survival, lag), breadth)) / someAdequate);
    }

    /** Returns {@code k*}, the least breadth with failure at most {@code failure} in (0,1); empty if none is enough. */
    public OptionalInt breadthNeeded(double failure, double lag) {
        double hit = q * Math.pow(survival, lag);
        if (hit <= 0) {
            return OptionalInt.empty();
        }
        double exact = Math.log(unconditioned(failure, someAdequate)) / Math.log1p(-hit);
        return OptionalInt.of((int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.ceil(exact - ROUNDING))));
    }

    /**
     * Returns {@code l*}, the longest lag in control steps that so many families bear at failure at most {@code failure};
     * empty if they bear none, infinite if they bear any.
     */
    public OptionalDouble longestLag(int breadth, double failure) {
        double hit = 1 - Math.pow(unconditioned(failure, someAdequate), 1.0 / breadth);
        if (hit > q) {
            return OptionalDouble.empty();
        }
        if (survival == 1) {
            return OptionalDouble.of(Double.POSITIVE_INFINITY);
        }
        return OptionalDouble.of(Math.abs(Math.log(hit / q) / Math.log(survival)));
    }
}
