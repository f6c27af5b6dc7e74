package dev.trimtab.controller.portfolio;

import org.jspecify.annotations.Nullable;

/**
 * A coarse class of routes, such as "gradient boosting" (theory §1, {@code f}).
 *
 * @param name what tells it from the others; not blank
 */
public record Family(String name) implements Comparable<Family> {
    /** Checks that the family has a name. */
    public Family {
        if (name.isBlank()) {
            throw new IllegalArgumentException("family name must not be blank");
        }
    }

    /** Written out, since families are compared more than all else and a record's own way is slow until it is compiled for speed. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Family family && name.equals(family.name));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public int compareTo(Family other) {
        return name.compareTo(other.name);
    }
}
