package dev.trimtab.benchmark.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An engineer behind a loopback server who writes Python for spaceship-titanic: drafts of three families, one with a wrong column name, its
 * repair, small improvements, and reviews by function call that are read off the execution output.
 */
public final class OpenAiEngineer implements AutoCloseable {
    /** The only key that the server takes. */
    public static final String KEY = OpenAiServer.KEY;

    private static final Pattern SCORE = Pattern.compile("Validation accuracy: ([0-9.]+)");

    private final OpenAiServer server = new OpenAiServer(this::answer);
    private int drafts;
    private int improvements;

    /** Returns what belongs into {@code OPENAI_BASE_URL}. */
    public String url() {
        return server.url();
    }

    /** Returns how many requests came, refused ones too. */
    public int requestCount() {
        return server.requestCount();
    }

    /** Returns the bodies of the requests that were answered, in order. */
    public List<JsonNode> requests() {
        return server.requests();
    }

    /** Returns all text of a request's messages. */
    public static String text(JsonNode request) {
        return OpenAiServer.textOf(request);
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized ObjectNode answer(JsonNode request) {
        return request.path("tools").isEmpty() ? OpenAiServer.text(program(text(request))) : call(request);
    }

    private static ObjectNode call(JsonNode request) {
        String name = request.at("/tools/0/function/name").asText();
        String text = text(request);
        String output = text.substring(Math.max(0, text.lastIndexOf("# Execution output")));
        return OpenAiServer.call(name, name.equals("submit_review") ? review(output) : Map.of("ready", true));
    }

    private static Map<String, Object> review(String output) {
        Matcher line = SCORE.matcher(output);
        boolean failed = output.contains("Traceback (most recent call last)");
        boolean scored = line.find();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("is_bug", failed);
        fields.put("summary", failed ? "It failed with an exception." : "It ran and printed a validation score.");
        fields.put("metric", scored ? Double.valueOf(line.group(1)) : null);
        fields.put("lower_is_better", false);
        fields.put("has_csv_submission", scored);
        return fields;
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
}
