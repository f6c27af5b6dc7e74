package dev.trimtab.benchmark.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.benchmark.testing.ComparableRun;
import dev.trimtab.benchmark.testing.DebianPython;
import dev.trimtab.benchmark.testing.FolderCopy;
import dev.trimtab.benchmark.testing.OpenAiServer;
import dev.trimtab.benchmark.testing.StraightLine;
import dev.trimtab.runtime.run.RunListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A whole run of an agent that acts step by step: it ends graded, and from wherever its log ends it comes to the same end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ActingAgentContract {
    /** What the run is on. */
    protected StraightLine line;

    /** The undisturbed run. */
    protected Path whole;

    private Path dir;
    private OpenAiServer server;
    private Map<String, String> expected;
    private CompetitionRun.Result result;

    /** The events of the undisturbed run. */
    protected List<JsonNode> events;

    /** Returns the engineer, whose script finds the slope. */
    abstract Function<JsonNode, ObjectNode> engineer();

    /** Returns the scaffold's name. */
    abstract String scaffold();

    @BeforeAll
    void runUndisturbed(@TempDir Path folder) {
        dir = folder;
        DebianPython.require();
        line = StraightLine.in(dir);
        server = new OpenAiServer(engineer());
        whole = dir.resolve("whole");
        result = run(server, whole, 40);
        expected = ComparableRun.of(whole);
        events = ComparableRun.events(whole);
    }

    /**
     * Runs the agent.
     *
     * @param answering the engineer's server
     * @param more options
     */
    protected CompetitionRun.Result run(OpenAiServer answering, Path directory, int steps, String... more) {
        List<String> options = new ArrayList<>(List.of(
                "agent.scaffold=" + scaffold(),
                "model.name=gpt-4o",
                // What is left running in a shell is gone after a kill, and the agent is told: then no run is the
                // undisturbed one.
                "model.show-time=false",
                "agent.policy=keep-all",
                "context.tokens=60000",
                "budget.steps=" + steps,
                "verification.every=6",
                "verification.candidates=1",
                "verification.folds=2"));
        options.addAll(List.of(more));
        try (CompetitionRun run = line.open(answering.environment(), options)) {
            return run.run(directory, RunListener.SILENT);
        }
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void run_toItsEnd_isVerifiedAndGraded() {
        assertThat(events.get(events.size() - 1).get("reason").asText()).isEqualTo("finished");
        assertThat(result.grade().report().score()).isNotNull().isLessThan(1);
        assertThat(types()).contains("tool-used", "executed", "attempted", "verified", "selected");
        assertThat(ComparableRun.events(whole, "selected").get(0).get("by").asText())
                .isEqualTo("strong");
    }

    @Test
    void o06_stepsUsedUp_endsTheRunAfterExactlyThatMany() {
        Path few = dir.resolve("few");

        run(server, few, 2);

        assertThat(ComparableRun.events(few, "step-started")).hasSize(2);
        assertThat(ComparableRun.events(few, "run-ended").get(0).get("reason").asText())
                .isEqualTo("steps");
    }

    @Test
    void resume_logEndsAfterAnyEvent_endsAlikeAndRepeatsNothing() {
        for (int kept = 0; kept < events.size(); kept++) {
            Path cut = cut(kept);
            int before = server.requestCount();
            try (CompetitionRun run = line.reopen(cut, server.environment())) {
                run.resume(cut, RunListener.SILENT);
            }
            assertThat(ComparableRun.differences(expected, ComparableRun.of(cut)))
                    .as("%d events kept", kept)
                    .isEmpty();
            assertThat(server.requestCount() - before)
                    .as("model calls after %d events", kept)
                    .isEqualTo((int) types(events.subList(kept, events.size())).stream()
                            .filter("model-called"::equals)
                            .count());
        }
    }

    private List<String> types() {
        return types(events);
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream().map(event -> event.get("type").asText()).toList();
    }

    /** A copy of the run as a kill leaves it: no result, and files in the workspace that nobody made. */
    protected Path cut(int kept) {
        try {
            Path run = Files.createTempDirectory(dir, "cut");
            FolderCopy.copy(whole, run);
            List<String> lines = new ArrayList<>(
                    Files.readAllLines(run.resolve("events.jsonl")).subList(0, kept));
            Files.write(run.resolve("events.jsonl"), lines);
            Files.delete(run.resolve("grading_report.json"));
            Files.delete(run.resolve("submission/submission.csv"));
            for (String half :
                    List.of("half", "train.py", "working/half", "submission/submission.csv", "working/past")) {
                Files.writeString(run.resolve("workspace").resolve(half), "41");
            }
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
