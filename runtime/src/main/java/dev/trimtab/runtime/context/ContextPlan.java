package dev.trimtab.runtime.context;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.runtime.attempt.Pursuit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a context policy decided.
 *
 * @param shown the items that enter the prompt, in the order in which they are shown
 * @param wanted tokens that everything this policy would show with no budget takes
 * @param representations by item id, how each optional item is held; an item that is not listed is not held at all
 * @param decisions what the controller decided, each with its certificate; empty for policies without laws
 * @param certificates outcomes of laws that no single decision carries; empty for policies without laws
 * @param readings the controller's figures by name; empty for policies without laws
 * @param pursuit what the controller wants worked on next; {@link Pursuit.Native} for policies without laws
 * @param stepsCharged control steps that the plan costs beside the step it is for: a reset reads and derives again
 */
public record ContextPlan(
        List<Shown> shown,
        int wanted,
        Map<String, Representation> representations,
        List<JsonNode> decisions,
        List<JsonNode> certificates,
        Map<String, Double> readings,
        Pursuit pursuit,
        int stepsCharged) {
    /**
     * An item in the form in which it enters the prompt.
     *
     * @param item the item
     * @param representation its form
     * @param text the text to show
     * @param tokens tokens of the text and the blank line after it
     * @param turns the events to show in a chat; empty to show the text in one piece
     */
    public record Shown(ContextItem item, Representation representation, String text, int tokens, List<Turn> turns) {}

    /** Copies the collections, keeping their order. */
    public ContextPlan {
        shown = List.copyOf(shown);
        representations = Collections.unmodifiableMap(new LinkedHashMap<>(representations));
        decisions = List.copyOf(decisions);
        certificates = List.copyOf(certificates);
        readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
    }

    /** Returns the plan of a policy without laws. */
    public static ContextPlan of(List<Shown> shown, int wanted) {
        Map<String, Representation> representations = new LinkedHashMap<>();
        shown.forEach(s -> representations.put(s.item().id(), s.representation()));
        return new ContextPlan(shown, wanted, representations, List.of(), List.of(), Map.of(), new Pursuit.Native(), 0);
    }

    /** Returns the tokens that the shown items take. */
    public int granted() {
        return shown.stream().mapToInt(Shown::tokens).sum();
    }
}
