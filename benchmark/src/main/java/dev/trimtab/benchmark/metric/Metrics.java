package dev.trimtab.benchmark.metric;

import dev.trimtab.runtime.UserError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The metrics that a competition may name, by that name.
 *
 * @param factories how to make each metric for a competition's columns
 */
public record Metrics(Map<String, Factory> factories) {
    /** Makes a metric for the columns of one competition. */
    @FunctionalInterface
    public interface Factory {
        /**
         * Returns the metric.
         *
         * @param target the label column
         * @param classes the classes in the order of the submission's columns, empty where the metric has none
         */
        Metric make(String target, List<String> classes);
    }

    public Metrics {
        factories = Map.copyOf(factories);
    }

    /** Returns all that are built in. */
    public static Metrics builtIn() {
        return new Metrics(Map.of(
                "accuracy", (target, classes) -> new Accuracy(target),
                "auc", (target, classes) -> new Auc(target),
                "log-loss", LogLoss::new,
                "mae", (target, classes) -> new Mae(target),
                "mape", (target, classes) -> new Mape(target),
                "qwk", (target, classes) -> new QuadraticWeightedKappa(target),
                "rmse", (target, classes) -> new Rmse(target),
                "rmsle", (target, classes) -> new Rmsle(target)));
    }

    /**
     * Returns the metric of that name.
     *
     * @throws UserError if there is none; the message lists those there are
     */
    public Metric make(String name, String target, List<String> classes) {
        Factory factory = factories.get(name);
        if (factory == null) {
            throw new UserError("no metric is called `" + name + "`; there are "
                    + String.join(", ", new TreeMap<>(factories).keySet()));
        }
        return factory.make(target, classes);
    }
}
