package dev.trimtab.runtime.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A text in parts that {@code cl100k_base} and {@code o200k_base} encode apart, so that their tokens add up to those of the whole.
 *
 * <p>Before they encode a text, these two cut it by a pattern in which no piece goes on after a line break but with blanks, further line
 * breaks or a slash. Older encodings look from a blank at what follows it and have no such places.
 */
final class Paragraphs {
    private static final String BREAK = "\n\n";

    private Paragraphs() {}

    /** Returns the parts in order: the text cut after each empty line that a printable ASCII character other than a slash follows. */
    static List<String> of(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at = text.indexOf(BREAK); at >= 0; at = text.indexOf(BREAK, at + 1)) {
            int next = at + BREAK.length();
            if (next < text.length() && begins(text.charAt(next))) {
                parts.add(text.substring(start, next));
                start = next;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static boolean begins(char c) {
        return c > ' ' && c < 0x7f && c != '/';
    }
}
