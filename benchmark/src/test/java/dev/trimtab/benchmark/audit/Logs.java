package dev.trimtab.benchmark.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.journal.Event;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events of logs written by hand. */
public final class Logs {
    private Logs() {}

    static Event started(int step) {
        return new Event.StepStarted(step, "native", List.of(), null);
    }

    static Event called(int step, String purpose) {
        return new Event.ModelCalled(
                step, purpose, "model", "hash", JsonNodeFactory.instance.objectNode(), 1, 1, false, 1, 0, 0, List.of());
    }

    static Event executed(int step, String purpose, @Nullable String violation) {
        return new Event.Executed(step, purpose, "hash", 0, violation, null, "", 0, false, false, null, Map.of(), 0, 0);
    }

    static Event used(int step, String observation) {
        return new Event.ToolUsed(step, "tool", "{}", observation);
    }

    /** A working attempt with an id, a program and a family of that name. */
    public static Event attempted(int step, String id, String family, double score) {
        return attempted(step, id, family, "program " + id, "plan", score, null);
    }

    /** An attempt that failed. */
    static Event failed(int step, String id, String family) {
        return attempted(step, id, family, "program " + id, "plan", null, Attempt.Fault.EXCEPTION);
    }

    static Event attempted(
            int step,
            String id,
            String family,
            String code,
            String plan,
            @Nullable Double score,
            Attempt.@Nullable Fault fault) {
        Attempt attempt = new Attempt(
                id, null, step, Attempt.Stage.DRAFT, plan, code, score, "", null, fault, fault == null, null);
        return new Event.Attempted(step, attempt, family, "code");
    }

    public static Event plan(int step, Map<String, String> held, Map<String, Double> readings, JsonNode... decisions) {
        return new Event.ContextPlanned(step, "draft", 300, 200, 200, held, List.of(decisions), List.of(), readings);
    }

    /** A decision whose certificate rests on one input of that provenance. */
    public static JsonNode decision(String type, boolean holds, String provenance) {
        ObjectNode decision = JsonNodeFactory.instance.objectNode().put("type", type);
        ObjectNode certificate =
                decision.putObject("certificate").put("law", "L2").put("holds", holds);
        certificate.putObject("inputs").putObject("q").put("value", 0.5).put("provenance", provenance);
        return decision;
    }

    static Event verified(int step, String attempt, @Nullable Double mean) {
        return new Event.Verified(step, attempt, List.of(), mean, null);
    }
}
