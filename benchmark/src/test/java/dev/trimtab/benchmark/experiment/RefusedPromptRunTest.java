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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole run of OpenHands on a server whose window is smaller than its model's file says, under each kind of condenser. */
final class RefusedPromptRunTest {
    /** The window in the configuration, in tokens; the server's holds half of it. */
    private static final int STATED = 20_000;

    private static final int STEPS = 9;
    private static final int CHARS_PER_TOKEN = 4;
    private static final Pattern NOTE = Pattern.compile("note ([0-9]+)");

    @TempDir
    private static Path dir;

    private static StraightLine line;

    @BeforeAll
    static void prepare() {
        DebianPython.require();
        line = StraightLine.in(dir);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openhands-noop",
                "openhands-amortized",
                "openhands-conversation-window",
                "openhands-llm",
                "openhands-pipeline",
                "portfolio"
            })
    void o14_serverRefusesPromptsAsTooLong_runIsCondensedAndGoesToItsEnd_andFromItsLogToTheSame(String policy)
            throws IOException {
        Path run = dir.resolve(policy);
        Path cut = dir.resolve(policy + "-cut");
        try (OpenAiServer server =
                new OpenAiServer(RefusedPromptRunTest::answer, RefusedPromptRunTest::tokens, STATED / 2)) {
            try (CompetitionRun whole = line.open(server.environment(), options(policy))) {
                whole.run(run, RunListener.SILENT);
            }
            assertThat(server.requestCount()).isGreaterThan(server.requests().size());
            FolderCopy.copy(run, cut);
            endAfterTheFirstRefusal(cut);
            try (CompetitionRun resumed = line.reopen(cut, server.environment())) {
                resumed.resume(cut, RunListener.SILENT);
            }
        }

        assertThat(ComparableRun.events(run, "run-ended").get(0).get("reason").asText())
                .isEqualTo("steps");
        List<JsonNode> events = ComparableRun.events(run);
        assertThat(events.stream()
                        .filter(event -> event.get("type").asText().equals("model-called"))
                        .filter(event -> event.get("purpose").asText().equals("act"))
                        .map(event -> event.get("step").asInt()))
                .as("each step is answered once")
                .containsExactlyElementsOf(IntStream.range(0, STEPS).boxed().toList());
        assertThat(ComparableRun.events(run, "tool-used")).hasSize(STEPS);
        assertThat(ComparableRun.differences(ComparableRun.of(run), ComparableRun.of(cut)))
                .isEmpty();
    }

    private static List<String> options(String policy) {
        return List.of(
                "agent.scaffold=openhands",
                "agent.policy=" + policy,
                "model.name=gpt-4o",
                "model.show-time=false",
                "context.tokens=" + STATED,
                "context.output-reserve=500",
                "budget.steps=" + STEPS,
                "verification.kind=self-reported");
    }

    /** Leaves of a run what a kill leaves between the first prompt that was refused and the smaller one. */
    private static void endAfterTheFirstRefusal(Path run) throws IOException {
        Path log = run.resolve("events.jsonl");
        List<String> lines = Files.readAllLines(log);
        int refused = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("ContextOverflow"))
                .findFirst()
                .orElseThrow();
        Files.write(log, lines.subList(0, refused + 2));
        Files.delete(run.resolve("grading_report.json"));
        Files.delete(run.resolve("submission/submission.csv"));
    }

    private static int tokens(JsonNode request) {
        return request.path("messages").toString().length() / CHARS_PER_TOKEN;
    }

    /** Writes a program, runs it, and then prints long notes, each with the number after the greatest that it sees. */
    private static ObjectNode answer(JsonNode request) {
        if (!request.path("tools").findValuesAsText("name").contains("execute_bash")) {
            return OpenAiServer.text("Some things were tried.");
        }
        String seen = request.path("messages").toString();
        if (!seen.contains("train.py")) {
            return OpenAiServer.call(
                    "str_replace_editor",
                    Map.of("command", "create", "path", "train.py", "file_text", StraightLine.SOLUTION));
        }
        if (!seen.contains("Validation rmse: 0.5\\n")) {
            return OpenAiServer.call("execute_bash", Map.of("command", "python train.py"));
        }
        int number = NOTE.matcher(seen)
                .results()
                .mapToInt(note -> Integer.parseInt(note.group(1)))
                .max()
                .orElse(0);
        String note = IntStream.range(0, 250)
                .mapToObj(i -> "remark " + i + " that nobody needs")
                .collect(Collectors.joining("\n", "note " + (number + 1) + "\n", ""));
        return OpenAiServer.call("execute_bash", Map.of("command", "cat <<EOF\n" + note + "\nEOF"));
    }
}
