package dev.trimtab.controller.plan;

/**
 * Partial choices in rising order of tokens, none of which another one matches in tokens, legacy and value at once. Each
 * remembers the choice that it grew from and what was added, so that it can be read back.
 */
final class Front {
    final int size;
    final int[] tokens;
    final double[] legacy;
    final double[] value;
    final int[] parent;
    final int[] added;

    Front(int size) {
        this.size = size;
        tokens = new int[size];
        legacy = new double[size];
        value = new double[size];
        parent = new int[size];
        added = new int[size];
    }

    /** Returns the front of one choice. */
    static Front of(int tokens, double legacy, double value) {
        Front front = new Front(1);
        front.tokens[0] = tokens;
        front.legacy[0] = legacy;
        front.value[0] = value;
        return front;
    }
}
