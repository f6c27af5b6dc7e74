package dev.trimtab.runtime.run;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.verify.VerificationPlan;
import java.util.ArrayList;
import java.util.List;

/** Strong verification of one candidate: its program runs unchanged on every fold; the first fold without a score ends it. */
final class Verification {
    private final RunParts parts;
    private final VerificationPlan plan;

    Verification(RunParts parts, VerificationPlan plan) {
        this.parts = parts;
        this.plan = plan;
    }

    Event.Verified verify(int step, Attempt candidate) {
        List<Double> scores = new ArrayList<>();
        for (int fold = 0; fold < plan.folds(); fold++) {
            Double score = parts.executions()
                    .refold(
                            step,
                            candidate.id(),
                            candidate.code(),
                            fold,
                            parts.folds(),
                            parts.directory().root().resolve("refold").resolve(candidate.id() + "-" + fold));
            if (score == null) {
                return new Event.Verified(step, candidate.id(), scores, null, null);
            }
            scores.add(score);
        }
        double mean = scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares =
                scores.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum();
        Double spread = scores.size() < 2 ? null : Math.sqrt(squares / (scores.size() - 1));
        return new Event.Verified(step, candidate.id(), scores, mean, spread);
    }
}
