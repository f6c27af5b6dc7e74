package dev.trimtab.runtime.model.offline.grammar;

import static dev.trimtab.runtime.model.offline.grammar.Knob.*;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A kind of model with the settings it has and the values they may take, in ascending order where they are numbers. */
public enum Family {
    CONSTANT("constant prediction", "constant (?:prediction|model)|majority class|training mean", Map.of()),
    LINEAR(
            "linear model",
            "linear (?:sgd|model|regression|classifier)|logistic(?: regression)?|\\bridge\\b|softmax regression",
            knobs(PENALTY, "0.1,0.3,1,3,10,30", LOSS, "squared loss,absolute loss")),
    NAIVE_BAYES("naive Bayes", "naive[- ]bayes", knobs(SMOOTHING, "0.001,0.01,0.1,1", SHARPNESS, "1,3,9")),
    NEIGHBOURS("nearest neighbours", "nearest[- ]neighbou?rs?|\\bk-?nn\\b", knobs(Knob.NEIGHBOURS, "5,15,40,100")),
    RANDOM_FOREST(
            "random forest",
            "random forests?|\\bforest\\b",
            knobs(TREES, "20,40,80", DEPTH, "6,12,24", SHARE, "0.1,0.3,0.6")),
    EXTRA_TREES(
            "extra trees",
            "extra[- ]trees|extremely randomi[sz]ed trees",
            knobs(TREES, "20,40,80", DEPTH, "6,12,24", SHARE, "0.3,0.6,1")),
    BOOSTING(
            "gradient boosting",
            "gradient[- ]boost\\w*|boosted trees",
            knobs(TREES, "40,80,160", DEPTH, "3,4,6", RATE, "0.05,0.1,0.2")),
    XGBOOST(
            "XGBoost",
            "xgboost(?: gradient boosting| boosted trees)?",
            knobs(
                    TREES,
                    "60,150,400",
                    DEPTH,
                    "3,5,7",
                    RATE,
                    "0.03,0.08,0.2",
                    SHARE,
                    "0.2,0.5,1",
                    PENALTY,
                    "1,10,100",
                    LOSS,
                    "squared loss,absolute loss")),
    NETWORK(
            "neural network",
            "neural net\\w*|\\bmlp\\b|multi-?layer perceptron",
            knobs(HIDDEN, "16,32,64", EPOCHS, "3,6,12")),
    SEASONAL("seasonal model", "seasonal (?:model|naive|average|baseline)", knobs(YEARS, "1,2,3"));

    private final String words;
    private final Pattern pattern;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable in itself and in its values
    private final Map<Knob, List<String>> space;

    Family(String words, String regex, Map<Knob, List<String>> space) {
        this.words = words;
        this.pattern = Pattern.compile("(?:" + regex + ")", Pattern.CASE_INSENSITIVE);
        this.space = space;
    }

    /** Returns the family's name in a sentence. */
    public String words() {
        return words;
    }

    /** Returns a pattern that finds the family in other people's sentences. */
    public Pattern pattern() {
        return pattern;
    }

    /** Returns the settings with the values they may take. */
    public Map<Knob, List<String>> space() {
        return space;
    }

    /** Returns the settings that matter for a metric: a loss can be chosen only where numbers are predicted. */
    Map<Knob, List<String>> space(Metric metric) {
        Map<Knob, List<String>> settings = new LinkedHashMap<>(space);
        if (metric.classes()) {
            settings.remove(LOSS);
        }
        return settings;
    }

    /** Returns whether a model looks at every column, also where a row has nothing in it. */
    boolean dense() {
        return switch (this) {
            case RANDOM_FOREST, EXTRA_TREES, BOOSTING, XGBOOST, NETWORK -> true;
            case CONSTANT, LINEAR, NAIVE_BAYES, NEIGHBOURS, SEASONAL -> false;
        };
    }

    private static Map<Knob, List<String>> knobs(Object... namesAndValues) {
        Map<Knob, List<String>> knobs = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            knobs.put((Knob) namesAndValues[i], List.of(((String) namesAndValues[i + 1]).split(",")));
        }
        return Collections.unmodifiableMap(knobs);
    }
}
