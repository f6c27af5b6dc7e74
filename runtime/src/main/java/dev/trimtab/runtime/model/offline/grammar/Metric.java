package dev.trimtab.runtime.model.offline.grammar;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A metric that programs of the grammar can compute. */
public enum Metric {
    AUC("auc", "\\bauc\\b|area under", true),
    LOG_LOSS("log-loss", "log[- _]?loss|cross[- ]entropy", false),
    ACCURACY("accuracy", "accuracy", true),
    RMSLE("rmsle", "rmsle|root mean squared log", false),
    PIXEL_RMSE("pixel-rmse", "pixel[- ]rmse", false),
    RMSE("rmse", "rmse|root mean squared error", false),
    MAPE("mape", "mape|mean absolute percentage", false),
    MAE("mae", "\\bmae\\b|mean absolute error", false),
    QWK("qwk", "qwk|quadratic weighted kappa|quadratic-weighted", true),
    MAP_AT_K("map-at-k", "map-at-k|map@\\w|mean average precision (?:at|of the first)", true),
    SEQUENCE_ERROR_RATE("sequence-error-rate", "(?:sequence|word|character|phoneme)[- ]error[- ]rate", false),
    DICE("dice", "\\bdice\\b", true);

    private final String word;
    private final Pattern pattern;
    private final boolean higherIsBetter;

    Metric(String word, String regex, boolean higherIsBetter) {
        this.word = word;
        this.pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
        this.higherIsBetter = higherIsBetter;
    }

    /** Returns the name as competitions write it, such as {@code log-loss}. */
    public String word() {
        return word;
    }

    /** Returns whether a higher value is better. */
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** Returns whether what a model predicts is a class rather than a number: of a row, of a letter or of a pixel. */
    public boolean classes() {
        return switch (this) {
            case AUC, LOG_LOSS, ACCURACY, MAP_AT_K, SEQUENCE_ERROR_RATE, DICE -> true;
            case RMSLE, PIXEL_RMSE, RMSE, MAPE, MAE, QWK -> false;
        };
    }

    /** Returns whether the metric is made for targets above zero, of which a logarithm can be taken. */
    public boolean positive() {
        return this == RMSLE || this == MAPE;
    }

    /** Returns the metric that a text names, the exact name first. */
    public static Optional<Metric> read(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        for (Metric metric : values()) {
            if (metric.word.equals(name)) {
                return Optional.of(metric);
            }
        }
        for (Metric metric : values()) {
            if (metric.pattern.matcher(text).find()) {
                return Optional.of(metric);
            }
        }
        return Optional.empty();
    }
}
