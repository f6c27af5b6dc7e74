package dev.trimtab.benchmark.metric;

import java.util.ArrayList;
import java.util.List;

/** Texts as Python's {@code str} methods take them apart, blanks of all kinds among them. */
public final class PythonText {
    private PythonText() {}

    /** Returns the words of a text as Python's {@code split()} without arguments does. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int from = -1;
        for (int at = 0; at < text.length(); at++) {
            if (isBlank(text.charAt(at))) {
                if (from >= 0) {
                    words.add(text.substring(from, at));
                }
                from = -1;
            } else if (from < 0) {
                from = at;
            }
        }
        if (from >= 0) {
            words.add(text.substring(from));
        }
        return words;
    }

    /** Returns a text without blanks around it, as Python's {@code strip()} does. */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Returns the pieces between single blanks as Python's {@code split(" ")} does: at least one, some perhaps empty. */
    static String[] pieces(String text) {
        return text.split(" ", -1);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }
}
