package dev.trimtab.benchmark.decide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.policy.StabilityController;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.runtime.context.DecisionJson;
import dev.trimtab.runtime.context.Readings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers lines of JSON with plans, or with what is wrong with them. Remembers the {@value #SESSIONS} sessions used last. Not
 * thread-safe.
 */
public final class Decider {
    private static final int SESSIONS = 10_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final StabilityController controller;
    private final RequestReader requests = new RequestReader();
    private final StateReader states;
    private final Map<String, Session> sessions = new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
            return size() > SESSIONS;
        }
    };
    private long lines;

    /**
     * @param policy what decides
     * @param parameters the policy's
     */
    public Decider(StabilityPolicy policy, PolicyParameters parameters) {
        controller = new StabilityController(policy, parameters);
        states = new StateReader(parameters);
    }

    /** Returns the answer to a line: a plan, or an object whose {@code error} says in one line what is wrong with it. */
    public String answer(String line) {
        lines++;
        try {
            DecideRequest request = requests.read(line);
            return decided(request).toString();
        } catch (MalformedLineException e) {
            return MAPPER.createObjectNode()
                    .put("line", lines)
                    .put("error", e.getMessage())
                    .toString();
        }
    }

    private ObjectNode decided(DecideRequest request) throws MalformedLineException {
        String name = request.session();
        Session now = states.read(request, name == null ? null : sessions.get(name));
        StabilityController.Pace pace = now.pace() == DecideRequest.Pace.ONE
                ? StabilityController.Pace.ONE_DECISION
                : StabilityController.Pace.WHOLE_PLAN;
        StabilityController.Turn turn = controller.decide(now.state(), now.room(), pace);
        if (name != null && Boolean.TRUE.equals(request.end())) {
            sessions.remove(name);
        } else if (name != null) {
            sessions.put(name, now.after(turn));
        }
        return json(name, now, turn.plan());
    }

    private ObjectNode json(@Nullable String session, Session now, ControlPlan plan) {
        ObjectNode answer = MAPPER.createObjectNode().put("line", lines);
        if (session != null) {
            answer.put("session", session);
        }
        answer.put("policy", plan.policy()).put("step", now.state().step());
        ArrayNode decisions = answer.putArray("decisions");
        plan.decisions().forEach(decision -> decisions.add(told(decision, plan)));
        ObjectNode held = answer.putObject("representations");
        plan.representations().forEach((id, as) -> held.put(id, as.name().toLowerCase(Locale.ROOT)));
        ObjectNode readings = answer.putObject("readings");
        Readings.of(plan.diagnostics()).forEach((reading, value) -> put(readings, reading, value));
        ArrayNode certificates = answer.putArray("certificates");
        plan.diagnostics().certificates().forEach(certificate -> certificates.add(DecisionJson.of(certificate)));
        return answer;
    }

    /** A runtime keeps whole what it takes for the seed of a reset, so that only what is to be held in full is told as that, and records beside it. */
    private static JsonNode told(Decision decision, ControlPlan plan) {
        JsonNode json = DecisionJson.of(decision);
        if (decision instanceof Decision.Reset reset && json instanceof ObjectNode fields) {
            held(reset, plan, Representation.FULL).forEach(fields.putArray("seed")::add);
            held(reset, plan, Representation.COMPRESSED).forEach(fields.putArray("records")::add);
        }
        return json;
    }

    private static Stream<String> held(Decision.Reset reset, ControlPlan plan, Representation as) {
        return reset.seed().stream().filter(id -> plan.representations().get(id) == as);
    }

    /** JSON has no infinity: it is written as text. */
    private static void put(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.put(name, Double.toString(value));
        }
    }
}
