package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.InProcessTrimtab;
import dev.trimtab.benchmark.testing.ScriptedEngineer;
import dev.trimtab.runtime.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run again from its recorded replies: no server, no key, the same course; what was not recorded is refused by name. */
final class ReplayTest {
    @TempDir
    private Path dir;

    @Test
    void replay_ofARunWithoutDurations_takesTheSameCourseWithoutItsServer() throws IOException {
        record("--steps", "3", "-o", "model.show-time=false");

        ChildTrimtab.Outcome replay = replay("--steps", "3");

        assertThat(replay.code()).as(replay.err()).isZero();
        assertThat(replay.out()).contains("no model is called").contains("0.0000 US dollars");
        assertThat(Files.readAllBytes(dir.resolve("replay/submission/submission.csv")))
                .isEqualTo(Files.readAllBytes(dir.resolve("run/submission/submission.csv")));
        assertThat(course("replay")).isEqualTo(course("run")).hasSizeGreaterThan(10);
    }

    @Test
    void replay_ofARunWhosePromptWasRefusedAsTooLong_makesItSmallerAtTheSamePlace() {
        try (ScriptedEngineer server = new ScriptedEngineer().refusingAsTooLong()) {
            record(server, "--steps", "2", "-o", "model.show-time=false");
        }

        ChildTrimtab.Outcome replay = replay("--steps", "2");

        assertThat(replay.code()).as(replay.err()).isZero();
        assertThat(course("replay")).isEqualTo(course("run")).anyMatch(event -> event.contains("ContextOverflow"));
    }

    @Test
    void replay_beyondTheRecord_isBadInputThatNamesTheStepAndThePrompt() throws IOException {
        record("--steps", "3", "-o", "model.show-time=false");
        Path log = dir.resolve("run/events.jsonl");
        Files.write(
                log,
                Files.readAllLines(log).stream()
                        .filter(line -> !line.contains("\"step\":2,"))
                        .toList());

        ChildTrimtab.Outcome replay = replay("--steps", "3");

        assertThat(replay.code()).isEqualTo(2);
        assertThat(replay.err())
                .hasLineCount(1)
                .contains("step 2 of the log, improve: ", dir.resolve("run").toString());
    }

    @Test
    void replay_underOtherOptions_isRefusedAtTheFirstPromptThatDiffers() {
        record("--steps", "2", "-o", "model.show-time=false");

        ChildTrimtab.Outcome replay = replay("--steps", "2", "-o", "aide.k-fold=3");

        assertThat(replay.code()).isEqualTo(2);
        assertThat(replay.err())
                .hasLineCount(1)
                .contains("step 0 of the log, draft: ", "aide.k-fold (5 there, 3 here)");
    }

    @Test
    void replay_ofARunThatShowedDurations_takesTheSameCourse() {
        record("--steps", "2");

        ChildTrimtab.Outcome replay = replay("--steps", "2");

        assertThat(replay.code()).as(replay.err()).isZero();
        assertThat(course("replay")).isEqualTo(course("run"));
    }

    @Test
    void replay_withNothingElse_hasTheOptionsOfThatRun() {
        record("--steps", "2", "--seed", "7", "-o", "aide.k-fold=3");

        ChildTrimtab.Outcome replay = replayAlone();

        assertThat(replay.code()).as(replay.err()).isZero();
        assertThat(replay.out())
                .contains(
                        "options as in that run (competition us-daily-births, scaffold aide, policy portfolio, seed 7, 2 steps)");
        assertThat(course("replay")).isEqualTo(course("run"));
    }

    @Test
    void replay_withOptionsOfItsOwn_namesThemWithBothValues() {
        record("--steps", "1");

        ChildTrimtab.Outcome replay = replayAlone("--scaffold", "mlab", "--dry-run");

        assertThat(replay.code()).as(replay.err()).isZero();
        assertThat(replay.out()).contains(", but for agent.scaffold (aide there, mlab here), ");
    }

    @Test
    void replay_refusedAtItsFirstPrompt_leavesNothingBehind() {
        record("--steps", "1");

        ChildTrimtab.Outcome replay = replayAlone("-o", "aide.k-fold=3");

        assertThat(replay.code()).isEqualTo(2);
        assertThat(replay.err()).hasLineCount(1).contains("aide.k-fold (5 there, 3 here)");
        assertThat(dir.resolve("replay")).doesNotExist();
    }

    @Test
    void replay_withAnotherTime_isBadInput() {
        record("--steps", "1", "--max-time", "1h");

        ChildTrimtab.Outcome replay = replayAlone("--max-time", "30m");

        assertThat(replay.code()).isEqualTo(2);
        assertThat(replay.err()).hasLineCount(1).contains("budget.max-time", "has no effect in a replay");
    }

    @Test
    void replay_ofNoRun_isBadInput() {
        ChildTrimtab.Outcome replay = replay("--steps", "1");

        assertThat(replay.code()).isEqualTo(2);
        assertThat(replay.err()).hasLineCount(1).contains(dir.resolve("run") + " is no run");
    }

    private void record(String... more) {
        try (ScriptedEngineer server = new ScriptedEngineer()) {
            record(server, more);
        }
    }

    private void record(ScriptedEngineer server, String... more) {
        String[] args = new String[more.length + 2];
        args[0] = "--model";
        args[1] = server.preset(dir, "writer", "prices: {input: 1, output: 2}").toString();
        System.arraycopy(more, 0, args, 2, more.length);
        ChildTrimtab.Outcome run = InProcessTrimtab.run(dir, args);
        assertThat(run.code()).as(run.err()).isZero();
    }

    private ChildTrimtab.Outcome replay(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "--model",
                "replay:" + dir.resolve("run"),
                "--out",
                dir.resolve("replay").toString()));
        args.addAll(List.of(more));
        return InProcessTrimtab.run(dir, args.toArray(new String[0]));
    }

    private ChildTrimtab.Outcome replayAlone(String... more) {
        List<String> args = new ArrayList<>(List.of("run", "--model", "replay:" + dir.resolve("run")));
        args.addAll(List.of("--out", dir.resolve("replay").toString()));
        args.addAll(List.of("--data-dir", dir.resolve("data").toString()));
        args.addAll(List.of(more));
        return InProcessTrimtab.execute(args);
    }

    /** A run's events without what a replay may not repeat: times, the configuration's hash, and the money, which is not paid twice. */
    private List<String> course(String run) {
        return InProcessTrimtab.events(dir.resolve(run)).stream()
                .map(event -> {
                    ObjectNode comparable = (ObjectNode) JournalReader.comparable(event);
                    return comparable.without(List.of("money", "configuration")).toString();
                })
                .toList();
    }
}
