package dev.trimtab.benchmark.metric;

import java.util.List;
import java.util.Map;

/**
 * What a competition tells its metric.
 *
 * @param id the column that names a row
 * @param target the label column; empty where there are several
 * @param columns the scored columns where there are several
 * @param classes the classes in the order of the submission's columns where the answers hold them in one column
 * @param options the metric's own options
 */
public record MetricSetting(
        String id, String target, List<String> columns, List<String> classes, Map<String, String> options) {
    /** Copies the collections. */
    public MetricSetting {
        columns = List.copyOf(columns);
        classes = List.copyOf(classes);
        options = Map.copyOf(options);
    }

    /** Returns the setting of a competition with one label column and no options. */
    public static MetricSetting of(String target, List<String> classes) {
        return new MetricSetting("id", target, List.of(), classes, Map.of());
    }

    /** Returns the scored columns. */
    List<String> scored() {
        return columns.isEmpty() ? List.of(target) : columns;
    }

    /** Returns an option. */
    String text(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    /**
     * Returns whether an option has a value.
     *
     * @throws IllegalArgumentException if it has neither that value nor the other
     */
    boolean is(String name, String value, String otherwise) {
        String given = options.getOrDefault(name, otherwise);
        if (!given.equals(value) && !given.equals(otherwise)) {
            throw new IllegalArgumentException(
                    "option " + name + " must be " + value + " or " + otherwise + " but is " + given);
        }
        return given.equals(value);
    }

    /** Returns an option that is a number; it must be given where no default is. */
    double number(String name) {
        return number(required(name), name);
    }

    /** Returns an option that is a number. */
    double number(String name, double otherwise) {
        String given = options.get(name);
        return given == null ? otherwise : number(given, name);
    }

    /** Returns an option that is a whole number and must be given. */
    int whole(String name) {
        return (int) number(name);
    }

    /** Returns an option that lists words and must be given. */
    List<String> words(String name) {
        return PythonText.words(required(name));
    }

    /** Returns an option that lists numbers and must be given. */
    double[] numbers(String name) {
        return words(name).stream().mapToDouble(word -> number(word, name)).toArray();
    }

    private String required(String name) {
        String given = options.get(name);
        if (given == null) {
            throw new IllegalArgumentException("option " + name + " must be given");
        }
        return given;
    }

    private static double number(String text, String name) {
        double number = Column.number(text);
        if (Double.isNaN(number)) {
            throw new IllegalArgumentException("option " + name + " must be a number but is " + text);
        }
        return number;
    }
}
