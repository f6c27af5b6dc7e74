package dev.trimtab.runtime.model.offline;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.trimtab.runtime.Sha256;
import dev.trimtab.runtime.model.offline.grammar.JavaGrammar;
import dev.trimtab.runtime.model.offline.grammar.PythonGrammar;
import dev.trimtab.runtime.model.offline.profile.Profile;
import dev.trimtab.runtime.model.offline.protocol.Draws;
import dev.trimtab.runtime.model.offline.protocol.Protocol;
import dev.trimtab.runtime.model.offline.protocol.Protocols;
import dev.trimtab.runtime.model.offline.protocol.Request;
import dev.trimtab.runtime.model.offline.reader.Prompt;
import dev.trimtab.runtime.model.offline.reader.PromptReader;
import dev.trimtab.runtime.model.offline.reader.TaskFacts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * A stand-in for a language model that needs no network: it reads the request's text and answers in the scaffold's protocol with programs that
 * really run. <b>It is no language model</b>, and whatever is measured with it shows that a mechanism works through a context, not that it helps a
 * language model.
 *
 * <p>The n-th answer to a request is always the same; requests that differ only in hypothesis ids, family tags, certificates or durations count
 * as the same. A request that is made again gets another answer, as a model that samples would give. Thread-safe.
 */
public final class OfflineEngineer implements ChatModel {
    /** Said by every program that shows results made with it. */
    public static final String NOTICE = "The model is the offline engineer: a program, not a language model.";

    private final long seed;
    private final Profile profile;
    private final boolean declareFamily;
    private final ToIntFunction<String> tokens;
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Map<TaskFacts.Language, List<Protocol>> protocols = Map.of(
            TaskFacts.Language.JAVA, Protocols.of(new JavaGrammar()),
            TaskFacts.Language.PYTHON, Protocols.of(new PythonGrammar()));

    /**
     * @param seed fixes every reply
     * @param profile how attentive and careful it is
     * @param declareFamily whether plans end in a line that names their family
     * @param tokens counts the tokens of a text, for the usage that it reports
     */
    public OfflineEngineer(long seed, Profile profile, boolean declareFamily, ToIntFunction<String> tokens) {
        this.seed = seed;
        this.profile = profile;
        this.declareFamily = declareFamily;
        this.tokens = tokens;
    }

    /** Counts an answer that a record gave in the engineer's place, so that a resumed run goes on as if it had not stopped. */
    public void answered(ChatRequest request) {
        count(key(PromptReader.read(text(request)), tools(request)));
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        String text = text(request);
        List<ToolSpecification> tools = tools(request);
        Prompt prompt = PromptReader.read(text);
        String key = key(prompt, tools);
        Request asked = new Request(prompt, tools, profile, new Draws(seed, key, count(key)), declareFamily);
        Protocol protocol = Objects.requireNonNull(protocols.get(prompt.task().language())).stream()
                .filter(p -> p.speaks(asked))
                .findFirst()
                .orElseThrow();
        AiMessage reply = protocol.answer(asked);
        return ChatResponse.builder()
                .aiMessage(reply)
                .modelName("offline/" + profile.name())
                .tokenUsage(new TokenUsage(tokens.applyAsInt(text), tokens.applyAsInt(text(reply))))
                .finishReason(reply.hasToolExecutionRequests() ? FinishReason.TOOL_EXECUTION : FinishReason.STOP)
                .build();
    }

    /** Returns how often the request was answered before. */
    private int count(String key) {
        return answers.merge(Sha256.of(key), 1, Integer::sum) - 1;
    }

    private static String key(Prompt prompt, List<ToolSpecification> tools) {
        return prompt.text() + tools.stream().map(ToolSpecification::name).collect(Collectors.joining(" "));
    }

    private static List<ToolSpecification> tools(ChatRequest request) {
        return Optional.ofNullable(request.toolSpecifications()).orElse(List.of());
    }

    private static String text(ChatRequest request) {
        return request.messages().stream().map(OfflineEngineer::text).collect(Collectors.joining("\n\n"));
    }

    private static String text(ChatMessage message) {
        if (message instanceof SystemMessage system) {
            return system.text();
        }
        if (message instanceof UserMessage user) {
            return user.contents().stream()
                    .filter(TextContent.class::isInstance)
                    .map(c -> ((TextContent) c).text())
                    .collect(Collectors.joining("\n"));
        }
        if (message instanceof AiMessage reply) {
            String calls = reply.toolExecutionRequests().stream()
                    .map(call -> call.name() + " " + call.arguments())
                    .collect(Collectors.joining("\n"));
            return (reply.text() == null ? "" : reply.text()) + calls;
        }
        return message instanceof ToolExecutionResultMessage result ? result.text() : "";
    }
}
