package dev.trimtab.runtime.context;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Searches to try policies on; one word is one token. */
final class Samples {
    private static final List<String> ESTIMATORS =
            List.of("XGBoost", "LogisticRegression", "RandomForestClassifier", "KNeighborsClassifier", "MLPClassifier");

    private Samples() {}

    /** Where no policy asks a model. */
    static Consultant nobody() {
        return new Consultant() {
            @Override
            public int room() {
                return 0;
            }

            @Override
            public AiMessage ask(String prompt, @Nullable ToolSpecification function) {
                throw new AssertionError("nobody is to be asked: " + prompt);
            }
        };
    }

    static CalibratedTokenCounter words() {
        return new CalibratedTokenCounter(new TokenCounter() {
            @Override
            public String name() {
                return "words";
            }

            @Override
            public int count(String text) {
                return text.isBlank() ? 0 : text.strip().split("\\s+").length;
            }
        });
    }

    static Attempt attempt(int step, String parent, @Nullable Double score) {
        return new Attempt(
                "n" + step,
                parent.isEmpty() ? null : parent,
                step,
                parent.isEmpty() ? Attempt.Stage.DRAFT : Attempt.Stage.IMPROVE,
                "Train " + ESTIMATORS.get(step % ESTIMATORS.size()) + " with setting " + step
                        + ". It uses all columns and a hold-out of one fifth of the rows.",
                "model = " + ESTIMATORS.get(step % ESTIMATORS.size()) + "()",
                score,
                score == null ? "It failed." : "It scored " + score + ".",
                score == null ? "ValueError" : null,
                score == null ? Attempt.Fault.EXCEPTION : null,
                score != null,
                null);
    }

    /** A search of so many attempts; every fourth fails. */
    static Hypotheses search(int attempts) {
        Hypotheses hypotheses =
                new Hypotheses(new CodeFeatureClassifier(), /* higherIsBetter= */ true, /* window= */ 8);
        for (int i = 0; i < attempts; i++) {
            hypotheses.observe(attempt(i, i < 5 ? "" : "n" + (i / 2), i % 4 == 3 ? null : 0.5 + 0.01 * (i % 13)));
        }
        return hypotheses;
    }

    static List<ContextItem> items(Hypotheses hypotheses) {
        List<ContextItem> items = new ArrayList<>();
        for (Hypotheses.Tracked tracked : hypotheses.all()) {
            Attempt attempt = tracked.attempt();
            items.add(new ContextItem(
                    attempt.id(),
                    ContextItem.Kind.ATTEMPT,
                    attempt.step(),
                    "Design: " + attempt.plan() + "\nResults: " + attempt.analysis()
                            + (attempt.score() == null ? "" : "\nValidation Metric: " + attempt.score()),
                    attempt));
        }
        return items;
    }

    static ContextView view(int attempts, int budget) {
        Hypotheses hypotheses = search(attempts);
        return new ContextView("improve", items(hypotheses), budget, words()::count, hypotheses.state(attempts, 4));
    }
}
