package dev.trimtab.controller.portfolio;

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

    @Override
    public int compareTo(Family other) {
        return name.compareTo(other.name);
    }
}
