package dev.trimtab.runtime.model;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.trimtab.runtime.model.failure.PermanentFailure;
import dev.trimtab.runtime.model.failure.RetriableFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One tiny call that tells whether key, name, functions and token counts of a model work. */
public final class ModelProbe {
    /** Enough for a reasoning model's thoughts before the call. */
    private static final int LONGEST_REPLY = 1000;

    private static final String MAY_PASS =
            "This may pass: try again, and check base-url and the network if it does not.";

    private static final ToolSpecification READY = ToolSpecification.builder()
            .name("report_ready")
            .description("Reports that the model is ready.")
            .parameters(JsonObjectSchema.builder()
                    .addBooleanProperty("ready", "always true")
                    .required("ready")
                    .build())
            .build();

    private final ModelConfig config;
    private final ChatModel model;
    private final TokenCounter counter;

    /**
     * @param model makes the call; one attempt is enough
     * @param counter counts prompts for this model
     */
    public ModelProbe(ModelConfig config, ChatModel model, TokenCounter counter) {
        this.config = config;
        this.model = model;
        this.counter = counter;
    }

    /**
     * What the call showed.
     *
     * @param usable whether a run with this model can work
     * @param lines plain sentences, one a finding
     */
    public record Report(boolean usable, List<String> lines) {
        public Report {
            lines = List.copyOf(lines);
        }
    }

    /** Makes the call. */
    public Report run() {
        boolean tools = config.features().toolChoice() != ToolChoiceStyle.NONE;
        ChatRequest request = request(tools);
        try {
            ChatResponse response = model.chat(request);
            List<String> lines = new ArrayList<>();
            lines.add("The key and the name " + config.model() + " work.");
            boolean called = response.aiMessage().hasToolExecutionRequests();
            lines.add(tools ? describeTools(called) : "Functions: not used with this model, as its preset says.");
            lines.add(describeCount(counter.count(request), ModelTokenUsage.of(response.tokenUsage())));
            return new Report(called || !tools, lines);
        } catch (PermanentFailure failure) {
            return new Report(false, List.of(failure.getMessage()));
        } catch (RetriableFailure failure) {
            return new Report(false, List.of(failure.getMessage(), MAY_PASS));
        }
    }

    /** In the form of AIDE's prompts, which some servers refuse: nobody but the system speaks. */
    private ChatRequest request(boolean tools) {
        ChatRequest.Builder request = ChatRequest.builder().maxOutputTokens(LONGEST_REPLY);
        if (tools) {
            return request.messages(SystemMessage.from("Call report_ready."))
                    .toolSpecifications(READY)
                    .toolChoice(ToolChoice.REQUIRED)
                    .build();
        }
        return request.messages(SystemMessage.from("Answer with the word ready."))
                .build();
    }

    private static String describeTools(boolean called) {
        return called
                ? "Functions work: the model called the one it was given."
                : "Functions do not work: the model answered without the call, and so may the server have dropped what it could call;"
                        + " a scaffold that reviews by function call needs another model or another features.tool-choice in the model's file,"
                        + " such as written, and openhands takes -o openhands.function-calling=false.";
    }

    private static String describeCount(int ours, @Nullable ModelTokenUsage usage) {
        if (usage == null) {
            return "Token counts: the server reports none; runs are charged by our own count (" + ours
                    + " for this prompt).";
        }
        int reported = usage.inputTokenCount();
        String verdict =
                ours >= reported ? "ours is not under the server's" : "ours is under the server's, runs correct it";
        return String.format(Locale.ROOT, "Token counts: ours %d, the server's %d (%s).", ours, reported, verdict);
    }
}
