package dev.trimtab.benchmark.simulation;

import dev.trimtab.controller.ecology.Outcome;

/** What counts as an episode's success. */
public enum Measure {
    /** A recoverable family was adequate. */
    SUCCESS,
    /** Work realised an adequate family before the verification. */
    REALISED;

    /** Returns whether the episode succeeded. */
    public boolean of(Outcome outcome) {
        return this == SUCCESS ? outcome.success() : outcome.realised();
    }
}
