package dev.trimtab.benchmark.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A loopback server that speaks as OpenAI, Anthropic and Google do, by the path that is asked, and repeats the key that it was sent in all that
 * it says: in errors, in what the model writes and in the calls that it makes.
 */
public final class EchoingServer implements AutoCloseable {
    /** What stands for the key in what the model is to say. */
    public static final String ECHO = "{the key}";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    /** Long enough that the key comes a second time where a message is cut that is too long to be shown. */
    private static final int FILLER = 455;

    private final MockWebServer server = new MockWebServer();
    private final Set<String> keys = new ConcurrentSkipListSet<>();
    private final String text;
    private final Map<String, Map<String, Object>> calls;
    private final Queue<Integer> statuses;

    /**
     * Starts the server on a free port.
     *
     * @param text what the model says where it can call none of the functions below
     * @param calls the arguments of the functions that it calls where it can, by name
     * @param statuses the HTTP statuses of the first answers; those that follow are replies
     */
    public EchoingServer(String text, Map<String, Map<String, Object>> calls, List<Integer> statuses) {
        this.text = text;
        this.calls = Map.copyOf(calls);
        this.statuses = new ArrayDeque<>(statuses);
        LocalServer.start(server, this::answer);
    }

    /** Returns the server's address. */
    public String url() {
        return server.url("/v1").toString();
    }

    /** Returns the keys that came. */
    public Set<String> keys() {
        return Set.copyOf(keys);
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        String key = key(request);
        keys.add(key);
        Integer status = statuses.poll();
        if (status != null && status != OK) {
            ObjectNode error = JSON.createObjectNode();
            error.putObject("error").put("message", "you sent " + key + " " + "x".repeat(FILLER) + " you sent " + key);
            return json(status, error);
        }
        try {
            JsonNode body =
                    JSON.readTree(Objects.requireNonNull(request.getBody()).utf8());
            String path = request.getUrl().encodedPath();
            String name = function(body);
            String arguments = JSON.writeValueAsString(calls.getOrDefault(name, Map.of()));
            ObjectNode reply = path.endsWith("/messages")
                    ? anthropic(name, arguments)
                    : path.endsWith(":generateContent") ? google(name, arguments) : openAi(name, arguments);
            return json(OK, (ObjectNode) JSON.readTree(reply.toString().replace(ECHO, key)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(RecordedRequest request) {
        for (String header : List.of("x-api-key", "x-goog-api-key", "Authorization")) {
            String value = request.getHeaders().get(header);
            if (value != null) {
                return value.replace("Bearer ", "");
            }
        }
        return "none came";
    }

    /** The first function of a request that the model is to call, or nothing. */
    private String function(JsonNode request) {
        return request.path("tools").findValuesAsText("name").stream()
                .filter(calls::containsKey)
                .findFirst()
                .orElse("");
    }

    private ObjectNode openAi(String function, String arguments) {
        ObjectNode reply = JSON.createObjectNode().put("id", "c-" + ECHO).put("model", ECHO);
        ObjectNode choice = reply.putArray("choices").addObject().put("finish_reason", "stop");
        ObjectNode message = choice.putObject("message").put("role", "assistant");
        if (function.isEmpty()) {
            message.put("content", text);
        } else {
            message.put("content", "You sent " + ECHO);
            ObjectNode call = message.putArray("tool_calls").addObject();
            call.put("id", "call-" + ECHO).put("type", "function");
            call.putObject("function").put("name", function).put("arguments", arguments);
        }
        return reply;
    }

    private ObjectNode anthropic(String function, String arguments) throws IOException {
        ObjectNode reply = JSON.createObjectNode().put("id", "m-" + ECHO).put("type", "message");
        reply.put("role", "assistant").put("model", ECHO).put("stop_reason", "end_turn");
        ObjectNode part = reply.putArray("content").addObject();
        if (function.isEmpty()) {
            part.put("type", "text").put("text", text);
        } else {
            part.put("type", "tool_use").put("id", "call-" + ECHO).put("name", function);
            part.set("input", JSON.readTree(arguments));
        }
        reply.putObject("usage").put("input_tokens", 10).put("output_tokens", 10);
        return reply;
    }

    private ObjectNode google(String function, String arguments) throws IOException {
        ObjectNode reply = JSON.createObjectNode().put("responseId", ECHO).put("modelVersion", ECHO);
        ObjectNode candidate = reply.putArray("candidates").addObject().put("finishReason", "STOP");
        ObjectNode part = candidate
                .putObject("content")
                .put("role", "model")
                .putArray("parts")
                .addObject();
        if (function.isEmpty()) {
            part.put("text", text);
        } else {
            part.putObject("functionCall").put("name", function).set("args", JSON.readTree(arguments));
        }
        reply.putObject("usageMetadata").put("promptTokenCount", 10).put("candidatesTokenCount", 10);
        return reply;
    }

    private static MockResponse json(int code, ObjectNode body) {
        return new MockResponse.Builder()
                .code(code)
                .addHeader("Content-Type", "application/json")
                .addHeader("retry-after-ms", "1")
                .body(body.toString())
                .build();
    }
}
