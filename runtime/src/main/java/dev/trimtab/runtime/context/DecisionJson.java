package dev.trimtab.runtime.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.law.Provenance;
import dev.trimtab.controller.policy.Decision;
import java.util.Locale;

/** Writes a controller's decisions with their certificates as the event log holds them. */
public final class DecisionJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DecisionJson() {}

    /** Returns a decision with its certificate. */
    public static JsonNode of(Decision decision) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("type", kebab(decision.action().name()));
        if (decision instanceof Decision.Keep keep) {
            json.put("hypothesis", keep.hypothesis());
        } else if (decision instanceof Decision.Compress compress) {
            json.put("hypothesis", compress.hypothesis());
        } else if (decision instanceof Decision.Substitute substitute) {
            json.put("hypothesis", substitute.replaced())
                    .put("to", kebab(substitute.to().name()))
                    .put("substitute", substitute.substitute());
        } else if (decision instanceof Decision.Retire retire) {
            json.put("hypothesis", retire.hypothesis())
                    .put("to", kebab(retire.to().name()));
        } else if (decision instanceof Decision.Recover recover) {
            json.put("hypothesis", recover.hypothesis());
        } else if (decision instanceof Decision.Expand expand) {
            json.put("hypothesis", expand.hypothesis())
                    .put("to", kebab(expand.to().name()));
        } else if (decision instanceof Decision.Branch branch) {
            json.put("option", branch.option().id());
        } else if (decision instanceof Decision.Reset reset) {
            reset.seed().forEach(json.withArray("seed")::add);
        } else if (decision instanceof Decision.Pursue pursue) {
            json.put("hypothesis", pursue.hypothesis());
        }
        json.set("certificate", of(decision.certificate()));
        return json;
    }

    /** Returns a certificate. */
    public static JsonNode of(Certificate certificate) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("law", certificate.law().name())
                .put("claim", certificate.claim())
                .put("holds", certificate.holds());
        number(json, "value", certificate.value());
        number(json, "threshold", certificate.threshold());
        number(json, "margin", certificate.margin());
        ObjectNode inputs = json.putObject("inputs");
        certificate.inputs().forEach((symbol, quantity) -> {
            ObjectNode input = inputs.putObject(symbol);
            number(input, "value", quantity.value());
            input.put("provenance", provenance(quantity.provenance()));
        });
        return json;
    }

    private static String provenance(Provenance provenance) {
        if (provenance instanceof Provenance.Estimated estimated) {
            return "estimated from " + estimated.count();
        }
        return provenance instanceof Provenance.Assumed ? "assumed" : "measured";
    }

    /** JSON has no infinity: it is written as text. */
    private static void number(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.put(name, Double.toString(value));
        }
    }

    private static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
