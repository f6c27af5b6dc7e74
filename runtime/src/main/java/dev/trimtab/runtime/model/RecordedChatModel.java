package dev.trimtab.runtime.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.trimtab.runtime.model.failure.PermanentFailure;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A model that answers with recorded replies, found by the request's fingerprint. Each is given once; equal requests get theirs in the order in
 * which they were recorded. Not thread-safe.
 */
public final class RecordedChatModel implements ChatModel {
    private final String refusal;
    private final Map<String, Queue<Recorded>> replies = new HashMap<>();

    /** @param reply null where the server refused the prompt as too long */
    private record Recorded(@Nullable JsonNode reply) {}

    /** @param refusal what is said of a request that no recorded reply is left for: which record, what to do */
    public RecordedChatModel(String refusal) {
        this.refusal = refusal;
    }

    /**
     * Adds a reply after those that were added before.
     *
     * @param fingerprint of the request, by {@link RequestFingerprint}
     * @param reply as {@link ChatJson} wrote it
     */
    public RecordedChatModel add(String fingerprint, JsonNode reply) {
        return add(fingerprint, new Recorded(reply));
    }

    /**
     * Adds that the server refused the prompt as too long, after the replies that were added before.
     *
     * @param fingerprint of the request, by {@link RequestFingerprint}
     */
    public RecordedChatModel addTooLong(String fingerprint) {
        return add(fingerprint, new Recorded(null));
    }

    private RecordedChatModel add(String fingerprint, Recorded recorded) {
        replies.computeIfAbsent(fingerprint, f -> new ArrayDeque<>()).add(recorded);
        return this;
    }

    /** Passes over the reply that a log gave in this model's place, so that a resumed run goes on as if it had not stopped. */
    public void answered(ChatRequest request) {
        Recorded passed = take(request);
        while (passed.reply() == null) {
            passed = take(request);
        }
    }

    /**
     * @throws PermanentFailure.ContextOverflow if the server refused the prompt as too long
     * @throws UnrecordedRequestException if no reply to this request is left
     */
    @Override
    public ChatResponse doChat(ChatRequest request) {
        JsonNode reply = take(request).reply();
        if (reply == null) {
            throw new PermanentFailure.ContextOverflow("the recorded server refused this prompt as too long", null);
        }
        return ChatJson.readResponse(reply);
    }

    private Recorded take(ChatRequest request) {
        Queue<Recorded> left = replies.get(RequestFingerprint.of(request));
        if (left == null || left.isEmpty()) {
            throw new UnrecordedRequestException(
                    refusal, replies.values().stream().allMatch(Queue::isEmpty));
        }
        return left.remove();
    }
}
