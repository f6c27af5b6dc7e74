package dev.trimtab.runtime.context;

import dev.trimtab.runtime.Surrogates;
import java.util.function.ToIntFunction;

/** Cuts the middle out of a text so that head and tail fit a number of tokens. */
final class HeadTail {
    private HeadTail() {}

    /**
     * Returns the text, or its head and tail around a marker that says how many characters are missing.
     *
     * @param text the text
     * @param limit most tokens of the result; a limit too small for the marker alone gives the marker alone
     * @param tokens counts tokens
     */
    static String cut(String text, int limit, ToIntFunction<String> tokens) {
        if (tokens.applyAsInt(text) <= limit) {
            return text;
        }
        int low = 0;
        int high = text.length() - 1;
        while (low < high) {
            int kept = (low + high + 1) >>> 1;
            if (tokens.applyAsInt(keep(text, kept)) <= limit) {
                low = kept;
            } else {
                high = kept - 1;
            }
        }
        return keep(text, low);
    }

    private static String keep(String text, int characters) {
        int head = Surrogates.boundary(text, (characters + 1) / 2);
        int tail = Surrogates.boundary(text, text.length() - characters / 2);
        return text.substring(0, head) + "\n[… " + (tail - head) + " characters cut …]\n" + text.substring(tail);
    }
}
