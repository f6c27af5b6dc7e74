package dev.trimtab.benchmark.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Holm's step-down correction for many comparisons (Holm, A simple sequentially rejective multiple test procedure, 1979). */
public final class Holm {
    private Holm() {}

    /**
     * Returns the adjusted p-values in the order given: rejecting those at most {@code alpha} keeps the chance of any false
     * rejection at most {@code alpha}, however the tests depend on each other.
     */
    public static List<Double> adjust(List<Double> pValues) {
        int tests = pValues.size();
        List<Integer> ascending = IntStream.range(0, tests)
                .boxed()
                .sorted(Comparator.comparing(pValues::get))
                .toList();
        List<Double> adjusted = new ArrayList<>(Collections.nCopies(tests, 1.0));
        double least = 0;
        for (int rank = 0; rank < tests; rank++) {
            int test = ascending.get(rank);
            least = Math.max(least, Math.min(1, (tests - rank) * pValues.get(test)));
            adjusted.set(test, least);
        }
        return adjusted;
    }
}
