package dev.trimtab.runtime.model.failure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.trimtab.runtime.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error reply of any provider.
 *
 * @param code the error's code or status word, lower case, or empty
 * @param message the error's message, or the start of the body if it has none
 * @param text the whole body in lower case
 */
record ErrorBody(String code, String message, String text) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST_MESSAGE = 500;

    private static final List<String> OVERFLOW = List.of(
            "context_length_exceeded",
            "prompt is too long",
            "maximum context length",
            "exceeds the available context size",
            "reduce the length",
            "exceed context limit",
            "exceeds the context window",
            "exceed context window",
            "context size has been exceeded",
            "reached context length",
            "greater than the context length",
            "context length of only",
            "longer than the model's context length",
            "`inputs` tokens + `max_new_tokens` must be",
            "input is too long",
            "request_too_large");

    private static final List<String> REFUSALS = List.of(
            "unsupported", "not support", "deprecated", "validation error", "invalid tool_choice", "requires --jinja");

    private static final List<String> QUOTA =
            List.of("insufficient_quota", "billing_hard_limit_reached", "credit balance is too low");

    private static final Pattern WAIT = Pattern.compile(
            "(?:try again in |\"retrydelay\"\\s*:\\s*\")"
                    + "(?:(?<hours>[0-9]{1,4})h)?(?:(?<minutes>[0-9]{1,4})m(?!s))?(?:(?<number>[0-9]{1,6}(?:\\.[0-9]{1,9})?)(?<unit>ms|s))?");

    /** Returns what a body says, without the key: before it is cut, so that no part of the key stays. */
    static ErrorBody parse(String body, Secret key) {
        JsonNode error = json(body).path("error");
        String code = error.path("code").isTextual()
                ? error.path("code").textValue()
                : error.path("type").asText(error.path("status").asText(""));
        String said =
                error.isTextual() ? error.textValue() : error.path("message").asText(body);
        String line = key.hide(said).strip().replaceAll("\\s+", " ");
        String message = line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + " ..." : line;
        return new ErrorBody(code.toLowerCase(Locale.ROOT), message, body.toLowerCase(Locale.ROOT));
    }

    boolean overflow() {
        return OVERFLOW.stream().anyMatch(text::contains)
                || (text.contains("input token count") && text.contains("exceeds the maximum"));
    }

    boolean quota() {
        return QUOTA.stream().anyMatch(text::contains);
    }

    /** Returns the parameter that the server does not take, if it says so of one of these. */
    Optional<String> refused(Set<String> parameters) {
        boolean refuses = REFUSALS.stream().anyMatch(text::contains);
        return parameters.stream()
                .filter(parameter -> refuses && names(parameter))
                .sorted()
                .findFirst();
    }

    /** In quotes as OpenAI does, or as llama.cpp, LM Studio and Ollama do: {@code param: x}, {@code x param}, {@code invalid x}, {@code not support x}. */
    private boolean names(String parameter) {
        return Pattern.compile("['\"`]" + parameter + "['\"`]|(?:param:|invalid|not support) " + parameter + "\\b|\\b"
                        + parameter + " param\\b")
                .matcher(text)
                .find();
    }

    /** Returns the wait that the server asks for in words, as OpenAI does, or as a detail, as Google does. */
    Optional<Duration> askedWait() {
        Matcher asked = WAIT.matcher(text);
        if (!asked.find()) {
            return Optional.empty();
        }
        double number = asked.group("number") == null ? 0 : Double.parseDouble(asked.group("number"));
        Duration wait = Duration.ofHours(whole(asked.group("hours")))
                .plusMinutes(whole(asked.group("minutes")))
                .plusMillis(Math.round(number * ("ms".equals(asked.group("unit")) ? 1 : 1000)));
        return wait.isZero() ? Optional.empty() : Optional.of(wait);
    }

    private static long whole(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static JsonNode json(String body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            return node.isArray() ? node.path(0) : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
