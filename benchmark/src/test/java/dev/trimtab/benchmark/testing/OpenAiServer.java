package dev.trimtab.benchmark.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A loopback server that speaks OpenAI's chat completions; what it says is up to its engineer. */
public final class OpenAiServer implements AutoCloseable {
    /** The only key that the server takes. */
    public static final String KEY = "sk-loopback-7c1f29e4";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MockWebServer server = new MockWebServer();
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final Function<JsonNode, ObjectNode> engineer;
    private final ToIntFunction<JsonNode> promptTokens;
    private final int window;

    /**
     * Starts the server on a free port.
     *
     * @param engineer answers the body of a request with a message, made by {@link #text(String)} or {@link #call(String, Map)}; many threads
     *     may ask at once
     */
    public OpenAiServer(Function<JsonNode, ObjectNode> engineer) {
        this(engineer, request -> textOf(request).length() / 6);
    }

    /**
     * Starts the server on a free port.
     *
     * @param engineer as above
     * @param promptTokens what the server says that a request took
     */
    public OpenAiServer(Function<JsonNode, ObjectNode> engineer, ToIntFunction<JsonNode> promptTokens) {
        this(engineer, promptTokens, Integer.MAX_VALUE);
    }

    /**
     * Starts the server on a free port.
     *
     * @param engineer as above
     * @param promptTokens as above
     * @param window what a request may take; a longer one is refused as OpenAI's API refuses it, and the engineer does not see it
     */
    public OpenAiServer(Function<JsonNode, ObjectNode> engineer, ToIntFunction<JsonNode> promptTokens, int window) {
        this.engineer = engineer;
        this.promptTokens = promptTokens;
        this.window = window;
        LocalServer.start(server, this::answer);
    }

    /** Returns what belongs into {@code OPENAI_BASE_URL}. */
    public String url() {
        return server.url("/v1").toString();
    }

    /** Returns the environment of somebody who uses the server with its key. */
    public Map<String, String> environment() {
        return Map.of("OPENAI_API_KEY", KEY, "OPENAI_BASE_URL", url());
    }

    /** Returns how many requests came, refused ones too. */
    public int requestCount() {
        return server.getRequestCount();
    }

    /** Returns the bodies of the requests with the right key that fitted the window, in order. */
    public List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    /** Returns all text of a request's messages. */
    public static String textOf(JsonNode request) {
        return String.join("\n\n", request.findValuesAsText("content"));
    }

    /** Returns a message of plain text. */
    public static ObjectNode text(String text) {
        return JSON.createObjectNode().put("role", "assistant").put("content", text);
    }

    /** Returns a message that calls one function and says nothing else. */
    public static ObjectNode call(String function, Map<String, Object> arguments) {
        ObjectNode message = JSON.createObjectNode().put("role", "assistant").putNull("content");
        ObjectNode call =
                message.putArray("tool_calls").addObject().put("id", "call_1").put("type", "function");
        call.putObject("function")
                .put("name", function)
                .put("arguments", JSON.valueToTree(arguments).toString());
        return message;
    }

    @Override
    public void close() {
        server.close();
    }

    private MockResponse answer(RecordedRequest request) {
        try {
            if (!"/v1/chat/completions".equals(request.getUrl().encodedPath())) {
                return refusal(404, "no such path", "not_found");
            }
            if (!("Bearer " + KEY).equals(request.getHeaders().get("Authorization"))) {
                return refusal(401, "Incorrect API key provided", "invalid_api_key");
            }
            JsonNode body =
                    JSON.readTree(Objects.requireNonNull(request.getBody()).utf8());
            int tokens = promptTokens.applyAsInt(body);
            if (tokens > window) {
                return refusal(400, "too many tokens", "context_length_exceeded");
            }
            requests.add(body);
            return completion(body, engineer.apply(body), tokens);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            return json(400, JSON.createObjectNode().put("message", "the engineer of the test failed: " + e));
        }
    }

    private static MockResponse completion(JsonNode request, ObjectNode message, int prompt) {
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
        int written = message.toString().length() / 6;
        body.putObject("usage")
                .put("prompt_tokens", prompt)
                .put("completion_tokens", written)
                .put("total_tokens", prompt + written);
        return json(200, body);
    }

    private static MockResponse refusal(int status, String text, String code) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error")
                .put("message", text)
                .put("type", "invalid_request_error")
                .put("code", code);
        return json(status, body);
    }

    private static MockResponse json(int code, ObjectNode body) {
        return new MockResponse.Builder()
                .code(code)
                .addHeader("Content-Type", "application/json")
                .body(body.toString())
                .build();
    }
}
