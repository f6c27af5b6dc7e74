package dev.trimtab.benchmark.simulation;

import java.util.List;

/**
 * A factor that an experiment varies.
 *
 * @param key dotted key of the experiment that takes each value, such as {@code ecology.condition.budget}
 * @param values at least one
 */
public record Axis(String key, List<Object> values) {
    /** Copies the values and checks that there are some. */
    public Axis {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("values must not be empty");
        }
    }
}
