package dev.trimtab.runtime;

import java.nio.charset.StandardCharsets;

/** Texts without halves of surrogate pairs, which no file, log or server could take. */
public final class Surrogates {
    private Surrogates() {}

    /** Returns the text with {@code ?} for each half that stands alone, as it would be read back from a log. */
    public static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Returns the first characters of a text, one less where a pair would be split. */
    public static String head(String text, int most) {
        return text.substring(0, boundary(text, Math.min(most, text.length())));
    }

    /** Returns the last characters of a text, one more where a pair would be split. */
    public static String tail(String text, int most) {
        return text.substring(boundary(text, Math.max(0, text.length() - most)));
    }

    /** Returns the place itself, or the one before it where it is in the middle of a pair. */
    public static int boundary(String text, int index) {
        boolean inside = index > 0
                && index < text.length()
                && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
        return inside ? index - 1 : index;
    }
}
