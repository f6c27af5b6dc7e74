package dev.trimtab.benchmark.cli;

/**
 * One thing that a machine has or lacks.
 *
 * @param subject what it is, such as {@code python}
 * @param there whether it can be used
 * @param found what was found, or why it cannot be used
 * @param unlocks what it is for
 */
record Finding(String subject, boolean there, String found, String unlocks) {
    /** Returns the finding in one line. */
    String line() {
        return (there ? "yes  " : "no   ") + subject + ": " + found + " -> " + unlocks;
    }
}
