package dev.trimtab.controller.policy;

import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.portfolio.Ranges;

/**
 * The boundary that a decision stands at where it is the first of a window that follows another one (law L11): a strong verification has
 * spoken, and what is held goes into the next window.
 *
 * @param modeChange {@code gamma} in [0,1]: chance that what is adequate became another set at the boundary
 */
public record WindowEntry(Quantity modeChange) {
    /** Checks the range. */
    public WindowEntry {
        Ranges.unit("modeChange", modeChange.value());
    }
}
