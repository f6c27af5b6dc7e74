package dev.trimtab.controller.law;

/** Where a number that a law reads comes from. */
public sealed interface Provenance {
    /** Read off the run itself, such as a token count. */
    Provenance MEASURED = new Measured();

    /** Nothing but a default or a guess. */
    Provenance ASSUMED = new Assumed();

    /** Returns the provenance of an estimate from so many observations; {@link #ASSUMED} if there are none. */
    static Provenance estimated(int count) {
        return count == 0 ? ASSUMED : new Estimated(count);
    }

    /** Read off the run itself. */
    record Measured() implements Provenance {
        @Override
        public String toString() {
            return "measured";
        }
    }

    /**
     * Estimated from observations and a prior.
     *
     * @param count observations behind the estimate, at least 1
     */
    record Estimated(int count) implements Provenance {
        /** Checks the range. */
        public Estimated {
            if (count < 1) {
                throw new IllegalArgumentException("count must be >= 1 but was " + count);
            }
        }

        @Override
        public String toString() {
            return "estimated(" + count + ")";
        }
    }

    /** A default or a guess. */
    record Assumed() implements Provenance {
        @Override
        public String toString() {
            return "assumed";
        }
    }
}
