package dev.trimtab.runtime.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Spelling suggestions by edit distance: insertions, deletions, replacements and swaps of neighbours count one each. */
public final class NearestKey {
    private NearestKey() {}

    /** Shortest word that suggests a known one which only contains it. */
    private static final int LEAST_PART = 3;

    /** Letters of the longer word for each edit that a misspelling may have. */
    private static final int LETTERS_AN_EDIT = 3;

    /**
     * Returns the known word with the fewest edits from {@code wrong}, the alphabetically first of equals; empty if none is near: one edit, or
     * one for every three letters, or a part of the word.
     */
    public static Optional<String> of(String wrong, Collection<String> known) {
        return known.stream()
                .filter(word -> isNear(wrong, word))
                .min(Comparator.<String>comparingInt(word -> distance(wrong, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean isNear(String wrong, String word) {
        int edits = Math.max(1, Math.max(wrong.length(), word.length()) / LETTERS_AN_EDIT);
        boolean part = wrong.length() >= LEAST_PART && word.contains(wrong);
        return part || distance(wrong, word) <= edits;
    }

    /** Returns the number of edits between two words (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : cheapest(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int cheapest(int[][] edits, String a, String b, int i, int j) {
        int replace = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }
}
