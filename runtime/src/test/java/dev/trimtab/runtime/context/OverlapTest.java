package dev.trimtab.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.runtime.attempt.Attempt;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who bears the burden of words that several items have. */
final class OverlapTest {
    private static final String SHARED = "one two three four five six seven eight";

    @Test
    void of_equalTexts_burdensTheWorseAttempt_howeverOldItIs() {
        Map<String, Double> overlap = new Overlap().of(view(), Map.of());

        assertThat(overlap.get("best")).isZero();
        assertThat(overlap.get("worse")).isEqualTo(1);
    }

    @Test
    void of_anItemThatIsNotInFull_isWhatItWouldBeInFull_andBurdensNoOther() {
        Map<String, Double> without = new Overlap().of(view(), Map.of("best", Representation.SHADOW));
        Map<String, Double> archived = new Overlap().of(view(), Map.of("worse", Representation.SHADOW));

        assertThat(without.get("worse")).isZero();
        assertThat(archived.get("worse")).isCloseTo(1, within(1e-12));
    }

    private static ContextView view() {
        Hypotheses hypotheses =
                new Hypotheses(new CodeFeatureClassifier(), /* higherIsBetter= */ true, /* window= */ 8);
        List<ContextItem> items = List.of(item(hypotheses, "best", 0, 0.9), item(hypotheses, "worse", 1, 0.8));
        return new ContextView("improve", items, 100, Samples.words()::count, hypotheses.state(2, 4));
    }

    private static ContextItem item(Hypotheses hypotheses, String id, int step, double score) {
        Attempt attempt = new Attempt(
                id, null, step, Attempt.Stage.DRAFT, SHARED, "code " + id, score, "", null, null, true, null);
        hypotheses.observe(attempt);
        return new ContextItem(id, ContextItem.Kind.ATTEMPT, step, SHARED, attempt);
    }
}
