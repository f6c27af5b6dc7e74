package dev.trimtab.runtime.context;

import java.util.Arrays;

/** The words of a text: what its ASCII blanks part. */
final class Words {
    private Words() {}

    /** Returns the text with each run of blanks as one space. */
    static String flat(String text) {
        StringBuilder flat = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = isBlank(c);
            if (!blank) {
                flat.append(c);
            } else if (!gap) {
                flat.append(' ');
            }
            gap = blank;
        }
        return flat.toString();
    }

    /**
     * Returns a hash of each run of words in a row, in order; fewer words than that have none.
     *
     * @param length words in a run, at least 1
     */
    static int[] runs(String text, int length) {
        int[] words = hashes(text);
        int[] runs = new int[Math.max(0, words.length - length + 1)];
        for (int i = 0; i < runs.length; i++) {
            int hash = 1;
            for (int j = i; j < i + length; j++) {
                hash = 31 * hash + words[j];
            }
            runs[i] = hash;
        }
        return runs;
    }

    private static int[] hashes(String text) {
        int[] hashes = new int[text.length() / 2 + 1];
        int words = 0;
        int hash = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isBlank(c)) {
                hash = 31 * hash + c;
                inside = true;
            } else if (inside) {
                hashes[words++] = hash;
                hash = 0;
                inside = false;
            }
        }
        if (inside) {
            hashes[words++] = hash;
        }
        return Arrays.copyOf(hashes, words);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
