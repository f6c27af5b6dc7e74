package dev.trimtab.runtime.model.offline.grammar;

import static dev.trimtab.runtime.model.offline.grammar.Knob.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shape of a competition's data, which says how they can be prepared. */
public enum Shape {
    TABLE,
    TEXT,
    IMAGE,
    TIME_SERIES;

    /**
     * Returns the settings of the preparation with the values they may take.
     *
     * @param metric the competition's metric
     */
    public Map<Knob, List<String>> values(Metric metric) {
        Map<Knob, List<String>> values = new LinkedHashMap<>();
        switch (this) {
            case TABLE -> {
                values.put(
                        CATEGORIES,
                        List.of(
                                "integer codes",
                                "one-hot columns",
                                "level counts",
                                "target means",
                                "one-hot and means",
                                "level words",
                                "words and means"));
                values.put(
                        NUMBERS, List.of("raw numbers", "log numbers", "pair counts", "pair sums", "sums and counts"));
                values.put(GAPS, List.of("gaps by mean", "gaps by group"));
            }
            case TEXT ->
                values.put(Knob.TEXT, List.of("word counts", "word pairs", "character n-grams", "words and n-grams"));
            case IMAGE -> {
                values.put(Knob.IMAGE, List.of("raw pixels", "gradient histograms", "pixels and slopes"));
                values.put(COPIES, List.of("no copies", "mirrored"));
            }
            case TIME_SERIES ->
                values.put(
                        CALENDAR,
                        List.of(
                                "plain dates",
                                "calendar parts",
                                "last year's values",
                                "last year and holidays",
                                "special days",
                                "all date columns"));
        }
        if (metric.positive()) {
            values.put(TARGET, List.of("raw target", "log target"));
        }
        return values;
    }

    /** Returns the shape that a preparation belongs to. */
    public static Shape of(Map<Knob, String> features) {
        if (features.containsKey(Knob.TEXT)) {
            return TEXT;
        }
        if (features.containsKey(Knob.IMAGE)) {
            return IMAGE;
        }
        return features.containsKey(CALENDAR) ? TIME_SERIES : TABLE;
    }
}
