package dev.trimtab.scaffolds.aide;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.kernel.ErrorSummary;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A solution in AIDE's tree.
 *
 * @param attempt the solution as the rest of the runtime sees it
 * @param debugDepth how many of the nodes just above it in a line are repairs or their failed start; 0 for a draft and below a working node
 * @param higherIsBetter the direction in which its score is compared
 * @param output what the program printed, and how it ended
 * @param wallTime how long it ran
 * @param error what went wrong in the execution, or null
 */
record SolutionNode(
        Attempt attempt,
        int debugDepth,
        boolean higherIsBetter,
        String output,
        Duration wallTime,
        @Nullable ErrorSummary error) {
    String id() {
        return attempt.id();
    }

    boolean buggy() {
        return attempt.buggy();
    }

    /** Returns the score; never called on a buggy node. */
    double score() {
        Double score = attempt.score();
        if (score == null || buggy()) {
            throw new IllegalStateException("node " + id() + " is buggy and has no score");
        }
        return score;
    }

    /** Returns AIDE's block of memory: design, results and, for a working solution, its score. */
    String memoryText() {
        String text = "Design: " + attempt.plan() + "\nResults: " + results();
        return buggy() ? text : text + "\nValidation Metric: " + attempt.score();
    }

    private String results() {
        Attempt.Fault fault = attempt.fault();
        if (fault == null) {
            return attempt.analysis();
        }
        String what = switch (fault) {
            case EXCEPTION -> "The program failed with " + errorText() + ".";
            case NO_METRIC -> "The program printed no validation score.";
            case NO_SUBMISSION -> "The program left no submission file.";
            case VERDICT -> "The program ended, but was judged faulty.";
        };
        return (what + " " + attempt.analysis()).strip();
    }

    private String errorText() {
        if (error == null) {
            return "an error";
        }
        return error.message().isBlank() ? error.type() : error.type() + ": " + error.message();
    }
}
