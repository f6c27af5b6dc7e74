package dev.trimtab.controller.law;

import java.util.EnumSet;
import java.util.Set;

/**
 * The causes to which a lost episode is traced (law L10). Each can be switched off in a counterfactual run.
 *
 * <p>Terms: Takahashi, Search Stability under Finite Context, doi 10.5281/zenodo.18905242; the statement is this project's (L10 in docs/theory.md).
 */
public enum Channel {
    /** No adequate family was ever opened. */
    MISSED_FAMILY(1),
    /** A compressed record was mistaken for another one or lost what it stood for. */
    COMPRESSION_ALIAS(2),
    /** An adequate family left the context although the budget could have held it. */
    AVOIDABLE_RETIREMENT(4),
    /** Legacy in the context spoke for a decoy. */
    STALE_LEGACY(8),
    /** No plan within the budget would have been enough. */
    BUDGET_INFEASIBLE(16),
    /** The model did not make what it was directed to. */
    RAW_MODEL(32);

    private final int bit;

    Channel(int bit) {
        this.bit = bit;
    }

    /** Returns the channels of search memory: all but {@link #RAW_MODEL}. */
    public static Set<Channel> memory() {
        return EnumSet.complementOf(EnumSet.of(RAW_MODEL));
    }

    /** Returns the place of a set of channels in a table of all sets, from 0 (none) to 63 (all). */
    public static int index(Set<Channel> channels) {
        int index = 0;
        for (Channel channel : channels) {
            index |= channel.bit();
        }
        return index;
    }

    int bit() {
        return bit;
    }
}
