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
 * @param contextTokens tokens of a prompt's window
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
        int contextTokens,
        @Nullable Integer memoryTokens,
        String language,
        String isolation,
        boolean answersReadable) {
    static RunFacts of(JsonNode run) {
        JsonNode configuration = run.path("configuration");
        JsonNode agent = configuration.path("agent");
        JsonNode context = configuration.path("context");
        JsonNode memory = context.path("memory-tokens");
        RunModel model = RunModel.of(run);
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
                context.path("tokens").asInt(),
                memory.isInt() ? memory.asInt() : null,
                run.at("/models/language").asText(),
                run.at("/isolation/description").asText(),
                run.at("/isolation/answers-readable").asBoolean());
    }

    /** Returns whether a program stood in for the language model. */
    public boolean offline() {
        return profile != null;
    }
}
