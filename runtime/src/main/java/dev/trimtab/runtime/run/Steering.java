package dev.trimtab.runtime.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.runtime.attempt.Pursuit;
import dev.trimtab.runtime.context.ContextPlan;
import dev.trimtab.runtime.context.SearchState;
import java.util.List;
import java.util.Set;

/**
 * What the controller wants a step to work on, decided before the step with all that the last one showed.
 *
 * @param pursuit what to work on
 * @param decisions the decisions behind it, each with its certificate
 */
record Steering(Pursuit pursuit, List<JsonNode> decisions) {
    private static final Set<String> WORK = Set.of("branch", "recover", "pursue");

    /**
     * Asks the policy, unless the scaffold decides alone or nothing was tried yet.
     *
     * @param mode who decides
     * @param models know the policy and the memory's room
     * @param agent knows what its memory holds
     * @param search the hypotheses
     */
    static Steering of(Pursuit.Mode mode, ModelCalls models, Agent agent, SearchState search) {
        if (mode == Pursuit.Mode.SCAFFOLD || search.hypotheses().isEmpty()) {
            return new Steering(new Pursuit.Native(), List.of());
        }
        ContextPlan plan = models.outlook(agent.memory(), search);
        List<JsonNode> work = plan.decisions().stream()
                .filter(decision -> WORK.contains(decision.path("type").asText()))
                .toList();
        return new Steering(plan.pursuit(), work);
    }
}
