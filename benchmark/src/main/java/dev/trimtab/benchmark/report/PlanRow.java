package dev.trimtab.benchmark.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * The memory of one step's last prompt, and what the controller decided in the step.
 *
 * @param step the step
 * @param budget tokens there were for optional items
 * @param wanted tokens that all optional items of the policy would have taken
 * @param granted tokens that the chosen ones took
 * @param held by family, how many of its attempts are held in which form
 * @param readings the controller's figures by name
 * @param decisions what it decided, each with its certificate, but for what it keeps
 */
record PlanRow(
        int step,
        int budget,
        int wanted,
        int granted,
        Map<String, Map<String, Integer>> held,
        Map<String, Double> readings,
        List<JsonNode> decisions) {}
