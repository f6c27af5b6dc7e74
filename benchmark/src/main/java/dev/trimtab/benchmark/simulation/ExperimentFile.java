package dev.trimtab.benchmark.simulation;

import dev.trimtab.runtime.config.ConfigLoader;
import dev.trimtab.runtime.config.IdleKeys;
import dev.trimtab.runtime.config.Layer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An experiment's file and the options laid over it.
 *
 * @param layers lowest first
 */
public record ExperimentFile(List<Layer> layers) {
    /**
     * One combination of the axes' values.
     *
     * @param settings the values by key, in the order of the axes
     * @param experiment the experiment with them
     */
    public record Cell(Map<String, String> settings, Experiment experiment) {
        /** Copies the settings in order. */
        public Cell {
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        }
    }

    /** Copies the list. */
    public ExperimentFile {
        layers = List.copyOf(layers);
    }

    /**
     * Returns the file with options laid over it.
     *
     * @param options each {@code key=value}
     * @throws dev.trimtab.runtime.UserError if the file cannot be read
     */
    public static ExperimentFile of(Path file, List<String> options) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.file(file));
        options.forEach(option -> layers.add(Layer.option(option)));
        return new ExperimentFile(layers);
    }

    /**
     * Returns the experiment before its axes are varied.
     *
     * @throws dev.trimtab.runtime.UserError naming file, line and key if it does not fit
     */
    public Experiment experiment() {
        return new ConfigLoader().load(layers, Experiment.DEFAULT);
    }

    /**
     * Refuses what has no effect in any cell.
     *
     * @throws dev.trimtab.runtime.UserError naming file, line and key, or the option, why it has none and what to do
     */
    public void refuseIdle() {
        IdleKeys.refuseAll(layers, Experiment.DEFAULT, written -> new ExperimentFile(written).idle());
    }

    private Map<String, String> idle() {
        Map<String, String> idle = new LinkedHashMap<>();
        experiment().axes().forEach(axis -> idle.put(axis.key(), "beside the axis of this key: leave it out"));
        List<Cell> cells = cells();
        if (cells.stream().allMatch(cell -> cell.experiment().prediction() == null)) {
            idle.put("tolerance", "without a prediction: leave it out, or state one");
        }
        if (cells.stream()
                .allMatch(cell -> cell.experiment().ecology().protocol().windows() == 1)) {
            idle.put(
                    "ecology.protocol.mode-change",
                    "within one window: leave it out, or set ecology.protocol.windows to 2 or more");
        }
        return idle;
    }

    /** Returns the cells, the last axis changing fastest; an axis may vary any key but the axes. */
    public List<Cell> cells() {
        List<Map<String, String>> combinations = new ArrayList<>();
        combinations.add(Map.of());
        for (Axis axis : experiment().axes()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> combination : combinations) {
                for (Object value : axis.values()) {
                    Map<String, String> next = new LinkedHashMap<>(combination);
                    next.put(axis.key(), String.valueOf(value));
                    longer.add(next);
                }
            }
            combinations = longer;
        }
        return combinations.stream().map(this::cell).toList();
    }

    private Cell cell(Map<String, String> settings) {
        List<Layer> all = new ArrayList<>(layers);
        settings.forEach((key, value) -> all.add(Layer.option(key + "=" + value)));
        return new Cell(settings, new ConfigLoader().load(all, Experiment.DEFAULT));
    }
}
