package dev.trimtab.runtime.context;

import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.runtime.attempt.Attempt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the family in the model's tag, else in the estimators that the code names, else in the words of the plan.
 *
 * <p>A program that names several estimators and combines them is a blend; one that names several without combining them belongs to the
 * first of the list below, from the most to the least specific.
 */
public final class CodeFeatureClassifier implements FamilyClassifier {
    private static final double SAME_WORDS = 0.5;
    private static final int WORDS_OF_A_NAME = 3;
    private static final Pattern COMMENTS = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|#[^\\n]*");
    private static final Pattern COMBINES =
            insensitive("blend|stacking|votingclassifier|votingregressor|ensemble\\s*=|weightedaverage");

    private record Feature(String family, Pattern pattern) {}

    private static final List<Feature> FEATURES = List.of(
            new Feature(
                    "gradient boosting",
                    insensitive("xgboost|xgb\\b|lightgbm|catboost|gradientboost|histgradient|adaboost|booster")),
            new Feature("random forest", insensitive("randomforest|extratrees|\\bforest")),
            new Feature("decision tree", insensitive("decisiontree")),
            new Feature("nearest neighbours", insensitive("kneighbors|\\bknn|nearestneighbou?r")),
            new Feature("naive Bayes", insensitive("naive_?bayes|multinomialnb|gaussiannb|bernoullinb")),
            new Feature(
                    "neural network",
                    insensitive(
                            "\\btorch\\b|keras|tensorflow|mlpclassifier|mlpregressor|\\bmlp|neuralnet|hidden_?(layer|units|weights)")),
            new Feature("support vectors", insensitive("\\bSVC\\b|\\bSVR\\b|linearsvc|supportvector")),
            new Feature("seasonal", insensitive("seasonal|lag364|last_?year|holt_?winters|arima|prophet")),
            new Feature(
                    "linear",
                    insensitive(
                            "liblinear|logisticregression|linearregression|\\bridge|\\blasso|elasticnet|sgdclassifier|sgdregressor|softmax|logistic|linearsgd")),
            new Feature(
                    "constant", insensitive("dummyclassifier|dummyregressor|majority|constantprediction|trainmean")));

    @Override
    public Classification classify(Attempt attempt, List<Hypotheses.Tracked> known) {
        if (attempt.declaredFamily() != null && !attempt.declaredFamily().isBlank()) {
            return new Classification(
                    new Family(attempt.declaredFamily().strip().toLowerCase(Locale.ROOT)), "declared");
        }
        String code = COMMENTS.matcher(attempt.code()).replaceAll(" ");
        List<String> named = new ArrayList<>();
        for (Feature feature : FEATURES) {
            if (feature.pattern().matcher(code).find()) {
                named.add(feature.family());
            }
        }
        if (named.size() > 1 && COMBINES.matcher(code).find()) {
            return new Classification(new Family("blend"), "code");
        }
        if (!named.isEmpty()) {
            return new Classification(new Family(named.get(0)), "code");
        }
        return byText(attempt, known);
    }

    private static Classification byText(Attempt attempt, List<Hypotheses.Tracked> known) {
        Set<String> words = words(attempt.plan());
        Family closest = new Family("other: " + name(words));
        double best = SAME_WORDS;
        for (Hypotheses.Tracked other : known) {
            double likeness = jaccard(words, words(other.attempt().plan()));
            if (likeness >= best) {
                best = likeness;
                closest = other.family();
            }
        }
        return new Classification(closest, "text");
    }

    private static String name(Set<String> words) {
        return words.isEmpty()
                ? "unnamed"
                : words.stream().limit(WORDS_OF_A_NAME).collect(Collectors.joining(" "));
    }

    /** In the order of the text, since a plan's first words say most of what it is. */
    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> word.length() > 3)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static double jaccard(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        long common = a.stream().filter(b::contains).count();
        return (double) common / (a.size() + b.size() - common);
    }

    private static Pattern insensitive(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
