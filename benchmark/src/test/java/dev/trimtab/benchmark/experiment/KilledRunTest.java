package dev.trimtab.benchmark.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.benchmark.grade.Grade;
import dev.trimtab.benchmark.grade.Score;
import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.ComparableRun;
import dev.trimtab.benchmark.testing.DebianPython;
import dev.trimtab.benchmark.testing.LineEngineer;
import dev.trimtab.benchmark.testing.OpenAiServer;
import dev.trimtab.benchmark.testing.StraightLine;
import dev.trimtab.runtime.run.RunListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed by SIGKILL, resumed and killed again, over and over, comes to the end of the undisturbed one. */
final class KilledRunTest {
    private static final int DRAWN_KILLS = 4;
    private static final List<String> OPTIONS = List.of(
            "model.name=gpt-4o",
            "model.show-time=false",
            "agent.policy=portfolio",
            "agent.seed=7",
            "budget.steps=6",
            "context.memory-tokens=120",
            "aide.num-drafts=2",
            "verification.every=3",
            "verification.candidates=1",
            "verification.folds=2");

    private static final LineEngineer ENGINEER = new LineEngineer();

    @TempDir
    private static Path dir;

    private static volatile Function<JsonNode, ObjectNode> answer = ENGINEER;
    private static OpenAiServer server;
    private static StraightLine line;
    private static Map<String, String> expected;
    private static double expectedScore;
    private static int expectedEvents;

    private final Map<String, Object> done = new TreeMap<>();
    private Path run;
    private int kills;

    @BeforeAll
    static void runUndisturbed() {
        DebianPython.require();
        line = StraightLine.in(dir);
        server = new OpenAiServer(request -> answer.apply(request));
        Path undisturbed = dir.resolve("undisturbed");
        try (CompetitionRun alone = line.open(server.environment(), OPTIONS)) {
            Grade grade = alone.run(undisturbed, RunListener.SILENT).grade();
            expectedScore = ((Score.Scored) grade.score()).value();
        }
        expected = ComparableRun.of(undisturbed);
        expectedEvents = ComparableRun.events(undisturbed).size();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void chooseADirectory(TestInfo test) {
        run = dir.resolve(test.getTestMethod().orElseThrow().getName());
    }

    @Test
    void run_killedInEveryPhase_comesToTheSameEnd() throws IOException {
        int before = server.requestCount();
        killDuringAModelCall(start());
        killAt(run.resolve("workspace/working"), "an execution");
        killAt(run.resolve("snapshots/blobs"), "a snapshot");
        killAsAReplyComes();
        killAt(run.resolve("refold"), "a verification");
        killAt(run.resolve("submission"), "grading");
        killAsTheReportIsWritten();

        assertEndsAsUndisturbed(before);
    }

    @Test
    void run_killedAfterDrawnEvents_comesToTheSameEnd() throws IOException {
        int before = server.requestCount();
        List<Integer> drawn = new SplittableRandom(20261125)
                .ints(1, expectedEvents)
                .distinct()
                .limit(DRAWN_KILLS)
                .sorted()
                .boxed()
                .toList();
        Files.createDirectories(run);
        for (int events : drawn) {
            killOnceTheLogHolds(events);
        }

        assertEndsAsUndisturbed(before);
    }

    @Test
    void resume_whileTheRunGoesOn_isRefused() throws IOException {
        ChildTrimtab first = start();
        awaitARequestThatIsNeverAnswered(first, child -> {
            ChildTrimtab.Outcome second = resume().await();
            assertThat(second.code()).isEqualTo(2);
            assertThat(second.err()).hasLineCount(1).contains(run + " is being run right now");
            ChildTrimtab.Outcome third = child(line.arguments(run, OPTIONS)).await();
            assertThat(third.code()).isEqualTo(2);
            assertThat(third.err()).hasLineCount(1).contains("exists and is not empty");
            assertThat(child.endsWithin(0)).isFalse();
        });
    }

    private void killDuringAModelCall(ChildTrimtab started) throws IOException {
        awaitARequestThatIsNeverAnswered(started, child -> {});
        assertThat(ComparableRun.events(run)
                        .get(ComparableRun.events(run).size() - 1)
                        .get("type")
                        .asText())
                .isEqualTo("context-planned");
        killed();
    }

    /** Holds a request back until the one who asks has been killed. */
    private void awaitARequestThatIsNeverAnswered(ChildTrimtab child, Consumer<ChildTrimtab> meanwhile) {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch killed = new CountDownLatch(1);
        answer = request -> {
            asked.countDown();
            await(killed);
            return ENGINEER.apply(request);
        };
        await(asked);
        meanwhile.accept(child);
        child.kill();
        answer = ENGINEER;
        killed.countDown();
    }

    /** Kills while the reply is on its way: before it is read, before it is written, or before it is on the disk. */
    private void killAsAReplyComes() throws IOException {
        CompletableFuture<ChildTrimtab> child = new CompletableFuture<>();
        CompletableFuture<ChildTrimtab.Outcome> end = new CompletableFuture<>();
        answer = request -> {
            child.thenApplyAsync(ChildTrimtab::kill).thenAccept(end::complete);
            return ENGINEER.apply(request);
        };
        child.complete(resume());
        assertThat(end.join().code()).isNotZero();
        answer = ENGINEER;
        killed();
    }

    /** Kills a resumed run as soon as something appears in a folder. */
    private void killAt(Path folder, String phase) throws IOException {
        killAt(folder, file -> true, phase);
    }

    /** The grade of the kill before may have been quick enough to be on the disk; then it is written anew. */
    private void killAsTheReportIsWritten() throws IOException {
        Files.deleteIfExists(run.resolve("grading_report.json"));
        killAt(run, file -> file.startsWith(".partial") || file.startsWith("grading_report"), "the report");
    }

    /** Kills a resumed run as soon as a file of such a name appears in a folder. */
    private void killAt(Path folder, Predicate<String> name, String phase) throws IOException {
        Files.createDirectories(folder);
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            ChildTrimtab child = resume();
            for (boolean seen = false; !seen; ) {
                WatchKey key = watch.poll(2, TimeUnit.MINUTES);
                assertThat(key).as("the run reaches " + phase).isNotNull();
                seen = key.pollEvents().stream()
                        .anyMatch(event -> name.test(event.context().toString()));
                key.reset();
            }
            child.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        killed();
    }

    /** Kills a run as soon as its log holds so many events; it may be a few further then. */
    private void killOnceTheLogHolds(int events) throws IOException {
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            run.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            ChildTrimtab child = Files.exists(run.resolve("run.json")) ? resume() : start();
            while (lines(run.resolve("events.jsonl")) < events) {
                WatchKey key = watch.poll(2, TimeUnit.MINUTES);
                assertThat(key).as("the log comes to hold %d events", events).isNotNull();
                key.pollEvents();
                key.reset();
            }
            child.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        killed();
    }

    private static long lines(Path log) throws IOException {
        return Files.exists(log)
                ? Files.readString(log).chars().filter(c -> c == '\n').count()
                : 0;
    }

    private void killed() throws IOException {
        kills++;
        done.forEach((file, stamp) -> assertThat(stamp(Path.of(file))).as(file).isEqualTo(stamp));
        if (Files.exists(run.resolve("events.jsonl"))) {
            done.putAll(recordedExecutions());
        }
    }

    private void assertEndsAsUndisturbed(int before) throws IOException {
        ChildTrimtab.Outcome last = resume().await();

        assertThat(last.code()).as(last.err()).isZero();
        assertThat(last.out().lines().toList())
                .last()
                .asString()
                .startsWith(String.format(Locale.ROOT, "score=%.5g ", expectedScore))
                .endsWith("run=" + run);
        assertThat(ComparableRun.differences(expected, ComparableRun.of(run))).isEmpty();
        assertThat(kills).isPositive();
        assertThat(server.requestCount()
                        - before
                        - ComparableRun.events(run, "model-called").size())
                .as("calls made again: at most the one that each kill interrupted")
                .isBetween(0, kills);
        killed();
    }

    /** By file, the stamp of what an execution in the log wrote: it changes when the execution is repeated. */
    private Map<String, Object> recordedExecutions() {
        Map<String, Object> stamps = new TreeMap<>();
        for (JsonNode event : ComparableRun.events(run, "executed")) {
            String[] purpose = event.get("purpose").asText().split(":", 3);
            Path file = purpose[0].equals("solution")
                    ? run.resolve(
                            "snapshots/%04d.json".formatted(event.get("step").asInt()))
                    : run.resolve("refold/" + purpose[1] + "-" + purpose[2] + "/solution.py");
            stamps.put(file.toString(), stamp(file));
        }
        return stamps;
    }

    private static Object stamp(Path file) {
        try {
            return List.of(Files.getAttribute(file, "unix:ino"), Files.getLastModifiedTime(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private ChildTrimtab start() {
        return child(line.arguments(run, OPTIONS));
    }

    private ChildTrimtab resume() {
        return child(List.of("resume", run.toString()));
    }

    private ChildTrimtab child(List<String> args) {
        return ChildTrimtab.start(line.home(), dir, server.environment(), List.of(), args);
    }
}
