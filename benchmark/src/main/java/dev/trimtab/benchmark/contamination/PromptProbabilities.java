package dev.trimtab.benchmark.contamination;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.Secret;
import dev.trimtab.runtime.Surrogates;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server of OpenAI's completions how probable a model finds each token of a text: {@code echo} with {@code logprobs}, which vLLM answers and
 * OpenAI's own chat models do not.
 */
public final class PromptProbabilities {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_SHOWN = 200;
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    /** Asked to change to HTTP/2, the servers that Python programs run behind drop a request's body. */
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    private final String baseUrl;
    private final String model;
    private final Secret key;

    /**
     * @param baseUrl the address that ends in {@code /v1}
     * @param model the name that the server knows it by
     * @param key is sent as a bearer token; null: none is
     */
    public PromptProbabilities(String baseUrl, String model, @Nullable String key) {
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        this.model = model;
        this.key = new Secret(key);
    }

    /**
     * Returns the probability of each token of a text given those before it; the first has none.
     *
     * @throws UserError if the server refuses, or gives no probabilities for the tokens of a prompt
     * @throws InfrastructureError if it cannot be reached or fails
     */
    public List<Double> of(String text) {
        ObjectNode body = JSON.createObjectNode()
                .put("model", model)
                .put("prompt", text)
                .put("max_tokens", 1)
                .put("temperature", 0)
                .put("logprobs", 1)
                .put("echo", true);
        JsonNode reply = post(body.toString());
        JsonNode logs = reply.at("/choices/0/logprobs/token_logprobs");
        int prompt = reply.at("/usage/prompt_tokens").asInt(Math.max(0, logs.size() - 1));
        // without echo a server sends the one new token's alone
        if (!logs.isArray() || logs.size() < 2 || prompt < 2 || logs.size() < prompt) {
            throw unable("it sent none");
        }
        List<Double> probabilities = new ArrayList<>();
        for (int token = 1; token < prompt; token++) {
            JsonNode log = logs.get(token);
            if (!log.isNumber() || log.doubleValue() > 0) {
                throw unable("it sent '" + beginning(log.toString()) + "' for a token");
            }
            probabilities.add(Math.exp(log.doubleValue()));
        }
        return List.copyOf(probabilities);
    }

    private JsonNode post(String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + "/completions"))
                .timeout(Duration.ofMinutes(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key.value() != null) {
            request.header("Authorization", "Bearer " + key.value());
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= SERVER_ERROR || response.statusCode() == TOO_MANY_REQUESTS) {
                throw new InfrastructureError(
                        "the server at " + baseUrl + " failed with status " + response.statusCode());
            }
            if (response.statusCode() != OK) {
                throw new UserError("the server at " + baseUrl + " refused with status " + response.statusCode() + ": "
                        + beginning(response.body())
                        + "; are key and model's name right, does the text fit the model's context, and does the server answer completions with"
                        + " echo and logprobs, as vLLM's does?");
            }
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw unable("its answer is no JSON");
        } catch (IOException e) {
            throw new InfrastructureError("the server at " + baseUrl + " cannot be reached: " + IoReason.of(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureError("interrupted while waiting for " + baseUrl, e);
        }
    }

    private String beginning(String body) {
        String line = key.hide(body).strip().replaceAll("\\s+", " ");
        return Surrogates.head(line, Math.min(MOST_SHOWN, line.length()));
    }

    private UserError unable(String why) {
        return new UserError("the server at " + baseUrl + " gives no probabilities for the tokens of a prompt (" + why
                + "); familiarity needs completions with echo and logprobs, such as vLLM's");
    }
}
