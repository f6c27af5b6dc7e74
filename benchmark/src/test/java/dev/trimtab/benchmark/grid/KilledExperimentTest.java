package dev.trimtab.benchmark.grid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.ComparableRun;
import dev.trimtab.benchmark.testing.DebianPython;
import dev.trimtab.benchmark.testing.LineEngineer;
import dev.trimtab.benchmark.testing.OpenAiServer;
import dev.trimtab.benchmark.testing.StraightLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An experiment that is killed by SIGKILL goes on where it was: finished runs are left alone, the one at work is resumed. */
final class KilledExperimentTest {
    private static final LineEngineer ENGINEER = new LineEngineer();

    /** The first run of five steps makes at least ten calls, so the third run is at work at the twenty-third. */
    private static final int FATAL_CALL = 23;

    @TempDir
    private static Path dir;

    private static volatile Function<JsonNode, ObjectNode> answer = ENGINEER;
    private static OpenAiServer server;
    private static StraightLine line;

    @BeforeAll
    static void start() throws IOException {
        DebianPython.require();
        line = StraightLine.in(dir);
        server = new OpenAiServer(request -> answer.apply(request));
        Files.writeString(dir.resolve("grid.yaml"), """
                title: Three policies on a line
                scaffolds: [aide]
                policies: [portfolio, ledger, native]
                models: [{name: gpt-4o}]
                budgets: [{memory: 120}]
                competitions: [straight-line]
                seeds: [1]
                settings:
                  model: {show-time: false}
                  execution: {unsafe-local: true}
                  budget: {steps: 5}
                  aide: {num-drafts: 2}
                  verification: {kind: self-reported}
                """);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void experiment_killedWithinARun_goesOnWithIt_andLeavesFinishedRunsAlone() throws IOException {
        Path root = dir.resolve("experiment");
        List<CellRecord> killed = killAtCall(root);
        Map<String, Object> finished = new HashMap<>();
        for (CellRecord cell : killed) {
            if (cell.status() == CellRecord.Status.FINISHED) {
                finished.put(
                        cell.id(),
                        Files.getLastModifiedTime(root.resolve(cell.run()).resolve("events.jsonl")));
            }
        }
        Path begun = root.resolve(killed.get(finished.size()).run());
        List<JsonNode> before = ComparableRun.events(begun);
        assertThat(finished).as("runs finished before the kill").isNotEmpty().hasSizeLessThan(3);
        assertThat(before).as("the log of the run at work").isNotEmpty();

        ChildTrimtab.Outcome second = child(root).await();

        assertThat(second.code()).as(second.err()).isZero();
        ExperimentDirectory directory = ExperimentDirectory.open(root);
        assertThat(directory.cells())
                .hasSize(3)
                .allMatch(cell -> cell.status() == CellRecord.Status.FINISHED && cell.outcome() != null);
        for (CellRecord cell : directory.cells()) {
            Path events = root.resolve(cell.run()).resolve("events.jsonl");
            if (finished.containsKey(cell.id())) {
                assertThat(Files.getLastModifiedTime(events)).isEqualTo(finished.get(cell.id()));
            }
            assertThat(cell.outcome()
                            .milestones()
                            .get(cell.outcome().milestones().size() - 1)
                            .standing())
                    .isEqualTo(cell.outcome().standing());
            assertThat(cell.outcome().standing().score()).isNotNull();
        }
        assertThat(ComparableRun.events(begun)).startsWith(before.toArray(JsonNode[]::new));
        assertThat(server.requestCount())
                .as("every recorded call was made once, and the one that was not answered twice")
                .isEqualTo(calls(directory) + 1);
        assertThat(root.resolve("table.txt")).content().contains("portfolio less each other policy, matched on calls");
    }

    /** Kills the process while a request of it waits for its answer. */
    private static List<CellRecord> killAtCall(Path root) {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        answer = request -> {
            if (server.requestCount() >= FATAL_CALL) {
                asked.countDown();
                await(over);
            }
            return ENGINEER.apply(request);
        };
        ChildTrimtab child = child(root);
        await(asked);
        child.kill();
        answer = ENGINEER;
        over.countDown();
        return ExperimentDirectory.open(root).cells();
    }

    private static ChildTrimtab child(Path root) {
        List<String> args =
                new ArrayList<>(List.of("experiment", dir.resolve("grid.yaml").toString(), "--jobs", "1"));
        args.addAll(
                List.of("--out", root.toString(), "--data-dir", line.dataDir().toString()));
        return ChildTrimtab.start(line.home(), dir, server.environment(), List.of(), args);
    }

    private static int calls(ExperimentDirectory directory) {
        return directory.cells().stream()
                .mapToInt(cell -> cell.outcome().totals().calls())
                .sum();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(4, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
