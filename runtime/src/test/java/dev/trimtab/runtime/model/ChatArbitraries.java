package dev.trimtab.runtime.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random conversations: missing texts, broken arguments, several tool calls, odd characters. */
final class ChatArbitraries {
    private ChatArbitraries() {}

    static Arbitrary<ChatRequest> requests() {
        Arbitrary<List<ToolSpecification>> tools = tools().list().ofMaxSize(2);
        Arbitrary<ToolChoice> choice = Arbitraries.of(ToolChoice.class).injectNull(0.5);
        Arbitrary<Double> temperature = Arbitraries.doubles().between(0, 2).injectNull(0.5);
        Arbitrary<Integer> limit = Arbitraries.integers().between(1, 9000).injectNull(0.5);
        Arbitrary<List<String>> stop = texts().list().ofMaxSize(2);
        return Combinators.combine(messages().list().ofMinSize(1).ofMaxSize(6), tools, choice, temperature, limit, stop)
                .as((messages, specs, toolChoice, heat, max, stops) -> ChatRequest.builder()
                        .messages(messages)
                        .toolSpecifications(specs)
                        .toolChoice(toolChoice)
                        .temperature(heat)
                        .maxOutputTokens(max)
                        .stopSequences(stops)
                        .modelName("m")
                        .build());
    }

    static Arbitrary<ChatResponse> responses() {
        Arbitrary<ModelTokenUsage> usage = Combinators.combine(
                        Arbitraries.integers().between(0, 9999),
                        Arbitraries.integers().between(0, 999))
                .as((input, output) -> new ModelTokenUsage(input, output, input / 2))
                .injectNull(0.3);
        return Combinators.combine(
                        replies(), usage, Arbitraries.of(FinishReason.class).injectNull(0.2))
                .as((message, tokens, finish) -> ChatResponse.builder()
                        .aiMessage(message)
                        .tokenUsage(tokens)
                        .finishReason(finish)
                        .id("r1")
                        .modelName("m")
                        .build());
    }

    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMinLength(1).ofMaxLength(30).filter(ChatArbitraries::encodable),
                Arbitraries.of("x", "deux mots", "if (a<b) {\n\treturn \"c\";\n}", "日本語 🙂", "null", "  "));
    }

    private static boolean encodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && !text.trim().isEmpty();
    }

    private static Arbitrary<ChatMessage> messages() {
        Arbitrary<String> words = texts().filter(text -> !text.trim().isEmpty());
        return Arbitraries.oneOf(
                words.map(SystemMessage::from),
                words.map(UserMessage::from),
                replies(),
                Combinators.combine(words, words, Arbitraries.of(true, false).injectNull(0.3))
                        .as((id, text, error) -> ToolExecutionResultMessage.builder()
                                .id(id)
                                .toolName("run")
                                .text(text)
                                .isError(error)
                                .build()));
    }

    private static Arbitrary<AiMessage> replies() {
        Arbitrary<ToolExecutionRequest> call = Combinators.combine(
                        texts().injectNull(0.2), Arbitraries.of("", "{}", "{\"a\":1}", "{\"a\":", "\n"))
                .as((id, arguments) -> ToolExecutionRequest.builder()
                        .id(id)
                        .name("run")
                        .arguments(arguments)
                        .build());
        return Combinators.combine(
                        texts().injectNull(0.4),
                        texts().injectNull(0.8),
                        call.list().ofMaxSize(3),
                        Arbitraries.of(Map.<String, Object>of(), Map.<String, Object>of("signature", "abc", "n", 3)))
                .as((text, thinking, calls, attributes) -> AiMessage.builder()
                        .text(text)
                        .thinking(thinking)
                        .toolExecutionRequests(calls)
                        .attributes(attributes)
                        .build());
    }

    private static Arbitrary<ToolSpecification> tools() {
        return Combinators.combine(
                        Arbitraries.of("run", "submit_review"),
                        texts().injectNull(0.2),
                        Arbitraries.of(true, false).injectNull(0.5))
                .as((name, description, strict) -> ToolSpecification.builder()
                        .name(name)
                        .description(description)
                        .parameters(JsonObjectSchema.builder()
                                .addStringProperty("summary", "what happened")
                                .addEnumProperty("mood", List.of("good", "bad"))
                                .addNumberProperty("metric")
                                .required("summary")
                                .build())
                        .strict(strict)
                        .build());
    }
}
