package dev.trimtab.controller.policy;

import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.law.Survival;
import dev.trimtab.controller.portfolio.Ranges;

/**
 * What the caller knows of how active hypotheses are lost by nobody's decision ({@code h} of {@link Survival}), by how they are held.
 *
 * @param full chance a step in [0,1] of one that is held in full
 * @param record chance a step in [0,1] of a record
 */
public record LossHazards(Quantity full, Quantity record) {
    /** Checks the ranges. */
    public LossHazards {
        Ranges.unit("full", full.value());
        Ranges.unit("record", record.value());
    }

    /** Returns one assumed hazard for both. */
    static LossHazards assumed(double hazard) {
        return new LossHazards(Quantity.assumed(hazard), Quantity.assumed(hazard));
    }

    /** Returns the law that follows. */
    Survival survival() {
        return new Survival(full.value(), record.value());
    }
}
