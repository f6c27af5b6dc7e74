package dev.trimtab.runtime.model.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.runtime.model.TokenCounter;
import dev.trimtab.runtime.testing.ScriptedChatModel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A scripted model that is served, and a client that sends raw bodies and sees raw bodies. */
abstract class ServedModelFixture {
    static final ObjectMapper JSON = new ObjectMapper();
    static final int WINDOW = 500;
    static final String HELLO = "{\"role\":\"user\",\"content\":\"hello\"}";
    static final String REVIEW = """
            {"type":"function","function":{"name":"submit_review","strict":true,"parameters":{"type":"object",
             "properties":{"is_bug":{"type":"boolean"},"metric":{"type":["number","null"]}},"required":["is_bug"]}}}""";

    static final class Words implements TokenCounter {
        @Override
        public String name() {
            return "words";
        }

        @Override
        public int count(String text) {
            return text.isBlank() ? 0 : text.strip().split("\\s+").length;
        }
    }

    final ScriptedChatModel model = new ScriptedChatModel();
    final List<CompletionServer.Usage> used = new ArrayList<>();
    CompletionServer server;

    @BeforeEach
    void serve() throws IOException {
        server = CompletionServer.start(
                new ServedModel("offline/test", model, new Words(), WINDOW),
                /* port= */ 0,
                () -> Instant.ofEpochSecond(1_700_000_000),
                used::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    record Answer(int status, String body) {
        JsonNode json(int expected) throws IOException {
            assertThat(status).as(body).isEqualTo(expected);
            return JSON.readTree(body);
        }

        List<JsonNode> events() throws IOException {
            assertThat(status).as(body).isEqualTo(200);
            List<String> events = List.of(body.split("\n\n"));
            assertThat(events).allMatch(event -> event.startsWith("data: "));
            assertThat(events.get(events.size() - 1)).isEqualTo("data: [DONE]");
            List<JsonNode> chunks = new ArrayList<>();
            for (String event : events.subList(0, events.size() - 1)) {
                chunks.add(JSON.readTree(event.substring("data: ".length())));
            }
            return chunks;
        }
    }

    static String body(String messages, String more) {
        return "{\"model\":\"gpt-4o\",\"temperature\":0.5,\"messages\":[" + messages + "]" + more + "}";
    }

    Answer post(String body) throws IOException, InterruptedException {
        return send("POST", "/chat/completions", body);
    }

    Answer send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer anything")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }
}
