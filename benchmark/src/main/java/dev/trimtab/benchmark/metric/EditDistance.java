package dev.trimtab.benchmark.metric;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The Levenshtein distance with unit costs, by the bit-parallel algorithm of Myers (1999) in blocks as Hyyroe (2003) has it. */
final class EditDistance {
    private static final int WORD = Long.SIZE;

    private EditDistance() {}

    /** Returns how many symbols must be put in, taken out or changed to make one row of symbols of the other. */
    static int of(int[] a, int[] b) {
        int start = 0;
        int endOfA = a.length;
        int endOfB = b.length;
        while (start < endOfA && start < endOfB && a[start] == b[start]) {
            start++;
        }
        while (endOfA > start && endOfB > start && a[endOfA - 1] == b[endOfB - 1]) {
            endOfA--;
            endOfB--;
        }
        if (start == endOfA || start == endOfB) {
            return Math.max(endOfA, endOfB) - start;
        }
        return endOfA - start <= endOfB - start
                ? distance(a, start, endOfA, b, start, endOfB)
                : distance(b, start, endOfB, a, start, endOfA);
    }

    /** Returns the distance of two texts in code points. */
    static int of(String a, String b) {
        return of(a.codePoints().toArray(), b.codePoints().toArray());
    }

    /** Runs over the columns of the table of distances; vertical differences of a column are bits, a word 64 rows. */
    private static int distance(int[] pattern, int from, int to, int[] text, int textFrom, int textTo) {
        int length = to - from;
        int words = (length + WORD - 1) / WORD;
        Map<Integer, long[]> places = new HashMap<>();
        for (int i = 0; i < length; i++) {
            places.computeIfAbsent(pattern[from + i], symbol -> new long[words])[i / WORD] |= 1L << (i % WORD);
        }
        long[] none = new long[words];
        long[] up = new long[words];
        long[] down = new long[words];
        Arrays.fill(up, -1L);
        long lastRow = 1L << ((length - 1) % WORD);
        int distance = length;
        for (int j = textFrom; j < textTo; j++) {
            long[] equal = places.getOrDefault(text[j], none);
            long carryUp = 1;
            long carryDown = 0;
            for (int word = 0; word < words; word++) {
                long matches = equal[word] | carryDown;
                long diagonal = (((matches & up[word]) + up[word]) ^ up[word]) | matches | down[word];
                long rises = down[word] | ~(diagonal | up[word]);
                long falls = diagonal & up[word];
                if (word == words - 1) {
                    distance += (rises & lastRow) != 0 ? 1 : (falls & lastRow) != 0 ? -1 : 0;
                }
                long nextUp = rises >>> (WORD - 1);
                long nextDown = falls >>> (WORD - 1);
                rises = (rises << 1) | carryUp;
                falls = (falls << 1) | carryDown;
                up[word] = falls | ~(diagonal | rises);
                down[word] = rises & diagonal;
                carryUp = nextUp;
                carryDown = nextDown;
            }
        }
        return distance;
    }
}
