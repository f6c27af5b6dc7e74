package dev.trimtab.benchmark.report;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.Journal;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of a run beside its log, as a real one leaves them, and logs written by hand. */
final class RunOnDisk {
    private RunOnDisk() {}

    /** Writes {@code run.json} and, if it is over, {@code grading_report.json}. */
    static RunDirectory describe(Path root, String scaffold, String policy, boolean over) throws IOException {
        Files.createDirectories(root);
        RunDirectory run = new RunDirectory(root);
        Files.writeString(run.runJson(), """
                {"configuration": {
                   "agent": {"scaffold": "%s", "policy": "%s", "pursuit": "SCAFFOLD", "competition": "toy", "seed": 7},
                   "context": {"tokens": 12000, "output-reserve": null, "memory-tokens": 500},
                   "model": {"name": "offline", "profile": "middle-lost"}, "budget": {"steps": 50}},
                 "models": {
                   "coder": {"provider": "offline", "model": "offline", "limits": {"context-window": 64000}},
                   "feedback": {"provider": "offline", "model": "offline", "limits": {"context-window": 32000}}, "language": "java"},
                 "isolation": {"description": "own namespaces", "answers-readable": false}}
                """.formatted(scaffold, policy));
        if (over) {
            Files.writeString(run.gradingReport(), """
                    {"competition_id": "toy", "score": 0.79, "gold_threshold": 0.9, "silver_threshold": 0.8, "bronze_threshold": 0.75,
                     "median_threshold": 0.7, "any_medal": true, "gold_medal": false, "silver_medal": false, "bronze_medal": true,
                     "above_median": true, "submission_exists": true, "valid_submission": true, "is_lower_better": false,
                     "created_at": "2026-01-01T00:00:00.000000", "submission_path": "submission.csv"}
                    """);
        }
        return run;
    }

    /** Writes a log. */
    static void log(RunDirectory run, List<? extends Event> events) {
        try (Journal journal = Journal.create(run.events(), InstantSource.fixed(Instant.EPOCH))) {
            events.forEach(journal::append);
        }
    }

    static Event.Executed executed(int step, String output) {
        return new Event.Executed(
                step, "solution", "hash", 0, null, null, output, output.length(), false, true, null, Map.of(), 10, 0);
    }

    static Event.Attempted attempted(int step, @Nullable String parent, String text, @Nullable Double score) {
        Attempt attempt = new Attempt(
                "n" + step,
                parent,
                step,
                parent == null ? Attempt.Stage.DRAFT : Attempt.Stage.IMPROVE,
                text,
                text,
                score,
                text,
                score == null ? text : null,
                score == null ? Attempt.Fault.EXCEPTION : null,
                /* submitted= */ score != null,
                null);
        return new Event.Attempted(step, attempt, text, "code");
    }
}
