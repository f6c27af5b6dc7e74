package dev.trimtab.benchmark.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.trimtab.controller.comparator.StabilityPolicies;
import dev.trimtab.controller.policy.PolicyParameters;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The schemas that are shipped are those that the command keeps: fields, ranges, and every answer. */
final class DecideSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema REQUEST = schema(DecideSchema.REQUEST);
    private static final Schema ANSWER = schema(DecideSchema.ANSWER);
    private static final List<String> POLICIES =
            List.copyOf(StabilityPolicies.appraised().names());

    @Test
    void requestSchema_ofEveryObject_namesTheFieldsThatAreRead() throws Exception {
        JsonNode schema = JSON.readTree(DecideSchema.REQUEST.text());
        Map<String, Class<?>> objects = Map.of(
                "/properties", DecideRequest.class,
                "/properties/reset/properties", DecideRequest.Reset.class,
                "/properties/legacy/properties", DecideRequest.Legacy.class,
                "/$defs/hypothesis/properties", DecideRequest.Route.class,
                "/$defs/look/properties", DecideRequest.Look.class,
                "/$defs/branch/properties", DecideRequest.Branch.class,
                "/$defs/scenario/properties", DecideRequest.Scenario.class);

        objects.forEach((at, record) -> {
            Set<String> named = new TreeSet<>();
            schema.at(at).fieldNames().forEachRemaining(named::add);
            assertThat(named)
                    .as(at)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(record.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
            schema.at(at)
                    .forEach(field -> assertThat(field.hasNonNull("description"))
                            .as(at + " has a unit and a meaning for each field: " + field)
                            .isTrue());
        });
    }

    /** A drawn request is spoilt in one place half of the time; schema and command must agree on it. */
    @Property(tries = 400, seed = "1")
    void answer_drawnRequest_isAPlanExactlyWhereTheSchemaAllowsTheLine(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ObjectNode request = request(random);
        if (random.nextBoolean()) {
            spoil(random, request);
        }
        String policy = POLICIES.get(random.nextInt(POLICIES.size()));
        Decider decider = new Decider(
                StabilityPolicies.appraised()
                        .create(policy, PolicyParameters.DEFAULT)
                        .orElseThrow(),
                PolicyParameters.DEFAULT);

        String answer = decider.answer(request.toString());

        assertThat(ANSWER.validate(answer, InputFormat.JSON)).as(answer).isEmpty();
        assertThat(answer.contains("\"error\""))
                .as(request + " was answered by " + answer)
                .isEqualTo(
                        !REQUEST.validate(request.toString(), InputFormat.JSON).isEmpty());
    }

    private static ObjectNode request(SplittableRandom random) {
        ObjectNode request = JSON.createObjectNode()
                .put("budget", random.nextInt(1500))
                .put("decisionsLeft", random.nextInt(12))
                .put("pace", random.nextBoolean() ? "one" : "all");
        ArrayNode actions = request.putArray("actions");
        for (String action :
                List.of("keep", "compress", "substitute", "retire", "branch", "reset", "pursue", "recover")) {
            if (random.nextInt(4) > 0) {
                actions.add(action);
            }
        }
        ArrayNode hypotheses = request.putArray("hypotheses");
        for (int i = random.nextInt(7); i > 0; i--) {
            int cost = random.nextInt(400);
            ObjectNode h = hypotheses
                    .addObject()
                    .put("id", "h" + i)
                    .put("family", "f" + random.nextInt(4))
                    .put("cost", cost)
                    .put("compressedCost", random.nextInt(cost + 1))
                    .put("recoverability", random.nextDouble())
                    .put("staleness", random.nextInt(20))
                    .put("overlap", random.nextDouble())
                    .put("aliasRisk", random.nextDouble() / 5)
                    .put(
                            "representation",
                            List.of("full", "compressed", "shadow", "extinct").get(random.nextInt(4)));
            if (random.nextBoolean()) {
                h.put("promise", random.nextDouble());
            } else {
                h.putArray("evidence").addObject().put("value", random.nextDouble());
            }
        }
        if (random.nextBoolean()) {
            request.putObject("reset").put("steps", random.nextInt(3));
            request.putObject("legacy")
                    .put("liveGap", 0.2)
                    .put("legacyGap", 0.3)
                    .put("noise", 0.1);
            request.putArray("branches").addObject().put("id", "new").put("cost", 100);
            request.putArray("scenarios")
                    .addObject()
                    .putArray("adequate")
                    .add("f0")
                    .add("f1");
        }
        return request;
    }

    private static void spoil(SplittableRandom random, ObjectNode request) {
        ObjectNode at = request;
        if (request.get("hypotheses").size() > 0 && random.nextBoolean()) {
            at = (ObjectNode) request.get("hypotheses").get(0);
        }
        List<String> fields = List.copyOf(
                        Set.copyOf(JSON.convertValue(at, Map.class).keySet()))
                .stream()
                .map(String::valueOf)
                .sorted()
                .toList();
        String field = fields.get(random.nextInt(fields.size()));
        switch (random.nextInt(5)) {
            case 0 -> at.put(field + "s", 1);
            case 1 -> at.put(field, -1);
            case 2 -> at.put(field, true);
            case 3 -> at.putNull(field);
            default -> at.put(field, "nonsense");
        }
    }

    private static Schema schema(DecideSchema which) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(which.text(), InputFormat.JSON);
    }
}
