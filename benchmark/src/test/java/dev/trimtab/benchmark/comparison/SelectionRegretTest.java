package dev.trimtab.benchmark.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.benchmark.grade.Medal;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.context.FamilyClassifier.Classification;
import dev.trimtab.runtime.context.Hypotheses;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Selection regret over attempts made up, whose worth is given. */
final class SelectionRegretTest {
    private static final boolean LOWER_IS_BETTER = false;

    private final Hypotheses hypotheses = new Hypotheses(
            (attempt, known) -> new Classification(new Family("any"), "made up"), LOWER_IS_BETTER, /* window= */ 1);

    @Test
    void lowerIsBetter_regretIsStillPositive() {
        attempt("a", 1.0, null);
        attempt("b", 2.0, null);

        SelectionRegret regret = regret(Map.of("a", 5.0, "b", 3.0));

        assertThat(regret.best().score()).isEqualTo(3.0);
        assertThat(regret.weak().score()).isEqualTo(2.0);
        assertThat(regret.last().score()).isZero();
    }

    @Test
    void best_isSoughtAmongAttemptsThatDoNotCountAsWorkingToo_whichNoSelectorMayChoose() {
        attempt("a", 1.0, null);
        attempt("discarded", 0.5, Attempt.Fault.VERDICT);

        SelectionRegret regret = regret(Map.of("a", 5.0, "discarded", 4.5));

        assertThat(regret.last().attempt()).isEqualTo("a");
        assertThat(regret.last().score()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void undefinedMetric_isNotTheBest_andInfiniteOnesAreEqual() {
        attempt("a", 1.0, null);
        attempt("b", 2.0, null);

        assertThat(regret(Map.of("a", Double.NaN, "b", 3.0)).weak().score()).isNull();
        assertThat(regret(Map.of("a", Double.NaN, "b", 3.0)).valid()).isEqualTo(1);
        assertThat(regret(Map.of("a", Double.POSITIVE_INFINITY, "b", Double.POSITIVE_INFINITY))
                        .weak()
                        .score())
                .isZero();
    }

    @Test
    void withoutALeaderboard_thereIsRegretInTheMetricOnly() {
        attempt("a", 1.0, null);

        assertThat(regret(Map.of("a", 5.0)).weak())
                .isEqualTo(new SelectionRegret.Choice("a", standing(5.0), null, 0.0));
    }

    @Test
    void noAttempt_choosesNothing() {
        assertThat(regret(Map.of()).strong()).isEqualTo(new SelectionRegret.Choice(null, standing(null), null, null));
    }

    private SelectionRegret regret(Map<String, Double> scores) {
        return SelectionRegret.of(
                hypotheses.all(),
                LOWER_IS_BETTER,
                attempt -> standing(attempt == null ? null : scores.get(attempt.id())));
    }

    private void attempt(String id, double own, Attempt.@Nullable Fault fault) {
        hypotheses.observe(new Attempt(
                id, null, 0, Attempt.Stage.DRAFT, "", "", own, "", null, fault, /* submitted= */ true, null));
    }

    private static Standing standing(@Nullable Double score) {
        return new Standing(score != null, score, /* percentile= */ null, /* aboveMedian= */ false, Medal.NONE);
    }
}
