package dev.trimtab.benchmark.text;

import java.util.Collection;

/**
 * A column of names in a printed table, as wide as the longest one: a policy may be named by a long path.
 *
 * @param width characters, at least 0
 */
public record NameColumn(int width) {
    /**
     * Returns the column that holds some names.
     *
     * @param least characters that it takes however short they are
     */
    public static NameColumn of(int least, Collection<String> names) {
        return new NameColumn(
                Math.max(least, names.stream().mapToInt(String::length).max().orElse(0)));
    }

    /** Returns a name with as many blanks after it as the column has left. */
    public String pad(String name) {
        return name + " ".repeat(Math.max(0, width - name.length()));
    }
}
