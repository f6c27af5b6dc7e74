package dev.trimtab.runtime.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * A model that answers with recorded replies, found by the request's fingerprint. Each is given once; equal requests get theirs in the order in
 * which they were recorded. Not thread-safe.
 */
public final class RecordedChatModel implements ChatModel {
    private final String refusal;
    private final Map<String, Queue<JsonNode>> replies = new HashMap<>();

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
        replies.computeIfAbsent(fingerprint, f -> new ArrayDeque<>()).add(reply);
        return this;
    }

    /** Passes over the reply that a log gave in this model's place, so that a resumed run goes on as if it had not stopped. */
    public void answered(ChatRequest request) {
        take(request);
    }

    /** @throws UnrecordedRequestException if no reply to this request is left */
    @Override
    public ChatResponse doChat(ChatRequest request) {
        return ChatJson.readResponse(take(request));
    }

    private JsonNode take(ChatRequest request) {
        Queue<JsonNode> left = replies.get(RequestFingerprint.of(request));
        if (left == null || left.isEmpty()) {
            throw new UnrecordedRequestException(refusal);
        }
        return left.remove();
    }
}
