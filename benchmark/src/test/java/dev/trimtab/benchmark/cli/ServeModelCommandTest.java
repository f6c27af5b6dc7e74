package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.InProcessTrimtab;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engineer served by a process of its own to whoever speaks the protocol. */
final class ServeModelCommandTest {
    @TempDir
    private Path dir;

    @Test
    void serveModel_askedByRawRequests_answersAndLogsWhatTheyTook() throws Exception {
        Path log = dir.resolve("calls.jsonl");
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-Dtrimtab.home=" + System.getProperty("trimtab.home"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Trimtab.class.getName(),
                        "serve-model",
                        "--port",
                        "0",
                        "--profile",
                        "perfect",
                        "--json",
                        "--log",
                        log.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = child.inputReader()) {
            JsonNode said = new ObjectMapper().readTree(out.readLine());
            assertThat(said.get("model").asText()).isEqualTo("offline/perfect");
            assertThat(said.get("seed").asInt()).isEqualTo(1);
            String url = said.get("url").asText();
            assertThat(url).startsWith("http://127.0.0.1:");

            JsonNode models =
                    json(HttpRequest.newBuilder(URI.create(url + "/models")).build());
            JsonNode reply = json(HttpRequest.newBuilder(URI.create(url + "/chat/completions"))
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"model\":\"any\",\"messages\":[{\"role\":\"system\",\"content\":\"# Task description\\n\\nPredict"
                                    + " the price. Metric `rmsle`. Header `id,price`.\"}]}"))
                    .build());

            assertThat(models.at("/data/0/id").asText()).isEqualTo("offline/perfect");
            assertThat(reply.at("/choices/0/message/content").asText()).contains("```", "price");
            JsonNode logged = new ObjectMapper().readTree(Files.readString(log));
            assertThat(logged.get("promptTokens")).isEqualTo(reply.at("/usage/prompt_tokens"));
            assertThat(logged.get("completionTokens")).isEqualTo(reply.at("/usage/completion_tokens"));
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    @Test
    void serveModel_portInUseOrUnknownProfile_isBadInputInOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ChildTrimtab.Outcome port =
                    InProcessTrimtab.execute(List.of("serve-model", "--port", Integer.toString(taken.getLocalPort())));
            ChildTrimtab.Outcome profile = InProcessTrimtab.execute(List.of("serve-model", "--profile", "sharp"));

            assertThat(port.code()).isEqualTo(2);
            assertThat(port.err()).hasLineCount(1).contains("--port");
            assertThat(profile.code()).isEqualTo(2);
            assertThat(profile.err()).hasLineCount(1).contains("sharp", "perfect");
        }
    }

    private static JsonNode json(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }
}
