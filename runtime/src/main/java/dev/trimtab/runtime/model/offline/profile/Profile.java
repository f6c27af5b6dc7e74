package dev.trimtab.runtime.model.offline.profile;

import java.util.List;

/**
 * A frozen description of an engineer.
 *
 * @param name its name, such as {@code middle-lost}
 * @param version its version, at least 1; a changed number is a new version
 * @param attention how likely facts are read
 * @param rates how careful it is
 * @param sources where the numbers come from
 * @param hash SHA-256 of the file, in hexadecimal, which every result names
 */
public record Profile(String name, int version, Attention attention, Rates rates, List<String> sources, String hash) {
    /** Copies the list. */
    public Profile {
        sources = List.copyOf(sources);
    }

    /**
     * Probabilities in [0,1].
     *
     * @param bug a program that is written anew carries a mistake
     * @param mend a mistake is mended when its error is shown
     * @param malformed a reply with a program lacks its fence
     * @param repeat an attempt that was read of is made again all the same
     * @param anchor the oldest attempt that was read decides what is tried next
     */
    public record Rates(double bug, double mend, double malformed, double repeat, double anchor) {
        /** Checks the ranges. */
        public Rates {
            for (double rate : new double[] {bug, mend, malformed, repeat, anchor}) {
                if (rate < 0 || rate > 1) {
                    throw new IllegalArgumentException("a rate must be in [0,1] but was " + rate);
                }
            }
        }
    }
}
