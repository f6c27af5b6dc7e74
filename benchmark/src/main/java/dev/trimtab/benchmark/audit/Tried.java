package dev.trimtab.benchmark.audit;

import dev.trimtab.runtime.attempt.Attempt;
import java.util.List;

/**
 * What a run tried.
 *
 * @param attempts attempts in all
 * @param scored those whose program printed a score for itself, so that something of the model's own was measured
 */
record Tried(int attempts, int scored) {
    static Tried of(List<Attempt> attempts) {
        return new Tried(attempts.size(), (int)
                attempts.stream().filter(attempt -> attempt.score() != null).count());
    }

    /** Returns why nothing was measured, in words; a run that submits the sample as it lies there is one of the second kind. */
    String barren() {
        return attempts == 0 ? "in which no attempt was made" : "in which no attempt printed a score for itself";
    }
}
