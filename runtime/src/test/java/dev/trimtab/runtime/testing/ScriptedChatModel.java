package dev.trimtab.runtime.testing;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A model that plays back a script of replies, computed replies and errors in order, and keeps every request it was given.
 *
 * <p>When the script is used up it calls the fallback if there is one, else it fails: a test that asks once too often must not
 * pass by luck.
 */
public final class ScriptedChatModel implements ChatModel {
    private final Deque<Function<ChatRequest, ChatResponse>> script = new ArrayDeque<>();
    private final List<ChatRequest> requests = new ArrayList<>();
    private @Nullable Function<ChatRequest, ChatResponse> fallback;

    /** A model that answers with these texts, one a call. */
    public static ScriptedChatModel replying(String... texts) {
        ScriptedChatModel model = new ScriptedChatModel();
        for (String text : texts) {
            model.reply(text);
        }
        return model;
    }

    /** A model that computes every reply. */
    public static ScriptedChatModel answering(Function<ChatRequest, ChatResponse> fallback) {
        return new ScriptedChatModel().otherwise(fallback);
    }

    /** Adds a plain text reply. */
    public ScriptedChatModel reply(String text) {
        return reply(text(text));
    }

    /** Adds a reply that calls one tool and says nothing else; its call id is {@code call-n} with the step's number from 1. */
    public ScriptedChatModel call(String tool, String argumentsJson) {
        return then(request -> toolCall("call-" + requests.size(), tool, argumentsJson));
    }

    /** Adds a ready reply. */
    public ScriptedChatModel reply(ChatResponse response) {
        return then(request -> response);
    }

    /** Adds an error that is thrown. */
    public ScriptedChatModel fail(RuntimeException error) {
        return then(request -> {
            throw error;
        });
    }

    /** Adds a reply computed from the request. */
    public synchronized ScriptedChatModel then(Function<ChatRequest, ChatResponse> step) {
        script.add(step);
        return this;
    }

    /** Sets what answers once the script is used up. */
    public synchronized ScriptedChatModel otherwise(Function<ChatRequest, ChatResponse> step) {
        fallback = step;
        return this;
    }

    @Override
    public synchronized ChatResponse doChat(ChatRequest request) {
        requests.add(request);
        Function<ChatRequest, ChatResponse> step = script.isEmpty() ? fallback : script.poll();
        if (step == null) {
            throw new AssertionError("the script has no reply for call " + requests.size());
        }
        return step.apply(request);
    }

    /** All requests so far, oldest first. */
    public synchronized List<ChatRequest> requests() {
        return List.copyOf(requests);
    }

    /** The request of the last call; fails if there was none. */
    public synchronized ChatRequest lastRequest() {
        return requests.get(requests.size() - 1);
    }

    /** How many scripted replies are left. */
    public synchronized int remaining() {
        return script.size();
    }

    /** A reply of plain text that ended by itself. */
    public static ChatResponse text(String text) {
        return ChatResponse.builder()
                .aiMessage(AiMessage.from(text))
                .finishReason(FinishReason.STOP)
                .build();
    }

    /** A reply of one tool call and no text. */
    public static ChatResponse toolCall(String id, String tool, String argumentsJson) {
        ToolExecutionRequest call = ToolExecutionRequest.builder()
                .id(id)
                .name(tool)
                .arguments(argumentsJson)
                .build();
        return ChatResponse.builder()
                .aiMessage(AiMessage.from(call))
                .finishReason(FinishReason.TOOL_EXECUTION)
                .build();
    }
}
