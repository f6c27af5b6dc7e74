package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model of 135 million weights was seen to answer, and worse: every run ends in counts, and the audit names the model. */
final class GarbageModelTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> TEXTS = List.of(
            "The problem is below. You are in /workspace, which holds `input`.",
            "",
            "```python\nimport pandas as pd\ndf = pd.read_csv(",
            "the the the ".repeat(300),
            "\ud83d Ã©ï¿½\u0000\u0007 \u202e?",
            "<tool_call>{\"name\": \"submit_review\", \"arguments\": {\"is_bug\":",
            "Action: Execute Script\nAction: Fly\nAction Input: {\"script_name\": ");

    @TempDir
    private Path dir;

    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder().code(200).body(garbage()).build();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String garbage() {
        int number = asked.getAndIncrement();
        ObjectNode reply = JSON.createObjectNode().put("id", "c").put("object", "chat.completion");
        ObjectNode choice = reply.putArray("choices").addObject().put("index", 0);
        choice.put("finish_reason", number % 3 == 0 ? "length" : "stop");
        ObjectNode message = choice.putObject("message").put("role", "assistant");
        message.put("content", TEXTS.get(number % TEXTS.size()));
        if (number % 5 == 4) {
            message.putArray("tool_calls")
                    .addObject()
                    .put("id", "")
                    .put("type", "function")
                    .putObject("function")
                    .put("name", "no such function")
                    .put("arguments", "{\"half\": ");
        }
        return reply.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aide", "mlab", "openhands"})
    void run_ofAModelThatAnswersGarbage_endsInCounts_andTheAuditNamesTheModel(String scaffold) throws IOException {
        String printed = trimtab("run", "--scaffold", scaffold, "--policy", "portfolio", "--steps", "5");

        assertThat(printed.lines().toList()).last().asString().startsWith("score=none medal=none run=");
        assertThat(printed).doesNotContain("Exception", "\tat ");
        trimtab("audit");
        JsonNode audit = JSON.readTree(dir.resolve("run/audit.json").toFile());
        assertThat(audit.at("/verdict/cause").asText()).isEqualTo("MODEL");
        assertThat(audit.at("/losses/unread").asInt()
                        + audit.at("/losses/failed").asInt()
                        + audit.at("/losses/invalid").asInt())
                .isEqualTo(audit.at("/losses/steps").asInt());
        assertThat(Files.readString(dir.resolve("run/events.jsonl"))).contains("\"type\":\"run-ended\"");
    }

    @Test
    void run_thatTheAgentEndsEarly_saysWhy() {
        assertThat(trimtab("run", "--scaffold", "mlab", "--policy", "ledger", "--steps", "5"))
                .contains("the agent ended the run: no valid response after 5 tries");
    }

    private String trimtab(String command, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String run = dir.resolve("run").toString();
        List<String> args = new ArrayList<>(List.of(command));
        if (command.equals("run")) {
            args.addAll(List.of("--competition", "us-daily-births", "--kernel", "java", "--out", run));
            args.addAll(
                    List.of("--model", "tiny", "--base-url", server.url("/v1").toString()));
            args.addAll(List.of(more));
        } else {
            args.add(run);
        }
        int code = Trimtab.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args.toArray(String[]::new));
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }
}
