package dev.trimtab.runtime.model.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Replies to one request, as one object or as a stream of chunks.
 *
 * @param number of the request at this server, from 1; makes ids
 * @param created seconds since 1970
 * @param model the model's name
 * @param choices the replies
 * @param promptTokens tokens of the prompt
 */
record Completion(long number, long created, String model, List<Choice> choices, int promptTokens) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /**
     * A reply.
     *
     * @param text its words, or null
     * @param calls the functions that it calls
     * @param finish why it ends there: {@code stop}, {@code length} or {@code tool_calls}
     * @param tokens tokens of it
     */
    record Choice(@Nullable String text, List<ToolExecutionRequest> calls, String finish, int tokens) {}

    int completionTokens() {
        return choices.stream().mapToInt(Choice::tokens).sum();
    }

    /** Returns the whole as one object. */
    ObjectNode json() {
        ObjectNode json = head("chat.completion");
        ArrayNode array = json.putArray("choices");
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            ObjectNode message = JSON.objectNode().put("role", "assistant").put("content", choice.text());
            message.putNull("refusal");
            if (!choice.calls().isEmpty()) {
                message.set("tool_calls", calls(choice, i, /* numbered= */ false));
            }
            ObjectNode entry = array.addObject().put("index", i);
            entry.set("message", message);
            entry.putNull("logprobs").put("finish_reason", choice.finish());
        }
        json.set("usage", usage());
        return json;
    }

    /**
     * Returns the chunks of a stream: of each reply its role, its content, why it ends; then the usage where it is wanted.
     *
     * @param usage whether it is wanted
     */
    List<ObjectNode> chunks(boolean usage) {
        List<ObjectNode> chunks = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            chunks.add(chunk(i, JSON.objectNode().put("role", "assistant").put("content", ""), null));
            String text = choice.text() == null ? "" : choice.text();
            for (String line : text.split("(?<=\n)", -1)) {
                if (!line.isEmpty()) {
                    chunks.add(chunk(i, JSON.objectNode().put("content", line), null));
                }
            }
            if (!choice.calls().isEmpty()) {
                chunks.add(chunk(i, JSON.objectNode().set("tool_calls", calls(choice, i, /* numbered= */ true)), null));
            }
            chunks.add(chunk(i, JSON.objectNode(), choice.finish()));
        }
        if (usage) {
            ObjectNode last = head("chat.completion.chunk");
            last.putArray("choices");
            last.set("usage", usage());
            chunks.add(last);
        }
        return chunks;
    }

    private ObjectNode chunk(int index, JsonNode delta, @Nullable String finish) {
        ObjectNode chunk = head("chat.completion.chunk");
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", index);
        choice.set("delta", delta);
        choice.put("finish_reason", finish);
        return chunk;
    }

    private ObjectNode head(String object) {
        return JSON.objectNode()
                .put("id", "chatcmpl-" + number)
                .put("object", object)
                .put("created", created)
                .put("model", model);
    }

    private ArrayNode calls(Choice choice, int index, boolean numbered) {
        ArrayNode array = JSON.arrayNode();
        for (int c = 0; c < choice.calls().size(); c++) {
            ObjectNode entry = array.addObject();
            if (numbered) {
                entry.put("index", c);
            }
            entry.put("id", "call_" + number + "_" + index + "_" + c).put("type", "function");
            entry.putObject("function")
                    .put("name", choice.calls().get(c).name())
                    .put("arguments", choice.calls().get(c).arguments());
        }
        return array;
    }

    private ObjectNode usage() {
        ObjectNode usage = JSON.objectNode()
                .put("prompt_tokens", promptTokens)
                .put("completion_tokens", completionTokens())
                .put("total_tokens", promptTokens + completionTokens());
        usage.putObject("prompt_tokens_details").put("cached_tokens", 0);
        return usage;
    }
}
