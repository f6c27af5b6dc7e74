package dev.trimtab.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.attempt.Attempt;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which attempts a strong verification takes next. */
final class HypothesesTest {
    private final Hypotheses hypotheses =
            new Hypotheses(new CodeFeatureClassifier(), /* higherIsBetter= */ true, /* window= */ 8);

    @Test
    void unverifiedBestFirst_ofEqualPrograms_listsTheEarliestOnce_andNoneOnceOneIsVerified() {
        observe("a", "model = Ridge()", 0.7);
        observe("b", "model = XGBoost()", 0.8);
        observe("c", "model = Ridge()", 0.7);
        observe("d", "model = XGBoost()", 0.8);

        assertThat(ids()).containsExactly("b", "a");
        hypotheses.verified("b", /* step= */ 4, 0.79, 0.01);
        assertThat(ids()).containsExactly("a");
    }

    private List<String> ids() {
        return hypotheses.unverifiedBestFirst().stream()
                .map(t -> t.attempt().id())
                .toList();
    }

    private void observe(String id, String code, double score) {
        hypotheses.observe(
                new Attempt(id, null, 0, Attempt.Stage.DRAFT, "plan", code, score, "", null, null, true, null));
    }

    @Test
    void unverifiedBestFirst_programThatIsNotKnown_isNoCandidate() {
        Hypotheses hypotheses =
                new Hypotheses(new CodeFeatureClassifier(), /* higherIsBetter= */ true, /* window= */ 8);
        hypotheses.observe(attempt("known", "program", 0.5));
        hypotheses.observe(attempt("unknown", "", 0.9));

        assertThat(hypotheses.unverifiedBestFirst())
                .extracting(tracked -> tracked.attempt().id())
                .containsExactly("known");
    }

    private static Attempt attempt(String id, String code, double score) {
        return new Attempt(id, null, 0, Attempt.Stage.DRAFT, "plan", code, score, "", null, null, true, null);
    }
}
