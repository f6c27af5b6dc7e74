package dev.trimtab.benchmark.audit;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.journal.Event;
import java.util.List;

/**
 * What a run tried.
 *
 * @param attempts attempts in all
 * @param measured whether any got a score, which its program printed for itself or a strong verification found
 */
record Tried(int attempts, boolean measured) {
    static Tried of(List<Event> events, List<Attempt> attempts) {
        boolean printed = attempts.stream().anyMatch(attempt -> attempt.score() != null);
        boolean verified = events.stream()
                .anyMatch(event -> event instanceof Event.Verified candidate && candidate.mean() != null);
        return new Tried(attempts.size(), printed || verified);
    }

    /** Returns why nothing was measured, in words; a run that submits the sample as it lies there is one of the second kind. */
    String barren() {
        return attempts == 0
                ? "in which no attempt was made"
                : "in which no attempt printed a score for itself and none was verified";
    }
}
