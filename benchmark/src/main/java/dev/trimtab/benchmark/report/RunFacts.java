package dev.trimtab.benchmark.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.benchmark.experiment.RunModel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a run was started with, as its {@code run.json} has it.
 *
 * @param scaffold the agent
 * @param policy the context policy
 * @param pursuit who decided what a step works on
 * @param competition the competition
 * @param model the model that wrote solutions; of recorded replies, {@code replay of} the model that gave them
 * @param feedback the model that judged outputs; the same when no other was named
 * @param profile the offline engineer's profile, or null with another model
 * @param seed keys the random streams
 * @param steps control steps that it may use
 * @param contextTokens tokens of a prompt's window as they were stated, or null for all that the models take
 * @param window tokens of a prompt's window, or null where neither is recorded
 * @param memoryTokens the most of them that memory may take, or null when only the window bounds it
 * @param language of the solutions
 * @param isolation what kept solutions from the rest of the machine
 * @param answersReadable whether solutions could have read the private answers
 */
public record RunFacts(
        String scaffold,
        String policy,
        String pursuit,
        String competition,
        String model,
        String feedback,
        @Nullable String profile,
        long seed,
        int steps,
        @Nullable Integer contextTokens,
        @Nullable Integer window,
        @Nullable Integer memoryTokens,
        String language,
        String isolation,
        boolean answersReadable) {
    private static final String LARGEST = "/%s/limits/context-window";

    static RunFacts of(JsonNode run) {
        JsonNode configuration = run.path("configuration");
        JsonNode agent = configuration.path("agent");
        JsonNode context = configuration.path("context");
        RunModel model = RunModel.of(run);
        Integer stated = number(context.path("tokens"));
        return new RunFacts(
                agent.path("scaffold").asText(),
                agent.path("policy").asText(),
                agent.path("pursuit").asText().toLowerCase(Locale.ROOT),
                agent.path("competition").asText(),
                model.name(),
                run.at("/models/feedback/model").asText(),
                model.profile(),
                agent.path("seed").asLong(),
                configuration.at("/budget/steps").asInt(),
                stated,
                stated == null ? modelsWindow(run.path("models")) : stated,
                number(context.path("memory-tokens")),
                run.at("/models/language").asText(),
                run.at("/isolation/description").asText(),
                run.at("/isolation/answers-readable").asBoolean());
    }

    /** Returns the tokens of the largest window that both models take, or null where a file does not say what they take. */
    private static @Nullable Integer modelsWindow(JsonNode models) {
        Integer coder = number(models.at(LARGEST.formatted("coder")));
        Integer feedback = number(models.at(LARGEST.formatted("feedback")));
        return coder == null || feedback == null ? null : Integer.valueOf(Math.min(coder, feedback));
    }

    private static @Nullable Integer number(JsonNode value) {
        return value.isInt() ? value.asInt() : null;
    }

    /** Returns whether a program stood in for the language model. */
    public boolean offline() {
        return profile != null;
    }
}
