package dev.trimtab.benchmark.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.benchmark.testing.ComparableRun;
import dev.trimtab.benchmark.testing.DebianPython;
import dev.trimtab.benchmark.testing.FolderCopy;
import dev.trimtab.benchmark.testing.LineEngineer;
import dev.trimtab.benchmark.testing.OpenAiServer;
import dev.trimtab.benchmark.testing.StraightLine;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose log ends anywhere comes to the same end, and nothing that its log holds is done again. */
final class ResumedRunTest {
    private static final List<String> OPTIONS = List.of(
            "model.name=gpt-4o",
            "model.show-time=false",
            "agent.policy=portfolio",
            "agent.seed=7",
            "budget.steps=5",
            "context.memory-tokens=120",
            "aide.num-drafts=2",
            "verification.every=2",
            "verification.candidates=1",
            "verification.folds=2");

    @TempDir
    private static Path dir;

    private static StraightLine line;
    private static OpenAiServer server;
    private static CompetitionRun reopened;
    private static Path whole;
    private static Map<String, String> expected;
    private static List<JsonNode> events;

    @BeforeAll
    static void runUndisturbed() {
        DebianPython.require();
        line = StraightLine.in(dir);
        server = new OpenAiServer(
                new LineEngineer(), request -> OpenAiServer.textOf(request).length() / 3);
        whole = dir.resolve("whole");
        try (CompetitionRun run = line.open(server.environment(), OPTIONS)) {
            run.run(whole, new Notices());
        }
        reopened = line.reopen(whole, server.environment());
        expected = ComparableRun.of(whole);
        events = ComparableRun.events(whole);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            reopened.close();
            server.close();
        }
    }

    @Test
    void run_undisturbed_sawAllKindsOfEvents() {
        assertThat(events.stream().map(event -> event.get("type").asText()))
                .contains("context-planned", "model-called", "noticed", "executed", "attempted", "verified", "selected")
                .endsWith("run-ended");
        assertThat(events.stream().map(event -> event.at("/attempt/error").asText()))
                .contains("NameError");
    }

    @Test
    void resume_logEndsAfterAnyEvent_endsAlikeAndRepeatsNothing() {
        for (int kept = 0; kept < events.size(); kept++) {
            Path cut = cut(kept, new byte[0]);
            assertResumes(cut, kept);
        }
    }

    @Test
    void resume_logEndsInAnyEvent_dropsItAndEndsAlike() throws IOException {
        List<String> lines = Files.readAllLines(whole.resolve("events.jsonl"));
        SplittableRandom random = new SplittableRandom(11);
        List<Integer> before = new ArrayList<>();
        List<Integer> now = new ArrayList<>();
        for (int kept = 0; kept < lines.size(); kept += 1 + random.nextInt(11)) {
            byte[] next = lines.get(kept).getBytes(StandardCharsets.UTF_8);
            Path cut = cut(kept, Arrays.copyOf(next, 1 + random.nextInt(next.length)));
            Notices notices = assertResumes(cut, kept);
            assertThat(notices.texts()).anyMatch(text -> text.contains("last line"));
            before.addAll(notices.done());
            now.addAll(notices.shown());
            assertThat(notices.shown()).noneMatch(notices.done()::contains);
        }
        assertThat(before).isNotEmpty();
        assertThat(now).isNotEmpty();
    }

    @Test
    void resume_runWhosePolicyHoldsAKeyWithoutEffect_goesOnAndSaysSoOnce() throws IOException {
        Path policy = Files.writeString(line.home().resolve("configs/policies/idle.yaml"), "kind: ledger\nkeep: 3\n");
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(List.of("agent.policy=idle", "budget.steps=1", "verification.kind=self-reported"));
        String problem = policy + ":2: key 'keep' has no effect with kind ledger; it is for kind best-k, "
                + "mlab-research-log or recent-k";
        Path root = dir.resolve("idle");
        assertThatThrownBy(() -> line.open(server.environment(), options).close())
                .isInstanceOf(UserError.class)
                .hasMessage(problem);
        try (CompetitionRun run = line.openAsBegun(server.environment(), options)) {
            run.run(root, new Notices());
        }
        Files.delete(root.resolve("grading_report.json"));
        Notices notices = new Notices();

        try (CompetitionRun run = line.reopen(root, server.environment())) {
            run.resume(root, notices);
        }

        assertThat(notices.texts())
                .filteredOn(text -> text.contains("has no effect"))
                .containsExactly(problem + " (the run goes on with it, as it was begun)");
        assertThat(root.resolve("grading_report.json")).isNotEmptyFile();
    }

    @Test
    void resume_finishedRun_saysSoAndChangesNothing() throws IOException {
        Path run = Files.createTempDirectory(dir, "finished");
        FolderCopy.copy(whole, run);
        Map<String, Object> before = stamps(run);
        Notices notices = new Notices();
        int requests = server.requestCount();

        CompetitionRun.Result result = reopened.resume(run, notices);

        assertThat(notices.texts()).singleElement().asString().contains("is finished");
        assertThat(ComparableRun.differences(expected, ComparableRun.of(run))).isEmpty();
        assertThat(stamps(run)).isEqualTo(before);
        assertThat(server.requestCount()).isEqualTo(requests);
        assertThat(result.grade().report().score()).isNotNull();
        assertThat(result.totals().calls()).isEqualTo(calls(events));
    }

    @Test
    void resume_graderWasKilled_gradesAlone() throws IOException {
        Path run = Files.createTempDirectory(dir, "ungraded");
        FolderCopy.copy(whole, run);
        Files.delete(run.resolve("grading_report.json"));

        assertResumes(run, events.size());
    }

    @Test
    void resume_killedAnywhereInTheWritingOfTheSubmission_writesItWhole() throws IOException {
        for (byte[] part : parts("submission/submission.csv", 5)) {
            int kept = events.size() - 1;
            Path run = cut(kept, new byte[0]);
            Files.write(run.resolve("submission/.partial"), part);

            assertResumes(run, kept);
        }
    }

    @Test
    void resume_killedAnywhereInTheWritingOfTheReport_writesItWhole() throws IOException {
        for (byte[] part : parts("grading_report.json", 6)) {
            Path run = Files.createTempDirectory(dir, "half-graded");
            FolderCopy.copy(whole, run);
            Files.delete(run.resolve("grading_report.json"));
            Files.write(run.resolve(".partial"), part);

            assertResumes(run, events.size());
        }
    }

    /** Returns what a kill leaves of a file that is being written: nothing, a drawn part, all of it. */
    private static List<byte[]> parts(String file, long seed) throws IOException {
        byte[] content = Files.readAllBytes(whole.resolve(file));
        int drawn = 1 + new SplittableRandom(seed).nextInt(content.length - 1);
        return List.of(new byte[0], Arrays.copyOf(content, drawn), content);
    }

    @Test
    void resume_requestIsNotTheRecordedOne_isBadInputThatNamesTheStep() throws IOException {
        Path run = cut(events.size() / 2, new byte[0]);
        Path log = run.resolve("events.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        int call = lastIndexOf(lines, "\"model-called\"");
        lines.set(call, lines.get(call).replaceFirst("\"request\":\"[0-9a-f]{8}", "\"request\":\"00000000"));
        Files.write(log, lines);
        String step = events.get(call).get("step").asText();
        List<String> before = Files.readAllLines(log);

        assertThatThrownBy(() -> reopened.resume(run, new Notices()))
                .isInstanceOf(UserError.class)
                .hasMessageMatching("cannot resume: the \\w+ prompt of step " + step + " is not the one in the log.*");
        assertThat(Files.readAllLines(log)).isEqualTo(before);
    }

    @Test
    void resume_withoutItsLogOrASnapshot_isBadInputThatNamesTheFile() throws IOException {
        int requests = server.requestCount();
        Path logless = cut(events.size() / 2, new byte[0]);
        Files.delete(logless.resolve("events.jsonl"));
        Path bare = cut(events.size() / 2, new byte[0]);
        try (Stream<Path> snapshots = Files.list(bare.resolve("snapshots"))) {
            for (Path snapshot :
                    snapshots.filter(file -> file.toString().endsWith(".json")).toList()) {
                Files.delete(snapshot);
            }
        }

        assertThatThrownBy(() -> reopened.resume(logless, new Notices()))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(logless.resolve("events.jsonl") + " is missing", "start a new run");
        assertThat(server.requestCount())
                .as("nothing of the lost log is paid again")
                .isEqualTo(requests);
        assertThatThrownBy(() -> reopened.resume(bare, new Notices()))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(bare.resolve("snapshots").toString(), "is missing", "start a new one");
        Path emptied = cut(events.size() / 2, new byte[0]);
        try (Stream<Path> contents = Files.list(emptied.resolve("snapshots/blobs"))) {
            for (Path content : contents.toList()) {
                Files.delete(content);
            }
        }
        assertThatThrownBy(() -> reopened.resume(emptied, new Notices()))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(
                        "is missing or damaged in " + emptied.resolve("snapshots/blobs"), "start a new one");
        assertThat(server.requestCount())
                .as("nothing is paid before that is said")
                .isEqualTo(requests);
    }

    @Test
    void resume_runThatEndedAtABudget_endsThereAgain() throws IOException {
        Path run = dir.resolve("spent");
        List<String> options = new ArrayList<>(OPTIONS);
        options.add("budget.max-tokens=7000");
        try (CompetitionRun limited = line.open(server.environment(), options)) {
            limited.run(run, new Notices());
        }
        Map<String, String> undisturbed = ComparableRun.of(run);
        assertThat(ComparableRun.events(run, "budget-reached")).hasSize(1);
        assertThat(ComparableRun.events(run, "attempted")).isNotEmpty();
        int whole = ComparableRun.events(run).size();

        for (int lost = 0; lost <= 3; lost++) {
            List<String> lines = Files.readAllLines(run.resolve("events.jsonl"));
            Files.write(run.resolve("events.jsonl"), lines.subList(0, whole - lost));
            Files.deleteIfExists(run.resolve("grading_report.json"));
            try (CompetitionRun again = line.reopen(run, server.environment())) {
                again.resume(run, new Notices());
            }
            assertThat(ComparableRun.differences(undisturbed, ComparableRun.of(run)))
                    .as("%d events lost", lost)
                    .isEmpty();
        }
    }

    @Test
    void resume_runWhoseTimeEndedInAnExecution_endsThereAgain() throws IOException {
        for (String purpose : List.of("solution", "refold")) {
            List<String> lines = Files.readAllLines(whole.resolve("events.jsonl"));
            int kept = lastIndexOf(lines, "\"purpose\":\"" + purpose) + 1;
            String step = events.get(kept - 1).get("step").asText();
            Path run = cut(kept, new byte[0]);
            lines = new ArrayList<>(lines.subList(0, kept));
            lines.set(kept - 1, lines.get(kept - 1).replace("\"violation\":null", "\"violation\":\"TIMEOUT\""));
            lines.add("{\"n\":" + kept + ",\"type\":\"budget-reached\",\"step\":" + step
                    + ",\"budget\":\"WALL_TIME\",\"value\":61,\"limit\":60}");
            Files.write(run.resolve("events.jsonl"), lines);
            int requests = server.requestCount();

            reopened.resume(run, new Notices());

            List<JsonNode> resumed = ComparableRun.events(run);
            assertThat(server.requestCount()).as(purpose).isEqualTo(requests);
            assertThat(resumed.subList(kept + 1, resumed.size()))
                    .extracting(event -> event.get("type").asText())
                    .doesNotContain("model-called", "executed", "verified")
                    .contains("selected")
                    .endsWith("run-ended");
        }
    }

    private static int lastIndexOf(List<String> lines, String text) {
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            last = lines.get(i).contains(text) ? i : last;
        }
        return last;
    }

    private static Map<String, Object> stamps(Path run) throws IOException {
        Map<String, Object> stamps = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                stamps.put(file.toString(), Files.getAttribute(file, "unix:ctime"));
            }
        }
        stamps.remove(run.resolve("lock").toString());
        return stamps;
    }

    private static Notices assertResumes(Path cut, int kept) {
        Notices notices = new Notices();
        int before = server.requestCount();
        reopened.resume(cut, notices);
        assertThat(ComparableRun.differences(expected, ComparableRun.of(cut)))
                .as("%d events kept", kept)
                .isEmpty();
        assertThat(server.requestCount() - before)
                .as("model calls after %d events", kept)
                .isEqualTo(calls(events.subList(kept, events.size())));
        return notices;
    }

    private static int calls(List<JsonNode> part) {
        return (int) part.stream()
                .filter(event -> event.get("type").asText().equals("model-called"))
                .count();
    }

    /** A copy of the run as a kill leaves it: no result, and what a half-done execution wrote. */
    private static Path cut(int kept, byte[] torn) {
        try {
            Path run = Files.createTempDirectory(dir, "cut");
            FolderCopy.copy(whole, run);
            List<String> lines = Files.readAllLines(run.resolve("events.jsonl")).subList(0, kept);
            Files.write(run.resolve("events.jsonl"), lines);
            Files.write(run.resolve("events.jsonl"), torn, StandardOpenOption.APPEND);
            Files.delete(run.resolve("grading_report.json"));
            Files.delete(run.resolve("submission/submission.csv"));
            for (String half : List.of("half", "working/half", "submission/submission.csv", "working/past")) {
                Files.writeString(run.resolve("workspace").resolve(half), "41");
            }
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
