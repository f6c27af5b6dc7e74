package dev.trimtab.benchmark.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.benchmark.testing.MlabEngineer;
import dev.trimtab.benchmark.testing.OpenAiServer;
import dev.trimtab.runtime.run.RunListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run of MLAB. */
final class MlabRunTest extends ActingAgentContract {
    @Override
    Function<JsonNode, ObjectNode> engineer() {
        return new MlabEngineer();
    }

    @Override
    String scaffold() {
        return "mlab";
    }

    @Test
    void run_scripts_runWhereTheyLieAndKeepTheAgentsFiles() {
        assertThat(events)
                .filteredOn(event -> event.path("purpose").asText().startsWith("script:"))
                .extracting(event -> event.get("output").asText())
                .hasSize(3)
                .satisfiesExactly(
                        failed -> assertThat(failed).contains("NameError"),
                        first -> assertThat(first).contains("'backup'", "'train.py'"),
                        better -> assertThat(better).contains("'models'", "] 2"));
    }

    @Test
    void m03_requests_stopAtTheObservation_withTemperatureAndLengthAsConfigured(@TempDir Path dir) {
        try (OpenAiServer server = new OpenAiServer(engineer())) {
            run(server, dir.resolve("run"), 3, "model.temperature=0.35", "context.output-reserve=777");

            assertThat(server.requests()).isNotEmpty().allSatisfy(request -> {
                assertThat(request.path("temperature").doubleValue()).isEqualTo(0.35);
                assertThat(request.path("max_tokens").intValue()).isEqualTo(777);
                assertThat(request.path("stop")).extracting(JsonNode::textValue).containsExactly("Observation:");
            });
        }
    }

    @Test
    void m22_resumeAtAStep_hasTheWorkDirectoryAndTheTraceOfThatStep() throws IOException {
        for (int step : List.of(3, 6)) {
            Path cut = cut(eventsBefore(step + 1));
            Queue<String> looks = new ArrayDeque<>(List.of(
                    act("List Files", "dir_path", "."),
                    act("List Files", "dir_path", "models"),
                    act("Read File", "file_name", "train.py"),
                    act("Read File", "file_name", "working/past"),
                    act("Final Answer", "final_answer", "No more.")));
            try (OpenAiServer server = new OpenAiServer(request -> OpenAiServer.text(looks.remove()));
                    CompetitionRun run = line.reopen(cut, server.environment())) {
                run.resume(cut, RunListener.SILENT);
            }

            List<JsonNode> before = trace(whole).subList(0, step + 1);
            List<JsonNode> after = trace(cut);
            assertThat(after).hasSize(step + 6).startsWith(before.toArray(JsonNode[]::new));
            assertThat(seen(after, step + 1))
                    .contains("train.py", "backup")
                    .as("what a kill left")
                    .doesNotContain("half");
            assertThat(seen(after, step + 2)).contains(step == 6 ? "better.py" : "EnvError: ");
            assertThat(seen(after, step + 3)).startsWith("SLOPE = 2.5\n");
            assertThat(seen(after, step + 4).strip()).isEqualTo(step == 6 ? "2" : "1");
        }
    }

    /** How many events came before the agent's action of this number, the first being 0. */
    private int eventsBefore(int action) {
        int actions = 0;
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).get("type").asText().equals("step-started") && actions++ == action) {
                return i;
            }
        }
        throw new AssertionError("there was no action " + action);
    }

    private static List<JsonNode> trace(Path run) throws IOException {
        List<JsonNode> steps = new ArrayList<>();
        new ObjectMapper()
                .readTree(run.resolve("journal.json").toFile())
                .get("steps")
                .forEach(steps::add);
        return steps;
    }

    private static String seen(List<JsonNode> trace, int action) {
        return trace.get(action).get("observation").asText();
    }

    private static String act(String action, String key, String value) {
        return "Reflection: None.\nResearch Plan and Status: None.\nFact Check: None.\nThought: None.\nAction: "
                + action + "\nAction Input: {\"" + key + "\": \"" + value + "\"}";
    }
}
