package dev.trimtab.benchmark.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.journal.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a run worked on and verified, from logs whose constants are known. */
final class SearchEstimatesTest {
    @Test
    void of_familiesThatWereVerified_findsHowManyAreAdequateAndWhatADecisionRealises() {
        SplittableRandom random = new SplittableRandom(51);
        List<Event> log = new ArrayList<>();
        int step = 0;
        for (int family = 0; family < 600; family++) {
            boolean adequate = random.nextDouble() < 0.4;
            double score = 0.5;
            while (score < 1) {
                score = adequate && random.nextDouble() < 0.25 ? 1 : 0.5;
                log.add(attempted(step++, "f" + family, null, score));
                if (!adequate) {
                    break;
                }
            }
            log.add(new Event.Verified(step, "a" + (step - 1), List.of(), score, 0.05));
        }

        Estimate q = of(log, false, "q");
        assertThat(q.value()).isCloseTo(0.4, within(0.05));
        assertThat(q.provenance()).isEqualTo("estimated(600)");
        assertThat(of(log, false, "u").value()).isCloseTo(0.25, within(0.03));
        assertThat(of(log, null, "q").provenance())
                .as("without a direction verifications tell nothing")
                .isEqualTo("assumed");
    }

    @Test
    void of_choicesByInertia_findsItsPull() {
        SplittableRandom random = new SplittableRandom(53);
        List<Event> log = new ArrayList<>();
        log.add(attempted(0, "right", null, 1));
        log.add(attempted(1, "wrong", null, 1));
        double right = 0.3 * 0.7;
        double wrong = 0.3;
        for (int step = 2; step < 4000; step++) {
            double chi = random.nextDouble();
            log.add(planned(step, chi));
            double edge = (1 - chi) * 0.3 - chi * 0.6 * (wrong - right) + 0.15 * Math.sqrt(2) * random.nextGaussian();
            right = 0.7 * right + (edge > 0 ? 0.3 : 0);
            wrong = 0.7 * wrong + (edge > 0 ? 0 : 0.3);
            log.add(attempted(step, edge > 0 ? "right" : "wrong", null, 1));
        }
        log.add(new Event.Selected(4000, "a0", "strong"));

        assertThat(of(log, false, "iota").value()).isCloseTo(0.6, within(0.1));
        assertThat(of(log, false, "iota").provenance()).startsWith("estimated(");
        assertThat(of(log.subList(0, 20), false, "iota").provenance()).isEqualTo("assumed");
    }

    @Test
    void of_returnsInProportionToTheirLivePart_findsTheHalfLife() {
        SplittableRandom random = new SplittableRandom(57);
        List<Event> log = new ArrayList<>();
        List<Integer> last = new ArrayList<>();
        for (int step = 0; step < 1500; step++) {
            String parent = null;
            if (step >= 30) {
                double[] live = new double[last.size()];
                double all = 0;
                for (int i = 0; i < live.length; i++) {
                    live[i] = Math.pow(2, -(step - last.get(i) - 1) / 3.0);
                    all += live[i];
                }
                double drawn = all * random.nextDouble();
                int taken = 0;
                while (drawn > live[taken] && taken < live.length - 1) {
                    drawn -= live[taken++];
                }
                parent = "a" + taken;
                last.set(taken, step);
            }
            log.add(attempted(step, "f", parent, 1));
            last.add(step);
        }

        assertThat(of(log, false, "H").value()).isCloseTo(3, within(0.4));
        assertThat(of(log, false, "H").provenance()).isEqualTo("estimated(1470)");
    }

    private static Estimate of(List<Event> log, @Nullable Boolean lowerIsBetter, String symbol) {
        return SearchEstimates.of(log, lowerIsBetter).stream()
                .filter(estimate -> estimate.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    private static Event planned(int step, double chi) {
        return new Event.ContextPlanned(
                step, "draft", 100, 100, 100, Map.of(), List.of(), List.of(), Map.of("contamination", chi));
    }

    private static Event attempted(int step, String family, @Nullable String parent, double score) {
        Attempt attempt = new Attempt(
                "a" + step,
                parent,
                step,
                Attempt.Stage.IMPROVE,
                "",
                "",
                score,
                "",
                null,
                null,
                /* submitted= */ true,
                null);
        return new Event.Attempted(step, attempt, family, "declared");
    }
}
