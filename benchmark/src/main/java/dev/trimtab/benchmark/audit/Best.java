package dev.trimtab.benchmark.audit;

import dev.trimtab.runtime.attempt.Attempt;
import org.jspecify.annotations.Nullable;

/** The best score that working attempts printed for themselves so far; none where the metric's direction is not known. */
final class Best {
    private final @Nullable Boolean lowerIsBetter;
    private @Nullable Double score;

    Best(@Nullable Boolean lowerIsBetter) {
        this.lowerIsBetter = lowerIsBetter;
    }

    @Nullable Double score() {
        return score;
    }

    /** Takes an attempt and returns whether it is better than all before. */
    boolean take(Attempt attempt) {
        Double own = attempt.fault() == null ? attempt.score() : null;
        boolean better =
                own != null && lowerIsBetter != null && (score == null || (lowerIsBetter ? own < score : own > score));
        if (better) {
            score = own;
        }
        return better;
    }
}
