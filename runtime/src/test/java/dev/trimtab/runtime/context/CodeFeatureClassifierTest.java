package dev.trimtab.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.context.FamilyClassifier.Classification;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The family of an attempt comes from the model's word, else from the program, else from the plan. */
final class CodeFeatureClassifierTest {
    private final CodeFeatureClassifier classifier = new CodeFeatureClassifier();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            import xgboost as xgb; m = xgb.XGBClassifier()                                     | gradient boosting
            from sklearn.ensemble import HistGradientBoostingClassifier                        | gradient boosting
            from sklearn.ensemble import ExtraTreesRegressor                                   | random forest
            from sklearn.tree import DecisionTreeClassifier                                    | decision tree
            from sklearn.neighbors import KNeighborsClassifier                                 | nearest neighbours
            from sklearn.naive_bayes import MultinomialNB                                      | naive Bayes
            import torch; model = torch.nn.Linear(3, 1)                                        | neural network
            from sklearn.svm import LinearSVC                                                  | support vectors
            from sklearn.linear_model import LogisticRegression                                | linear
            var model = new LibLinearClassificationTrainer(kind, 1.0, 100, 0.05).train(data);  | linear
            model = DummyClassifier(strategy='prior')                                          | constant
            """)
    void classify_aProgramWithOneKindOfModel_findsItInTheCode(String code, String family) {
        assertThat(classify("a plan", code, null)).isEqualTo(new Classification(new Family(family), "code"));
    }

    @Test
    void classify_aKindOfModelNamedInACommentOnly_isNotFound() {
        assertThat(classify("plan", "print(1)  # xgboost would be better", null).source())
                .isEqualTo("text");
    }

    @Test
    void classify_severalKindsThatAreCombined_isABlend() {
        String code = "VotingClassifier([('a', LogisticRegression()), ('b', RandomForestClassifier())])";

        assertThat(classify("plan", code, null).family()).isEqualTo(new Family("blend"));
    }

    @Test
    void classify_aDeclaredFamily_isBelieved() {
        assertThat(classify("plan", "import xgboost", " Stacked Trees "))
                .isEqualTo(new Classification(new Family("stacked trees"), "declared"));
    }

    @Test
    void classify_aProgramThatNamesNoModel_isNamedByTheFirstWordsOfItsPlan() {
        assertThat(classify("We look up medians by key. Then we round.", "print(1)", null))
                .isEqualTo(new Classification(new Family("other: look medians then"), "text"));
    }

    @Test
    void classify_aProgramThatNamesNoModelAndIsPlannedInTheSameWords_joinsTheKnownFamily() {
        Hypotheses known = new Hypotheses(classifier, /* higherIsBetter= */ true, /* window= */ 8);
        known.observe(attempt("n1", "look up medians by group key and round them", "print(1)", null));

        Classification found = classifier.classify(
                attempt("n2", "round the medians that we look up by group key", "print(2)", null), known.all());

        assertThat(found.family()).isEqualTo(known.all().get(0).family());
    }

    private Classification classify(String plan, String code, @Nullable String declared) {
        return classifier.classify(attempt("n1", plan, code, declared), List.of());
    }

    private static Attempt attempt(String id, String plan, String code, @Nullable String declared) {
        return new Attempt(
                id, null, 0, Attempt.Stage.DRAFT, plan, code, 0.5, "", null, null, /* submitted= */ true, declared);
    }
}
