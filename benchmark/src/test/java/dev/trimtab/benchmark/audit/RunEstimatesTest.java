package dev.trimtab.benchmark.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.journal.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Estimates from logs whose constants are known, and what is said of a log that shows nothing. */
final class RunEstimatesTest {
    private static final int STEPS = 4000;

    @Test
    void of_anEmptyLog_isThePriorAndSaysSo() {
        assertThat(RunEstimates.of(List.of(), true))
                .extracting(Estimate::symbol)
                .containsExactly("h", "rho", "alpha", "beta", "Delta", "Gamma", "q", "u", "iota", "H");
        assertThat(RunEstimates.of(List.of(), true)).allSatisfy(estimate -> {
            assertThat(estimate.provenance()).isEqualTo("assumed");
            assertThat(estimate.value()).isCloseTo(estimate.prior(), within(1e-12));
        });
    }

    @Test
    void of_aLogWithLossesAndRecoveries_findsTheirRates() {
        SplittableRandom random = new SplittableRandom(41);
        List<Event> log = new ArrayList<>();
        for (int step = 0; step < STEPS; step += 2) {
            log.add(plan(step, Map.of("a", "full", "b", "compressed", "c", "full"), List.of(recover("c")), 0, 0));
            Map<String, String> left = new LinkedHashMap<>();
            for (String active : List.of("a", "b")) {
                if (random.nextDouble() >= 0.04) {
                    left.put(active, "full");
                }
            }
            if (random.nextDouble() < 0.6) {
                left.put("c", "shadow");
            }
            log.add(plan(step + 1, left, List.of(), 0, 0));
            log.add(plan(step + 2, left, List.of(), 0, 0));
        }
        Map<String, Estimate> estimates = bySymbol(log);

        assertThat(estimates.get("rho").value()).isCloseTo(0.6, within(0.03));
        assertThat(estimates.get("rho").provenance()).isEqualTo("estimated(" + STEPS / 2 + ")");
        assertThat(estimates.get("h").observations()).isGreaterThan(STEPS);
        assertThat(estimates.get("h").value())
                .isCloseTo(0.04 * STEPS / estimates.get("h").observations(), within(0.005));
    }

    @Test
    void of_aLogWithDriftAndChoices_findsWhereContaminationSettlesAndWhereChoicesTurn() {
        SplittableRandom random = new SplittableRandom(43);
        List<Event> log = new ArrayList<>();
        double chi = 0;
        for (int step = 0; step < STEPS; step++) {
            double before = chi + 0.1 * (1 - chi) - 0.1 * chi;
            chi = step % 7 == 0 ? random.nextDouble() : before;
            log.add(plan(step, Map.of(), List.of(), before, chi));
            double edge = (1 - chi) * 0.3 - chi * 0.1 + 0.15 * Math.sqrt(2) * random.nextGaussian();
            log.add(attempted(step, edge > 0 ? "right" : "wrong"));
        }
        log.add(new Event.Selected(STEPS, "right", "strong"));
        Map<String, Estimate> estimates = bySymbol(log);
        double alpha = estimates.get("alpha").value();
        double delta = estimates.get("Delta").value();

        assertThat(alpha / (alpha + estimates.get("beta").value())).isCloseTo(0.5, within(0.02));
        assertThat(delta / (delta + estimates.get("Gamma").value())).isCloseTo(0.75, within(0.05));
        assertThat(estimates.get("Delta").provenance()).isEqualTo("estimated(" + STEPS + ")");
    }

    private static Map<String, Estimate> bySymbol(List<Event> log) {
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        RunEstimates.of(log, /* lowerIsBetter= */ false)
                .forEach(estimate -> estimates.put(estimate.symbol(), estimate));
        return estimates;
    }

    private static Event plan(
            int step, Map<String, String> held, List<JsonNode> decisions, double before, double after) {
        Map<String, Double> readings = Map.of("contamination-before", before, "contamination", after);
        return new Event.ContextPlanned(step, "draft", 100, 100, 100, held, decisions, List.of(), readings);
    }

    private static JsonNode recover(String id) {
        return JsonNodeFactory.instance.objectNode().put("type", "recover").put("hypothesis", id);
    }

    private static Event attempted(int step, String family) {
        Attempt attempt = new Attempt(
                family, null, step, Attempt.Stage.IMPROVE, "", "", 0.5, "", null, null, /* submitted= */ true, null);
        return new Event.Attempted(step, attempt, family, "declared");
    }
}
