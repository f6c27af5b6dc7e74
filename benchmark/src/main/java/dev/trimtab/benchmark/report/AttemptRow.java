package dev.trimtab.benchmark.report;

import dev.trimtab.runtime.attempt.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * An attempt as a report shows it: a node of the search tree.
 *
 * @param attempt id, parent, stage, score and what came of it; its program is in {@code code}
 * @param family the family it was put into
 * @param familySource how the family was found
 * @param code its program
 * @param output what the program printed
 * @param plan the agent's words on what it tries
 * @param analysis what the agent made of the output
 * @param tokens prompt and reply tokens used by then
 */
record AttemptRow(
        Outline attempt,
        String family,
        String familySource,
        CappedText code,
        CappedText output,
        CappedText plan,
        CappedText analysis,
        long tokens) {
    /**
     * An attempt without its texts.
     *
     * @param id its handle
     * @param parent what it was made from, or null for a draft
     * @param step the step that made it
     * @param stage what the step set out to do
     * @param score the score that the program printed for itself, or null
     * @param error the class of its failure, or null
     * @param fault why it does not count as working, or null
     * @param submitted whether it left a submission
     */
    record Outline(
            String id,
            @Nullable String parent,
            int step,
            Attempt.Stage stage,
            @Nullable Double score,
            @Nullable String error,
            Attempt.@Nullable Fault fault,
            boolean submitted) {
        static Outline of(Attempt attempt) {
            return new Outline(
                    attempt.id(),
                    attempt.parent(),
                    attempt.step(),
                    attempt.stage(),
                    attempt.score(),
                    attempt.error(),
                    attempt.fault(),
                    attempt.submitted());
        }
    }
}
