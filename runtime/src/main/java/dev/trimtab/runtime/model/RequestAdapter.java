package dev.trimtab.runtime.model;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.anthropic.AnthropicChatRequestParameters;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.trimtab.runtime.model.failure.PermanentFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says a request in the words that one model understands: roles, temperature, stop sequences, length of the reply, forced call. */
final class RequestAdapter {
    private static final String OPENAI = "api.openai.com";

    private final ModelConfig config;
    private final @Nullable String address;

    /** @param address where the server is; null: the provider's own address */
    RequestAdapter(ModelConfig config, @Nullable String address) {
        this.config = config;
        this.address = address;
    }

    ChatRequest adapt(ChatRequest asked) {
        boolean written = config.features().toolChoice() == ToolChoiceStyle.WRITTEN;
        ChatRequest request = written ? WrittenFunctions.told(asked) : asked;
        return ChatRequest.builder()
                .messages(messages(request.messages()))
                .parameters(parameters(request))
                .build();
    }

    private List<ChatMessage> messages(List<ChatMessage> messages) {
        boolean hasUser = messages.stream().anyMatch(UserMessage.class::isInstance);
        boolean systemSpeaks = config.features().systemRole() && (hasUser || isOpenAi());
        List<ChatMessage> spoken = systemSpeaks
                ? messages
                : messages.stream().map(RequestAdapter::asUser).toList();
        return isOpenAi() ? spoken : takingTurns(spoken);
    }

    /** Joins what a user says twice in a row, as after an empty reply: some chat templates of open models refuse it. */
    private static List<ChatMessage> takingTurns(List<ChatMessage> messages) {
        List<ChatMessage> turns = new ArrayList<>();
        for (ChatMessage message : messages) {
            int last = turns.size() - 1;
            if (last >= 0
                    && turns.get(last) instanceof UserMessage before
                    && message instanceof UserMessage more
                    && before.hasSingleText()
                    && more.hasSingleText()) {
                turns.set(last, UserMessage.from(before.singleText() + "\n\n" + more.singleText()));
            } else {
                turns.add(message);
            }
        }
        return turns;
    }

    /** Only OpenAI itself is known to answer a prompt that nobody asks: chat templates of open models refuse it or leave it out. */
    private boolean isOpenAi() {
        return config.provider() == ModelProvider.OPENAI && (address == null || address.contains(OPENAI));
    }

    private static ChatMessage asUser(ChatMessage message) {
        return message instanceof SystemMessage system ? UserMessage.from(system.text()) : message;
    }

    private ChatRequestParameters parameters(ChatRequest request) {
        boolean forced = forced(request);
        ToolChoiceStyle style = config.features().toolChoice();
        boolean named = forced
                && style == ToolChoiceStyle.NAMED
                && request.toolSpecifications().size() == 1;
        return switch (config.provider()) {
            case OPENAI -> openAi(request, named);
            case ANTHROPIC -> anthropic(request, named);
            default -> common(ChatRequestParameters.builder(), request).build();
        };
    }

    private ChatRequestParameters openAi(ChatRequest request, boolean named) {
        OpenAiChatRequestParameters.Builder builder = common(OpenAiChatRequestParameters.builder(), request);
        if (config.limits().maxOutputParameter() == MaxOutputParameter.MAX_COMPLETION_TOKENS) {
            builder.maxCompletionTokens(config.limits().longestReply(request.maxOutputTokens()));
            builder.maxOutputTokens(null);
        }
        if (named) {
            builder.toolChoice((ToolChoice) null);
            builder.customParameters(
                    Map.of("tool_choice", Map.of("type", "function", "function", Map.of("name", onlyTool(request)))));
        }
        return builder.build();
    }

    private ChatRequestParameters anthropic(ChatRequest request, boolean named) {
        AnthropicChatRequestParameters.Builder builder = common(AnthropicChatRequestParameters.builder(), request);
        if (named) {
            builder.toolChoiceName(onlyTool(request));
        }
        return builder.build();
    }

    private <B extends DefaultChatRequestParameters.Builder<? extends B>> B common(B builder, ChatRequest request) {
        builder.overrideWith(request.parameters());
        builder.maxOutputTokens(config.limits().longestReply(request.maxOutputTokens()));
        if (!config.features().temperature()) {
            builder.temperature(null);
        }
        if (!config.features().stop()) {
            builder.stopSequences(List.of());
        }
        if (forced(request) && config.features().toolChoice() == ToolChoiceStyle.AUTO) {
            builder.toolChoice(ToolChoice.AUTO);
        }
        return builder;
    }

    private boolean forced(ChatRequest request) {
        List<ToolSpecification> tools = request.toolSpecifications();
        if (tools == null || tools.isEmpty()) {
            return false;
        }
        if (config.features().toolChoice() == ToolChoiceStyle.NONE) {
            throw new PermanentFailure.InvalidRequest(
                    "model " + config.model() + " takes no functions: name another model for what needs them", null);
        }
        return request.toolChoice() == ToolChoice.REQUIRED;
    }

    private static String onlyTool(ChatRequest request) {
        return request.toolSpecifications().get(0).name();
    }
}
