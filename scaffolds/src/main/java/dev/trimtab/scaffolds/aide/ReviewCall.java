package dev.trimtab.scaffolds.aide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.request.json.JsonAnyOfSchema;
import dev.langchain4j.model.chat.request.json.JsonNullSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.trimtab.runtime.model.LenientJson;
import dev.trimtab.scaffolds.prompt.PrintedScore;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The function {@code submit_review} by which a model reports on an execution, and the reading of what models make of it.
 *
 * @param strict whether a score written as a whole number is no score, as in the original
 */
record ReviewCall(boolean strict) {
    static final String NAME = "submit_review";

    static final ToolSpecification TOOL = ToolSpecification.builder()
            .name(NAME)
            .description("Report what came of running the program.")
            .parameters(JsonObjectSchema.builder()
                    .addBooleanProperty(
                            "is_bug", "true when the output shows that the program failed or has a fault, else false")
                    .addStringProperty(
                            "summary", "two or three sentences: what the result shows, or, for a fault, what caused it")
                    .addProperty(
                            "metric",
                            JsonAnyOfSchema.builder()
                                    .description(
                                            "the validation score that the program printed; null when it printed none")
                                    .anyOf(new JsonNumberSchema(), new JsonNullSchema())
                                    .build())
                    .addBooleanProperty("lower_is_better", "true when a smaller value of the metric is the better one")
                    .addBooleanProperty("has_csv_submission", "true when the program wrote ./submission/submission.csv")
                    .required("is_bug", "summary", "metric", "lower_is_better", "has_csv_submission")
                    .additionalProperties(false)
                    .build())
            .build();

    private static final List<String> FIELDS = List.of("is_bug", "metric", "lower_is_better", "has_csv_submission");
    private static final String MARKS = "[\\\\\"'`*\\s]*";
    private static final Pattern FIELD = Pattern.compile("(?i)\\b(" + String.join("|", FIELDS) + ")\\b" + MARKS + "[:=]"
            + MARKS + "((?:true|false|yes|no|null|none)\\b|[-+]?\\d*\\.?\\d+(?:e[-+]?\\d+)?)");
    private static final Set<String> YES = Set.of("true", "yes");
    private static final Set<String> NO = Set.of("false", "no");
    private static final Pattern SUMMARY = Pattern.compile("\"summary\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*+)");

    /**
     * Returns the review that a reply holds, as a call of the function, as JSON in text, or as text that names the function's fields. An object that
     * holds the fields deeper down, as a call that is written into the text does, is looked through; a call that tells nothing leaves the text.
     *
     * @return empty when the reply tells neither whether there is a bug nor a score
     */
    Optional<Review> read(AiMessage reply) {
        String text = reply.text() == null ? "" : reply.text();
        return Stream.concat(calls(reply), Stream.of(text))
                .map(ReviewCall::fields)
                .filter(ReviewCall::tells)
                .findFirst()
                .map(fields -> review(fields, text.strip()));
    }

    private Review review(JsonNode fields, String text) {
        String summary = fields.path("summary").asText("").strip();
        return new Review(
                Boolean.TRUE.equals(bool(fields.get("is_bug"))),
                summary.isEmpty() ? text : summary,
                metric(fields.get("metric")),
                bool(fields.get("lower_is_better")),
                bool(fields.get("has_csv_submission")));
    }

    private static boolean tells(JsonNode fields) {
        return fields.has("is_bug") || fields.has("metric");
    }

    private static JsonNode fields(String said) {
        return LenientJson.object(said)
                .flatMap(object -> Stream.of("is_bug", "metric")
                        .map(object::findParent)
                        .filter(Objects::nonNull)
                        .findFirst())
                .map(JsonNode.class::cast)
                .orElseGet(() -> scan(said));
    }

    /** Returns the arguments of the call of the function, or of the first call if none has its name; nothing without a call. */
    private static Stream<String> calls(AiMessage reply) {
        return reply.hasToolExecutionRequests() ? Stream.of(arguments(reply.toolExecutionRequests())) : Stream.empty();
    }

    private static String arguments(List<ToolExecutionRequest> calls) {
        ToolExecutionRequest call =
                calls.stream().filter(c -> NAME.equals(c.name())).findFirst().orElse(calls.get(0));
        return call.arguments() == null ? "" : call.arguments();
    }

    /** Picks the fields out of a text that is no valid JSON; the first mention of each counts. */
    private static ObjectNode scan(String text) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            String name = field.group(1).toLowerCase(Locale.ROOT);
            if (!fields.has(name)) {
                fields.put(name, field.group(2));
            }
        }
        Matcher summary = SUMMARY.matcher(text);
        if (summary.find()) {
            fields.put("summary", summary.group(1).replace("\\n", "\n").replace("\\\"", "\""));
        }
        return fields;
    }

    private @Nullable Double metric(@Nullable JsonNode value) {
        if (value == null || !(value.isNumber() || value.isTextual())) {
            return null;
        }
        String literal = value.asText().strip();
        if (strict && (!value.isFloatingPointNumber() || !Double.isFinite(value.asDouble()))) {
            return null;
        }
        return PrintedScore.finite(literal);
    }

    /** Reads what stands for true or false; a number is true unless it is zero. */
    private static @Nullable Boolean bool(@Nullable JsonNode value) {
        String word = value == null ? "" : value.asText().strip().toLowerCase(Locale.ROOT);
        Double number = PrintedScore.finite(word);
        if (number != null) {
            return number != 0;
        }
        return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
    }
}
