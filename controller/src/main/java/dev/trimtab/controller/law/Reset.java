package dev.trimtab.controller.law;

import dev.trimtab.controller.portfolio.Ranges;
import dev.trimtab.controller.probability.Normal;
import java.util.Map;

/**
 * Law L8, reset admissibility: a reset buys a clean context with steps.
 *
 * <p>Terms: Takahashi, Search Stability under Finite Context, doi 10.5281/zenodo.18905242; the statement is this project's (L8 in docs/theory.md).
 *
 * @param contamination how decisions read the context (law L1)
 * @param realiseChance {@code u} in (0,1]: chance that one well-directed decision realises an adequate family
 */
public record Reset(Contamination contamination, double realiseChance) {
    /** Checks the range. */
    public Reset {
        Ranges.positive("realiseChance", Ranges.unit("realiseChance", realiseChance));
    }

    /** Returns {@code A (1 - (1 - u P_chi)^n)}, the value of so many decisions made in a context. */
    public double value(double adequacy, double chi, double decisions) {
        double hit = realiseChance * contamination.chooseAdequate(chi);
        return adequacy * (1 - Math.pow(1 - hit, Math.max(0, decisions)));
    }

    /**
     * Returns {@code chi_reset}: above it a reset is worth more than going on. At most 0 if it is at every contamination,
     * above 1 if it is at none.
     *
     * @param goingOn adequacy {@code A(R) > 0} of what is held without a reset
     * @param resetValue {@code W_r >= 0}
     * @param decisions {@code n > 0}
     */
    public double threshold(double goingOn, double resetValue, double decisions) {
        if (resetValue >= goingOn) {
            return Double.NEGATIVE_INFINITY;
        }
        double needed = (1 - Math.pow(1 - resetValue / goingOn, 1 / decisions)) / realiseChance;
        if (needed >= 1) {
            return Double.NEGATIVE_INFINITY;
        }
        double width = contamination.live() + contamination.legacy();
        if (needed <= 0 || width <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double reach = contamination.noise() == 0 ? 0 : Math.sqrt(2) * contamination.noise() * Normal.quantile(needed);
        return (contamination.live() - reach) / width;
    }

    /**
     * What is weighed.
     *
     * @param adequacy {@code A} of what would be held
     * @param chi contamination of it
     * @param decisions decisions left
     */
    public record Course(double adequacy, double chi, double decisions) {}

    /**
     * Returns the certificate that the reset is admissible; its threshold is the value of going on.
     *
     * @param on the best plan without a reset
     * @param reset the best plan with it, the steps that it costs already taken off
     * @param epsilon adequacy that a reset may give up
     * @param minDecisions {@code n_min}: decisions that must be left
     */
    public Certificate check(
            Map<String, Quantity> inputs, Course on, Course reset, double epsilon, double minDecisions) {
        double going = value(on.adequacy(), on.chi(), on.decisions());
        double anew = value(reset.adequacy(), reset.chi(), reset.decisions());
        boolean holds =
                reset.adequacy() >= on.adequacy() - epsilon && reset.decisions() >= minDecisions && anew > going;
        double margin = Math.min(
                Math.min(reset.adequacy() - on.adequacy() + epsilon, reset.decisions() - minDecisions), anew - going);
        return new Certificate(
                Law.L8, "A(R') >= A(R) - epsilon, n - C >= n_min, W_r > W_c", inputs, anew, going, margin, holds);
    }
}
