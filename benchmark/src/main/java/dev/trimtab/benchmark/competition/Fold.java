package dev.trimtab.benchmark.competition;

import java.nio.file.Path;

/**
 * One fold of a competition's public training rows.
 *
 * @param publicDir plays the public data
 * @param answers the held-out labels, in the format of the competition's own answers; never shown to the program
 */
public record Fold(Path publicDir, Path answers) {}
