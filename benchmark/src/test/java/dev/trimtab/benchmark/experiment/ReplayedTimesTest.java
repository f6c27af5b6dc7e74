package dev.trimtab.benchmark.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.benchmark.testing.ComparableRun;
import dev.trimtab.benchmark.testing.DebianPython;
import dev.trimtab.benchmark.testing.OpenAiServer;
import dev.trimtab.benchmark.testing.StraightLine;
import dev.trimtab.runtime.run.RunListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A replay of a run whose model was told times, on a machine that takes other times: programs wait until a moment that is past when they run again,
 * or wait only then.
 */
final class ReplayedTimesTest {
    private static final long SOON_SECONDS = 6;

    @TempDir
    private Path dir;

    private final List<String> told = new ArrayList<>();
    private StraightLine line;

    @BeforeEach
    void competition() {
        DebianPython.require();
        line = StraightLine.in(dir);
    }

    @Test
    void replay_ofAide_tellsItsModelTheRecordedDurationsAndTimeLeft() throws IOException {
        record("aide", reviewed(), "budget.steps=2", "aide.num-drafts=2", "aide.show-left=true", "budget.max-time=1h");

        replay();

        assertSameCourse();
        assertThat(prompts())
                .containsPattern("The program ran for \\d+ seconds")
                .contains("Time left in this run: 59 minutes");
    }

    @Test
    void replay_ofAProgramThatTimeStopped_tellsWhatItHadPrintedByThen() throws IOException {
        record("aide", reviewed(), "budget.steps=2", "aide.num-drafts=2", "limits.wall-time=1s");

        replay();

        assertSameCourse();
        assertThat(ComparableRun.events(dir.resolve("replay"), "executed")
                        .get(0)
                        .get("violation")
                        .asText())
                .isEqualTo("TIMEOUT");
    }

    @Test
    void replay_ofARunWhoseTimeWasOver_endsWhereItEnded() throws IOException {
        record(
                "aide",
                reviewed("import time\ntime.sleep(60)\n"),
                "budget.steps=4",
                "aide.num-drafts=4",
                "budget.max-time=5s");

        replay();

        assertSameCourse();
        assertThat(ComparableRun.events(dir.resolve("replay"), "budget-reached"))
                .hasSize(1);
    }

    @Test
    void replay_ofMlab_tellsItsModelTheRecordedTimeLeft() throws IOException {
        String script = waiting("soon") + StraightLine.SOLUTION;
        List<String> acts = List.of(
                action("Write File", "file_name", "train.py", "content", script),
                action("Execute Script", "script_name", "train.py"),
                action("Final Answer", "final_answer", "A line."));
        record(
                "mlab",
                request -> OpenAiServer.text(
                        acts.get(OpenAiServer.textOf(request).split("Action Input: \\{\"", -1).length - 1)),
                "budget.steps=3",
                "mlab.show-left=true",
                "budget.max-time=59s");

        replay();

        assertSameCourse();
        assertThat(prompts()).containsPattern("Time left: \\d+ seconds");
    }

    @Test
    void replay_ofOpenHands_answersWhereItsModelWasAnsweredThen() throws IOException {
        String soon = "python -c \"" + waiting("soon").replace("\n", "; ") + "print('waited')\"";
        String later =
                "python -c \"print('begun', flush=True); " + waiting("later").replace("\n", "; ") + "\"";
        List<ObjectNode> acts = List.of(
                bash("command", soon, "timeout", "1"),
                bash("command", ""),
                bash("command", "sleep 30 & echo left running"),
                bash("command", later, "timeout", "2"),
                OpenAiServer.call(
                        "str_replace_editor",
                        Map.of("command", "create", "path", "line.py", "file_text", StraightLine.SOLUTION)),
                bash("command", "python line.py"),
                OpenAiServer.call("finish", Map.of("message", "A line.")));
        record(
                "openhands",
                request -> acts.get((int) request.findValuesAsText("role").stream()
                        .filter("tool"::equals)
                        .count()),
                "budget.steps=7");

        replay();

        assertSameCourse();
        assertThat(prompts()).contains("It has not ended after 1 second", "waited", "left running", "begun");
    }

    @Test
    void replay_ofAProgramThatPrintsTheTime_isRefusedWithTheLineThatDiffers() {
        String clock = "import time\nprint('it is', time.time())\n" + StraightLine.SOLUTION;
        record("aide", reviewed(clock), "budget.steps=1");

        assertThat(catchThrowable(this::replay))
                .hasMessageContainingAll(
                        "step 0 of the log, review: ", "no option differs", "it printed 'it is ", "in line 1");
        assertThat(told).anyMatch(text -> text.startsWith("step 0 of the log, solution: it printed 'it is "));
    }

    private void record(String scaffold, Function<JsonNode, ObjectNode> engineer, String... more) {
        try (OpenAiServer server = new OpenAiServer(engineer)) {
            List<String> options = new ArrayList<>(List.of(
                    "agent.scaffold=" + scaffold,
                    "agent.policy=keep-all",
                    "context.tokens=60000",
                    "verification.kind=self-reported",
                    "model.name=gpt-4o"));
            options.addAll(List.of(more));
            run(dir.resolve("run"), line.request(options), server.environment());
        }
    }

    private void replay() {
        RunRequest request = line.request(List.of("model.name=replay:" + dir.resolve("run")));
        run(dir.resolve("replay"), request.overRecorded(), Map.of());
    }

    private void run(Path directory, RunRequest request, Map<String, String> environment) {
        try (CompetitionRun run = line.open(request, environment)) {
            run.run(directory, new RunListener() {
                @Override
                public void stepped(Progress progress) {}

                @Override
                public void noticed(String text) {
                    told.add(text);
                }
            });
        }
    }

    private void assertSameCourse() throws IOException {
        for (String type : List.of("step-started", "context-planned", "tool-used", "attempted", "budget-reached")) {
            assertThat(events("replay", type)).as(type).isEqualTo(events("run", type));
        }
        assertThat(requests("replay")).isEqualTo(requests("run")).isNotEmpty();
        Path submission = Path.of("submission/submission.csv");
        assertThat(Files.exists(dir.resolve("replay").resolve(submission)))
                .isEqualTo(Files.exists(dir.resolve("run").resolve(submission)));
        if (Files.exists(dir.resolve("run").resolve(submission))) {
            assertThat(dir.resolve("replay").resolve(submission))
                    .hasSameTextualContentAs(dir.resolve("run").resolve(submission));
        }
    }

    /** Returns the events of a type with their times, but for when they were written. */
    private List<JsonNode> events(String run, String type) {
        return ComparableRun.events(dir.resolve(run), type).stream()
                .map(event -> (JsonNode) ((ObjectNode) event.deepCopy()).without(List.of("at", "n")))
                .toList();
    }

    private List<String> requests(String run) {
        return ComparableRun.events(dir.resolve(run), "model-called").stream()
                .map(event -> event.get("request").asText())
                .toList();
    }

    private String prompts() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> steps = Files.walk(dir.resolve("replay/steps"))) {
            for (Path file : steps.filter(path -> path.endsWith("prompt.json")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    /** Programs of AIDE, the first of which waits when it runs first and the second when it runs again, and their reviews. */
    private static Function<JsonNode, ObjectNode> reviewed() {
        return reviewed(
                "print('begun', flush=True)\n" + waiting("soon") + StraightLine.SOLUTION,
                waiting("later") + StraightLine.SOLUTION);
    }

    private static Function<JsonNode, ObjectNode> reviewed(String... programs) {
        List<String> left = new ArrayList<>(List.of(programs));
        return request -> {
            if (request.path("tools").isEmpty()) {
                String program = left.size() > 1 ? left.remove(0) : left.get(0);
                return OpenAiServer.text("A line through the origin.\n\n```python\n" + program + "```\n");
            }
            boolean scored = OpenAiServer.textOf(request).contains("Validation rmse: 0.5\n");
            Map<String, Object> review = new LinkedHashMap<>(Map.of(
                    "is_bug", !scored, "summary", "Seen.", "lower_is_better", true, "has_csv_submission", scored));
            review.put("metric", scored ? 0.5 : null);
            return OpenAiServer.call("submit_review", review);
        };
    }

    /** Returns a program that waits until soon, or, once that is past, for two seconds. */
    private static String waiting(String when) {
        long soon = System.currentTimeMillis() / 1000 + SOON_SECONDS + 1;
        return "import time\n"
                + (when.equals("soon")
                        ? "time.sleep(max(0, " + soon + " - time.time()))\n"
                        : "time.sleep(3 if time.time() > " + (soon + 3) + " else 0)\n");
    }

    private static ObjectNode bash(Object... arguments) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            json.put((String) arguments[i], arguments[i + 1]);
        }
        return OpenAiServer.call("execute_bash", json);
    }

    private static String action(String name, String... input) {
        Map<String, String> json = new LinkedHashMap<>();
        for (int i = 0; i < input.length; i += 2) {
            json.put(input[i], input[i + 1]);
        }
        return "Reflection: None.\nResearch Plan and Status: None.\nFact Check: Nothing.\nThought: On.\nAction: " + name
                + "\nAction Input: " + new ObjectMapper().valueToTree(json);
    }
}
