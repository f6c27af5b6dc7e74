package dev.trimtab.controller.ecology;

/**
 * Where a world's seed comes from. No world of one space is ever a world of another: a key is a bijective mix of twice the
 * index plus the space's parity, so that keys of different spaces differ for all indices below 2^62.
 */
public enum SeedSpace {
    /** For making and tuning policies. */
    DEVELOPMENT(0),
    /** For reporting only. */
    HELD_OUT(1);

    private final int parity;

    SeedSpace(int parity) {
        this.parity = parity;
    }

    /**
     * Returns the key of a world.
     *
     * @param index at least 0, below 2^62
     */
    public long key(long index) {
        if (index < 0 || index >= 1L << 62) {
            throw new IllegalArgumentException("index must be in [0, 2^62) but was " + index);
        }
        return Draws.mix(2 * index + parity);
    }
}
