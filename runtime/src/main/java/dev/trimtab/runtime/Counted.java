package dev.trimtab.runtime;

/** A number with what it counts, for people: {@code 1 step}, {@code 2 steps}. */
public final class Counted {
    private Counted() {}

    /**
     * Returns the number with its noun.
     *
     * @param one the noun for one, whose plural is made by an s
     */
    public static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    /**
     * Returns the number with its noun.
     *
     * @param one the noun for one, such as {@code family}
     * @param many the noun for none and for more than one, such as {@code families}
     */
    public static String of(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
