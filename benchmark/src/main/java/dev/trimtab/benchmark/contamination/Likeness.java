package dev.trimtab.benchmark.contamination;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How alike a solution and a known program are.
 *
 * @param leftFile the solution
 * @param rightFile the known program
 * @param similarity share in [0,1] of both programs' fingerprints that the other has too; what MLE-bench's threshold of 0.6 is about
 * @param contained share in [0,1] of the solution's fingerprints that the known program has too
 */
public record Likeness(String leftFile, String rightFile, double similarity, double contained) {
    static Likeness of(String leftFile, List<Integer> left, String rightFile, List<Integer> right) {
        int inRight = shared(left, right);
        int inLeft = shared(right, left);
        int all = left.size() + right.size();
        return new Likeness(
                leftFile,
                rightFile,
                all == 0 ? 0 : (double) (inRight + inLeft) / all,
                left.isEmpty() ? 0 : (double) inRight / left.size());
    }

    private static int shared(List<Integer> one, List<Integer> other) {
        Set<Integer> there = new HashSet<>(other);
        return (int) one.stream().filter(there::contains).count();
    }
}
