package dev.trimtab.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A key that is sent to a server, and that nothing kept or printed may hold: servers repeat what they get, in errors and in replies.
 *
 * @param value the key, or null where none is sent
 */
public record Secret(@Nullable String value) {
    /** What stands in a text where the key was. */
    public static final String HIDDEN = "***";

    /** In characters; a shorter one is no secret but a word that stands in for a key, such as {@code none}, and texts hold words. */
    private static final int SHORTEST = 12;

    /** Returns whether a text holds the key. */
    public boolean isIn(@Nullable String text) {
        return value != null && value.length() >= SHORTEST && text != null && text.contains(value);
    }

    /** Returns a text without the key. */
    public String hide(String text) {
        return isIn(text) ? text.replace(String.valueOf(value), HIDDEN) : text;
    }

    /** Does not tell the key. */
    @Override
    public String toString() {
        return value == null ? "no key" : HIDDEN;
    }
}
