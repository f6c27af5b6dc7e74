package dev.trimtab.benchmark.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A loopback server of OpenAI's chat completions whose programs hand in the sample submission, in Java, each with a better printed score than the
 * one before; it reviews them by function call. Every call takes {@value #PROMPT_TOKENS} and {@value #REPLY_TOKENS} tokens.
 */
public final class ScriptedEngineer implements AutoCloseable {
    /** Prompt tokens that every reply reports; more than any prompt of the tests has, so that they are what is charged. */
    public static final int PROMPT_TOKENS = 3000;

    /** Reply tokens that every reply reports. */
    public static final int REPLY_TOKENS = 100;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MockWebServer server = new MockWebServer();
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final Queue<MockResponse> first = new ArrayDeque<>();
    private int programs;

    /** Starts the server on a free port. */
    public ScriptedEngineer() {
        LocalServer.start(server, this::answer);
    }

    /** Answers the next request with an HTTP status and nothing else, and asks for no wait. */
    public synchronized ScriptedEngineer failing(int status) {
        first.add(new MockResponse.Builder()
                .code(status)
                .addHeader("retry-after-ms", "1")
                .build());
        return this;
    }

    /** Refuses the next request as longer than its window, as OpenAI's API does. */
    public synchronized ScriptedEngineer refusingAsTooLong() {
        first.add(new MockResponse.Builder()
                .code(400)
                .addHeader("content-type", "application/json")
                .body("{\"error\":{\"message\":\"too many tokens\",\"code\":\"context_length_exceeded\"}}")
                .build());
        return this;
    }

    /** Returns the bodies of all requests that were answered with a reply, in order. */
    public List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    /** Returns the server's address. */
    public String url() {
        return server.url("/v1").toString();
    }

    /** Returns how many requests came. */
    public int requestCount() {
        return server.getRequestCount();
    }

    /**
     * Writes a preset of a model on this server.
     *
     * @param folder an existing folder
     * @param model the model's name, and the file's
     * @param more lines of YAML at the top level, such as {@code "prices: {input: 1}"}
     * @return the file
     */
    public Path preset(Path folder, String model, String... more) {
        try {
            return Files.writeString(
                    folder.resolve(model + ".yaml"),
                    """
                    provider: openai
                    model: %s
                    base-url: %s
                    limits: {context-window: 32768, max-output-tokens: 1000, token-encoding: o200k_base%s}
                    """.formatted(
                                    model,
                                    url(),
                                    model.startsWith("thinker") ? ", max-output-parameter: max-completion-tokens" : "")
                            + String.join("\n", more) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        MockResponse failure = first.poll();
        if (failure != null) {
            return failure;
        }
        try {
            JsonNode body =
                    JSON.readTree(Objects.requireNonNull(request.getBody()).utf8());
            requests.add(body);
            return completion(body, body.path("tools").isEmpty() ? program() : review(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode program() {
        String code = """
                import java.nio.file.Files;
                import java.nio.file.Path;

                public class Solution {
                    public static void main(String[] args) throws Exception {
                        Files.createDirectories(Path.of("submission"));
                        Files.write(Path.of("submission/submission.csv"), Files.readAllBytes(Path.of("input/sample_submission.csv")));
                        System.out.println("Validation mape: %s");
                    }
                }
                """.formatted(score());
        programs++;
        return message(
                "The sample submission is handed in as it is. It is a plain start.\n\n```java\n" + code + "```\n");
    }

    private double score() {
        return 0.5 - 0.01 * programs;
    }

    private static ObjectNode review(JsonNode request) throws IOException {
        String text = String.join("\n", request.findValuesAsText("content"));
        int line = text.lastIndexOf("Validation mape: 0.");
        double metric = Double.parseDouble(text.substring(line + "Validation mape: ".length())
                .lines()
                .findFirst()
                .orElseThrow()
                .strip());
        ObjectNode arguments = JSON.createObjectNode()
                .put("is_bug", false)
                .put("summary", "It ran and printed a score.")
                .put("metric", metric)
                .put("lower_is_better", true)
                .put("has_csv_submission", true);
        ObjectNode message = JSON.createObjectNode().put("role", "assistant").putNull("content");
        ObjectNode call =
                message.putArray("tool_calls").addObject().put("id", "call_1").put("type", "function");
        call.putObject("function")
                .put("name", request.at("/tools/0/function/name").asText())
                .put("arguments", JSON.writeValueAsString(arguments));
        return message;
    }

    private static ObjectNode message(String content) {
        return JSON.createObjectNode().put("role", "assistant").put("content", content);
    }

    private static MockResponse completion(JsonNode request, ObjectNode message) throws IOException {
        ObjectNode body = JSON.createObjectNode()
                .put("id", "chatcmpl-1")
                .put("object", "chat.completion")
                .put("created", 1)
                .put("model", request.path("model").asText());
        body.putArray("choices")
                .addObject()
                .put("index", 0)
                .put("finish_reason", message.has("tool_calls") ? "tool_calls" : "stop")
                .set("message", message);
        body.putObject("usage")
                .put("prompt_tokens", PROMPT_TOKENS)
                .put("completion_tokens", REPLY_TOKENS)
                .put("total_tokens", PROMPT_TOKENS + REPLY_TOKENS);
        return new MockResponse.Builder()
                .code(200)
                .addHeader("Content-Type", "application/json")
                .body(JSON.writeValueAsString(body))
                .build();
    }
}
