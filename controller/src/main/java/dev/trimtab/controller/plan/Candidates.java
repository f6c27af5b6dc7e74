package dev.trimtab.controller.plan;

import java.util.Arrays;

/** Candidates for the next front, gathered in any order; one object serves many fronts, so that nothing is allocated anew. */
final class Candidates {
    private int count;
    private int[] tokens = new int[64];
    private double[] legacy = new double[64];
    private double[] value = new double[64];
    private int[] parent = new int[64];
    private int[] added = new int[64];
    /** Whether legacy plays no part, so that tokens and value are all there is to compare. */
    private boolean flat;

    private long[] order = new long[64];
    private int[] kept = new int[64];
    private int size;
    private double[] stairLegacy = new double[64];
    private double[] stairValue = new double[64];

    void clear() {
        count = 0;
        flat = true;
    }

    void add(int tokensOf, double legacyOf, double valueOf, int parentOf, int addedOf) {
        if (count == tokens.length) {
            grow();
        }
        tokens[count] = tokensOf;
        legacy[count] = legacyOf;
        value[count] = valueOf;
        parent[count] = parentOf;
        added[count++] = addedOf;
        flat &= legacyOf == 0;
    }

    private void grow() {
        int larger = 2 * count;
        tokens = Arrays.copyOf(tokens, larger);
        legacy = Arrays.copyOf(legacy, larger);
        value = Arrays.copyOf(value, larger);
        parent = Arrays.copyOf(parent, larger);
        added = Arrays.copyOf(added, larger);
        order = new long[larger];
        kept = new int[larger];
        stairLegacy = new double[larger];
        stairValue = new double[larger];
    }

    /** Keeps the candidates that no other one matches. */
    void keepUndominated() {
        for (int i = 0; i < count; i++) {
            order[i] = ((long) tokens[i] << 32) | i;
        }
        Arrays.sort(order, 0, count);
        for (int i = 0; i < count; i++) {
            kept[i] = (int) order[i];
        }
        size = count;
        sweep(0);
    }

    /**
     * Of the kept ones leaves at most {@code limit >= 2}, dropping those whose value another one of no more tokens and legacy
     * has but for some epsilon.
     *
     * @return how much value at most was lost with any of them; infinite if no epsilon was enough and some have no like
     */
    double thin(int limit) {
        if (size <= limit) {
            return 0;
        }
        double spread = spread();
        double first = spread / limit / 4;
        double lost = 0;
        for (double epsilon = first; epsilon < 2 * spread; epsilon *= 2) {
            sweep(epsilon);
            lost += epsilon;
            if (size <= limit) {
                return lost;
            }
        }
        int last = size - 1;
        for (int k = 0; k < limit; k++) {
            kept[k] = kept[(int) ((long) k * last / (limit - 1))];
        }
        size = limit;
        return Double.POSITIVE_INFINITY;
    }

    /** Returns the kept candidates as a front. */
    Front front() {
        Front front = new Front(size);
        for (int k = 0; k < size; k++) {
            int i = kept[k];
            front.tokens[k] = tokens[i];
            front.legacy[k] = legacy[i];
            front.value[k] = value[i];
            front.parent[k] = parent[i];
            front.added[k] = added[i];
        }
        return front;
    }

    private double spread() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < size; k++) {
            low = Math.min(low, value[kept[k]]);
            high = Math.max(high, value[kept[k]]);
        }
        return high - low;
    }

    private void sweep(double epsilon) {
        if (flat) {
            sweepFlat(epsilon);
        } else {
            sweepStairs(epsilon);
        }
    }

    private void sweepFlat(double epsilon) {
        double highest = Double.NEGATIVE_INFINITY;
        int left = 0;
        for (int k = 0; k < size; k++) {
            int i = kept[k];
            if (value[i] > highest + epsilon) {
                highest = value[i];
                boolean sameTokens = left > 0 && tokens[kept[left - 1]] == tokens[i];
                left = sameTokens ? left - 1 : left;
                kept[left++] = i;
            }
        }
        size = left;
    }

    /** The stairs hold what was kept so far by legacy and value: the highest value at no more than each legacy. */
    private void sweepStairs(double epsilon) {
        int stairs = 0;
        int left = 0;
        for (int k = 0; k < size; k++) {
            int i = kept[k];
            int at = upper(stairs, legacy[i]);
            if (at > 0 && stairValue[at - 1] >= value[i] - epsilon) {
                continue;
            }
            kept[left++] = i;
            int from = at > 0 && stairLegacy[at - 1] == legacy[i] ? at - 1 : at;
            int to = at;
            while (to < stairs && stairValue[to] <= value[i]) {
                to++;
            }
            if (to != from + 1) {
                System.arraycopy(stairLegacy, to, stairLegacy, from + 1, stairs - to);
                System.arraycopy(stairValue, to, stairValue, from + 1, stairs - to);
            }
            stairLegacy[from] = legacy[i];
            stairValue[from] = value[i];
            stairs += from + 1 - to;
        }
        size = left;
    }

    private int upper(int stairs, double key) {
        int low = 0;
        int high = stairs;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stairLegacy[middle] <= key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
