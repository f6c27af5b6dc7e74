package dev.trimtab.benchmark.contamination;

import java.util.ArrayList;
import java.util.List;

/**
 * Selects the fingerprints of a document (Schleimer, Wilkerson and Aiken 2003): of the hashes of its runs of tokens, the least in every window,
 * the rightmost of equals. What two documents share is found if it is at least {@code run + window - 1} tokens long, and never if it is
 * shorter than a run.
 *
 * @param run tokens a hash, at least 1
 * @param window hashes a window, at least 1
 */
record Winnowing(int run, int window) {
    /** The lengths that Dolos, the detector of MLE-bench, has by default. */
    static final Winnowing DOLOS = new Winnowing(23, 17);

    /** Checks the ranges. */
    Winnowing {
        if (run < 1 || window < 1) {
            throw new IllegalArgumentException("run and window must be >= 1 but were " + run + " and " + window);
        }
    }

    /** Returns the fingerprints of a document's tokens; none of one that is shorter than a run. */
    List<Integer> fingerprints(List<String> tokens) {
        List<Integer> hashes = new ArrayList<>();
        for (int start = 0; start + run <= tokens.size(); start++) {
            hashes.add(tokens.subList(start, start + run).hashCode());
        }
        return select(hashes).stream().map(hashes::get).toList();
    }

    /** Returns the places of the hashes selected, in order; where there are fewer than a window, the least of them. */
    List<Integer> select(List<Integer> hashes) {
        List<Integer> places = new ArrayList<>();
        int last = -1;
        for (int start = 0; start == 0 || start + window <= hashes.size(); start++) {
            int least = start;
            int end = Math.min(start + window, hashes.size());
            for (int i = start; i < end; i++) {
                if (hashes.get(i) <= hashes.get(least)) {
                    least = i;
                }
            }
            if (least < end && least != last) {
                places.add(least);
                last = least;
            }
        }
        return places;
    }
}
