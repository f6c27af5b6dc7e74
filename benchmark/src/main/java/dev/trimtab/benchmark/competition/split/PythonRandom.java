package dev.trimtab.benchmark.competition.split;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The generator {@code random.Random(seed)} of Python's standard library for a whole number as seed. Not thread-safe. */
public final class PythonRandom {
    private final MersenneTwister words;

    /** @param seed in 0..2^32-1 */
    public PythonRandom(long seed) {
        words = MersenneTwister.seededByArray(seed);
    }

    /** Shuffles a list in place as {@code shuffle} does. */
    public void shuffle(List<?> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, below(i + 1));
        }
    }

    /** Returns one element as {@code choice} does; the list must not be empty. */
    public <T> T choice(List<T> list) {
        return list.get(below(list.size()));
    }

    /** Returns what {@code randint(low, high)} draws, both ends inside. */
    public int integer(int low, int high) {
        return low + below(high - low + 1);
    }

    /**
     * Returns elements without replacement as {@code sample(population, count)} does.
     *
     * @param count 0..size of the population
     */
    public <T> List<T> sample(List<T> population, int count) {
        if (count < 0 || count > population.size()) {
            throw new IllegalArgumentException("cannot draw " + count + " of " + population.size());
        }
        return population.size() <= poolLimit(count) ? fromPool(population, count) : byRejection(population, count);
    }

    /** Up to this size a copy of the population takes less memory than a set of the drawn places. */
    private static long poolLimit(int count) {
        return count <= 5 ? 21 : 21 + (long) Math.pow(4, Math.ceil(Math.log(count * 3.0) / Math.log(4)));
    }

    private <T> List<T> fromPool(List<T> population, int count) {
        List<T> pool = new ArrayList<>(population);
        List<T> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int last = pool.size() - i - 1;
            int at = below(last + 1);
            drawn.add(pool.get(at));
            pool.set(at, pool.get(last));
        }
        return drawn;
    }

    private <T> List<T> byRejection(List<T> population, int count) {
        Set<Integer> places = new HashSet<>();
        List<T> drawn = new ArrayList<>();
        while (drawn.size() < count) {
            int at = below(population.size());
            if (places.add(at)) {
                drawn.add(population.get(at));
            }
        }
        return drawn;
    }

    private int below(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("nothing to draw from");
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(limit);
        long drawn = words.next32() >>> (Integer.SIZE - bits);
        while (drawn >= limit) {
            drawn = words.next32() >>> (Integer.SIZE - bits);
        }
        return (int) drawn;
    }
}
