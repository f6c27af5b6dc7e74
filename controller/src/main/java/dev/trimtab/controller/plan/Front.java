package dev.trimtab.controller.plan;

import java.util.Arrays;

/**
 * Partial choices that no other partial choice beats in tokens, legacy and value at once, in rising order of tokens.
 *
 * <p>Each label remembers the label that it grew from and the option that was added, so that a choice can be read back.
 * A front that outgrows its size drops labels whose value a label of no more tokens and legacy matches within some
 * epsilon; the epsilons add up in {@link #loss}, which is infinite where no epsilon was enough.
 */
final class Front {
    final int size;
    final int[] tokens;
    final double[] legacy;
    final double[] value;
    final int[] parent;
    final int[] choice;
    /** How much value at most any completion lost by thinning, over all fronts that this one grew from. */
    final double loss;

    private Front(int size, int[] tokens, double[] legacy, double[] value, int[] parent, int[] choice, double loss) {
        this.size = size;
        this.tokens = tokens;
        this.legacy = legacy;
        this.value = value;
        this.parent = parent;
        this.choice = choice;
        this.loss = loss;
    }

    /** Returns the front of the choice of nothing. */
    static Front empty() {
        return new Front(1, new int[1], new double[1], new double[1], new int[] {-1}, new int[] {-1}, 0);
    }

    /** Candidates of the next front, gathered in any order. */
    static final class Candidates {
        private int count;
        private int[] tokens;
        private double[] legacy;
        private double[] value;
        private int[] parent;
        private int[] choice;
        private double[] stairLegacy = {};
        private double[] stairValue = {};
        /** Whether legacy plays no part, so that tokens and value are all there is to compare. */
        private boolean flat = true;

        Candidates(int capacity) {
            tokens = new int[capacity];
            legacy = new double[capacity];
            value = new double[capacity];
            parent = new int[capacity];
            choice = new int[capacity];
        }

        void clear() {
            count = 0;
            flat = true;
        }

        void add(int tokensOf, double legacyOf, double valueOf, int parentOf, int choiceOf) {
            if (count == tokens.length) {
                int larger = 2 * count + 16;
                tokens = Arrays.copyOf(tokens, larger);
                legacy = Arrays.copyOf(legacy, larger);
                value = Arrays.copyOf(value, larger);
                parent = Arrays.copyOf(parent, larger);
                choice = Arrays.copyOf(choice, larger);
            }
            tokens[count] = tokensOf;
            legacy[count] = legacyOf;
            value[count] = valueOf;
            parent[count] = parentOf;
            choice[count++] = choiceOf;
            flat &= legacyOf == 0;
        }

        /** Returns the front of the candidates, thinned to about {@code limit} labels. */
        Front front(int limit, double lossSoFar) {
            long[] order = new long[count];
            for (int i = 0; i < count; i++) {
                order[i] = ((long) tokens[i] << 32) | i;
            }
            Arrays.sort(order);
            int[] kept = new int[count];
            int size = sweep(order, kept, 0);
            if (size <= limit) {
                return pick(kept, size, lossSoFar);
            }
            double spread = spread(kept, size);
            long[] undominated = new long[size];
            for (int k = 0; k < size; k++) {
                undominated[k] = ((long) tokens[kept[k]] << 32) | kept[k];
            }
            int[] thinned = new int[size];
            for (double epsilon = spread / limit; epsilon < 2 * spread; epsilon *= 2) {
                int thin = sweep(undominated, thinned, epsilon);
                if (thin <= limit) {
                    return pick(thinned, thin, lossSoFar + epsilon);
                }
            }
            for (int k = 0; k < limit; k++) {
                thinned[k] = kept[(int) ((long) k * (size - 1) / (limit - 1))];
            }
            return pick(thinned, limit, Double.POSITIVE_INFINITY);
        }

        private double spread(int[] kept, int size) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < size; i++) {
                low = Math.min(low, value[kept[i]]);
                high = Math.max(high, value[kept[i]]);
            }
            return Math.max(high - low, 1e-12);
        }

        /** Keeps what no earlier kept candidate matches in legacy and in value but for {@code epsilon}. */
        private int sweep(long[] order, int[] kept, double epsilon) {
            return flat ? sweepFlat(order, kept, epsilon) : sweepStairs(order, kept, epsilon);
        }

        private int sweepFlat(long[] order, int[] kept, double epsilon) {
            double highest = Double.NEGATIVE_INFINITY;
            int size = 0;
            for (long key : order) {
                int i = (int) key;
                if (value[i] > highest + epsilon) {
                    highest = value[i];
                    kept[size++] = i;
                }
            }
            return size;
        }

        private int sweepStairs(long[] order, int[] kept, double epsilon) {
            if (stairLegacy.length <= order.length) {
                stairLegacy = new double[2 * order.length + 1];
                stairValue = new double[2 * order.length + 1];
            }
            int stairs = 0;
            int size = 0;
            for (long key : order) {
                int i = (int) key;
                int at = upper(stairLegacy, stairs, legacy[i]);
                if (at > 0 && stairValue[at - 1] >= value[i] - epsilon) {
                    continue;
                }
                kept[size++] = i;
                int from = at;
                if (at > 0 && stairLegacy[at - 1] == legacy[i]) {
                    from = at - 1;
                }
                int to = at;
                while (to < stairs && stairValue[to] <= value[i]) {
                    to++;
                }
                System.arraycopy(stairLegacy, to, stairLegacy, from + 1, stairs - to);
                System.arraycopy(stairValue, to, stairValue, from + 1, stairs - to);
                stairLegacy[from] = legacy[i];
                stairValue[from] = value[i];
                stairs += from + 1 - to;
            }
            return size;
        }

        private static int upper(double[] sorted, int size, double key) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] <= key) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private Front pick(int[] kept, int size, double loss) {
            Front front = new Front(
                    size, new int[size], new double[size], new double[size], new int[size], new int[size], loss);
            for (int k = 0; k < size; k++) {
                int i = kept[k];
                front.tokens[k] = tokens[i];
                front.legacy[k] = legacy[i];
                front.value[k] = value[i];
                front.parent[k] = parent[i];
                front.choice[k] = choice[i];
            }
            return front;
        }
    }
}
