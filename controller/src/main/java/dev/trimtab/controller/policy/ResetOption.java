package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Ranges;

/**
 * What a reset would cost now (law L8).
 *
 * @param costSteps control steps for reading again and deriving again ({@code C}), at least 0
 */
public record ResetOption(double costSteps) {
    /** Checks the range. */
    public ResetOption {
        Ranges.nonNegative("costSteps", costSteps);
    }
}
