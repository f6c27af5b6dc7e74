package dev.trimtab.runtime.model.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.ChatModels;
import dev.trimtab.runtime.model.ModelConfig;
import dev.trimtab.runtime.model.ModelPresets;
import dev.trimtab.runtime.model.server.CompletionServer;
import dev.trimtab.runtime.model.server.ServedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our own client at the endpoint gets the very replies of the engineer in this process. */
final class ServedEngineerTest {
    private static final int SEED = 11;
    private static final ModelPresets PRESETS =
            new ModelPresets(Path.of(System.getProperty("trimtab.home"), "configs", "models"));
    private static final ToolSpecification SHELL = ToolSpecification.builder()
            .name("execute_bash")
            .parameters(JsonObjectSchema.builder().addStringProperty("command").build())
            .build();

    private final CalibratedTokenCounter counter = ChatModels.counter(PRESETS.load("offline"));
    private final ChatModel here = engineer();
    private CompletionServer server;
    private ChatModel there;

    @BeforeEach
    void serve() throws IOException {
        ModelConfig offline = PRESETS.load("offline");
        server = CompletionServer.start(
                new ServedModel(
                        "offline/perfect", engineer(), counter, offline.limits().contextWindow()),
                /* port= */ 0,
                InstantSource.system(),
                usage -> {});
        ModelConfig config = PRESETS.load("whatever/name", server.url(), Map.of());
        there = new ChatModels(Map.of()).provider(config, InstantSource.system(), () -> null);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void chat_draftAskedFourTimes_givesTheFourRepliesOfTheModelInThisProcess() {
        ChatRequest draft = request(List.of(), SystemMessage.from(Prompts.draft("")));
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            texts.add(assertSame(draft).aiMessage().text());
        }

        assertThat(texts).doesNotHaveDuplicates();
    }

    @Test
    void chat_forcedReview_givesTheSameCallWithTheSameArguments() {
        ChatResponse reply = assertSame(request(
                List.of(Prompts.REVIEW),
                SystemMessage.from(Prompts.review(
                        "// no design", "Validation rmsle: 0.5\nWrote 2 predictions to ./submission/submission.csv"))));

        assertThat(reply.aiMessage().toolExecutionRequests())
                .singleElement()
                .satisfies(call -> assertThat(call.name()).isEqualTo("submit_review"));
    }

    @Test
    void chat_withToolResultsInTheHistory_givesTheSameNextCall() {
        List<ChatMessage> history = new ArrayList<>(
                List.of(SystemMessage.from("You work in a shell."), UserMessage.from(Prompts.draft(""))));
        for (int i = 0; i < 3; i++) {
            ChatResponse reply = assertSame(request(List.of(SHELL), history.toArray(ChatMessage[]::new)));
            history.add(reply.aiMessage());
            reply.aiMessage()
                    .toolExecutionRequests()
                    .forEach(call -> history.add(ToolExecutionResultMessage.from(
                            call, "java.lang.IllegalStateException: bad\n[Command finished with exit code 1]")));
        }

        assertThat(history).hasSizeGreaterThan(4);
    }

    private ChatResponse assertSame(ChatRequest request) {
        ChatResponse local = here.chat(request);
        ChatResponse remote = there.chat(request);

        assertThat(remote.aiMessage().text()).isEqualTo(local.aiMessage().text());
        assertThat(remote.aiMessage().toolExecutionRequests())
                .extracting(call -> call.name() + call.arguments())
                .isEqualTo(local.aiMessage().toolExecutionRequests().stream()
                        .map(call -> call.name() + call.arguments())
                        .toList());
        assertThat(remote.tokenUsage().inputTokenCount())
                .isEqualTo(local.tokenUsage().inputTokenCount());
        assertThat(remote.tokenUsage().outputTokenCount())
                .isEqualTo(local.tokenUsage().outputTokenCount());
        assertThat(remote.finishReason()).isEqualTo(local.finishReason());
        return remote;
    }

    private static ChatRequest request(List<ToolSpecification> tools, ChatMessage... messages) {
        ChatRequest.Builder request = ChatRequest.builder().messages(messages);
        return tools.isEmpty()
                ? request.build()
                : request.toolSpecifications(tools)
                        .toolChoice(ToolChoice.REQUIRED)
                        .build();
    }

    private OfflineEngineer engineer() {
        return new OfflineEngineer(SEED, OfflineProfiles.get("perfect"), /* declareFamily= */ false, counter::count);
    }
}
