package dev.trimtab.benchmark.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A loopback server that speaks OpenAI's chat completions as an engineer who writes Python: drafts of three families, one with a
 * wrong column name, its repair, small improvements, and reviews by function call that are read off the execution output.
 */
public final class OpenAiEngineer implements AutoCloseable {
    /** The only key that the server takes. */
    public static final String KEY = "sk-loopback-7c1f29e4";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SCORE = Pattern.compile("Validation accuracy: ([0-9.]+)");

    private final MockWebServer server = new MockWebServer();
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private int drafts;
    private int improvements;

    /** Starts the server on a free port. */
    public OpenAiEngineer() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what belongs into {@code OPENAI_BASE_URL}. */
    public String url() {
        return server.url("/v1").toString();
    }

    /** Returns how many requests came, refused ones too. */
    public int requestCount() {
        return server.getRequestCount();
    }

    /** Returns the bodies of the requests that were answered, in order. */
    public List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    /** Returns all text of a request's messages. */
    public static String text(JsonNode request) {
        return String.join("\n\n", request.findValuesAsText("content"));
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        try {
            if (!"/v1/chat/completions".equals(request.getUrl().encodedPath())) {
                return refusal(404, "no such path");
            }
            if (!("Bearer " + KEY).equals(request.getHeaders().get("Authorization"))) {
                return refusal(401, "Incorrect API key provided");
            }
            JsonNode body =
                    JSON.readTree(Objects.requireNonNull(request.getBody()).utf8());
            requests.add(body);
            return body.path("tools").isEmpty() ? reply(body, program(text(body))) : call(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MockResponse call(JsonNode body) throws IOException {
        String name = body.at("/tools/0/function/name").asText();
        String text = text(body);
        String output = text.substring(Math.max(0, text.lastIndexOf("# Execution output")));
        Map<String, Object> arguments = name.equals("submit_review") ? review(output) : Map.of("ready", true);
        ObjectNode message = JSON.createObjectNode().put("role", "assistant").putNull("content");
        ObjectNode call =
                message.putArray("tool_calls").addObject().put("id", "call_1").put("type", "function");
        call.putObject("function").put("name", name).put("arguments", JSON.writeValueAsString(arguments));
        return completion(body, message, "tool_calls");
    }

    private static Map<String, Object> review(String output) {
        Matcher line = SCORE.matcher(output);
        boolean failed = output.contains("Traceback (most recent call last)");
        boolean scored = line.find();
        ObjectNode fields = JSON.createObjectNode();
        fields.put("is_bug", failed);
        fields.put("summary", failed ? "It failed with an exception." : "It ran and printed a validation score.");
        if (scored) {
            fields.put("metric", Double.parseDouble(line.group(1)));
        } else {
            fields.putNull("metric");
        }
        fields.put("lower_is_better", false);
        fields.put("has_csv_submission", scored);
        return JSON.convertValue(fields, new TypeReference<>() {});
    }

    private String program(String prompt) {
        if (prompt.contains("# Previous (buggy) implementation")) {
            return written("The program asked for a column that is not there. I name it as the file does.", "boosting");
        }
        if (prompt.contains("# Previous solution")) {
            String trees = "n_estimators=" + (90 + 30 * improvements++);
            return written("More trees make the vote of the forest steadier.", "forest")
                    .replace("n_estimators=60", trees);
        }
        return switch (drafts++ % 3) {
            case 0 -> written("Logistic regression on scaled bills and one-hot words is a plain start.", "logistic");
            case 1 ->
                written("Gradient boosting over bins finds thresholds in the bills.", "boosting")
                        .replace("\"ShoppingMall\"", "\"Shopping_Mall\"");
            default -> written("A random forest needs no scaling and takes interactions as they come.", "forest");
        };
    }

    private static String written(String plan, String program) {
        try (InputStream file = OpenAiEngineer.class.getResourceAsStream(program + ".py")) {
            String code = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return plan + "\n\n```python\n" + code + "```\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MockResponse reply(JsonNode body, String content) throws IOException {
        ObjectNode message = JSON.createObjectNode().put("role", "assistant").put("content", content);
        return completion(body, message, "stop");
    }

    private static MockResponse completion(JsonNode request, ObjectNode message, String finish) throws IOException {
        ObjectNode body = JSON.createObjectNode()
                .put("id", "chatcmpl-1")
                .put("object", "chat.completion")
                .put("created", 1)
                .put("model", request.path("model").asText());
        body.putArray("choices")
                .addObject()
                .put("index", 0)
                .put("finish_reason", finish)
                .set("message", message);
        int prompt = text(request).length() / 6;
        int written = message.toString().length() / 6;
        body.putObject("usage")
                .put("prompt_tokens", prompt)
                .put("completion_tokens", written)
                .put("total_tokens", prompt + written);
        return json(200, body);
    }

    private static MockResponse refusal(int code, String text) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error").put("message", text).put("type", "invalid_request_error");
        return json(code, body);
    }

    private static MockResponse json(int code, ObjectNode body) throws IOException {
        return new MockResponse.Builder()
                .code(code)
                .addHeader("Content-Type", "application/json")
                .body(JSON.writeValueAsString(body))
                .build();
    }
}
