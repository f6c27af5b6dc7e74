package dev.trimtab.runtime.model.offline.grammar;

import static dev.trimtab.runtime.model.offline.grammar.Knob.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shape of a competition's data and answers, which says how they can be prepared. */
public enum Shape {
    TABLE,
    TEXT,
    IMAGE,
    TIME_SERIES,
    /** A table with series of numbers in its cells. */
    SERIES,
    /** Tables with lists of names in their cells, and the likeliest names as answers. */
    RANKING,
    /** Words, and sequences of symbols as answers. */
    SEQUENCE,
    /** Pictures, and pictures as answers. */
    PICTURE,
    /** Pictures, and their marked pixels as answers. */
    MASK;

    /** A setting of each shape that no other has, by which it is known. */
    private static final Map<Knob, Shape> OWN = own();

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
            case SERIES -> {
                values.put(NUMBERS, List.of("raw numbers", "log numbers"));
                values.put(
                        Knob.SERIES,
                        List.of(
                                "summary figures",
                                "strength of parts",
                                "spectrum bands",
                                "parts and bands",
                                "all series figures"));
                values.put(PARTS, List.of("8 parts", "16 parts", "32 parts"));
            }
            case RANKING -> {
                values.put(CATEGORIES, List.of("integer codes", "one-hot columns", "level words"));
                values.put(LISTS, List.of("list entries", "list words", "entries and words", "entry pairs"));
                values.put(WEIGHTS, List.of("plain marks", "rarity weights"));
                values.put(SHOWN, List.of("shown names left out", "shown names kept"));
            }
            case SEQUENCE -> {
                values.put(
                        CONTEXT,
                        List.of("1 letter around", "2 letters around", "3 letters around", "4 letters around"));
                values.put(ALIGNMENT, List.of("aligned by counts", "aligned by place"));
                values.put(PASSES, List.of("one pass", "two passes"));
            }
            case PICTURE -> {
                values.put(WINDOW, List.of("3x3 window", "5x5 window", "7x7 window"));
                values.put(LEVEL, List.of("plain brightness", "local contrast"));
                values.put(OUTLIERS, List.of("outliers mended", "outliers kept"));
            }
            case MASK -> {
                values.put(WINDOW, List.of("3x3 window", "5x5 window", "7x7 window"));
                values.put(LEVEL, List.of("plain brightness", "contrast to the border"));
                values.put(MASKS, List.of("mask smoothed", "mask as predicted"));
            }
        }
        if (metric.positive()) {
            values.put(TARGET, List.of("raw target", "log target"));
        }
        return values;
    }

    /** Returns the shape that a preparation belongs to. */
    public static Shape of(Map<Knob, String> features) {
        for (Map.Entry<Knob, Shape> own : OWN.entrySet()) {
            if (features.containsKey(own.getKey())) {
                return own.getValue();
            }
        }
        return TABLE;
    }

    /** Returns the shape whose answers a metric is made for; empty for numbers and classes, which come in many shapes. */
    public static Optional<Shape> ofAnswers(Metric metric) {
        return switch (metric) {
            case MAP_AT_K -> Optional.of(RANKING);
            case SEQUENCE_ERROR_RATE -> Optional.of(SEQUENCE);
            case PIXEL_RMSE -> Optional.of(PICTURE);
            case DICE -> Optional.of(MASK);
            default -> Optional.empty();
        };
    }

    /** Returns whether models look at pixels one by one, of which there are many times more than rows. */
    public boolean pixels() {
        return this == PICTURE || this == MASK;
    }

    private static Map<Knob, Shape> own() {
        Map<Knob, Shape> own = new LinkedHashMap<>();
        own.put(Knob.TEXT, TEXT);
        own.put(Knob.IMAGE, IMAGE);
        own.put(CALENDAR, TIME_SERIES);
        own.put(Knob.SERIES, SERIES);
        own.put(LISTS, RANKING);
        own.put(CONTEXT, SEQUENCE);
        own.put(OUTLIERS, PICTURE);
        own.put(MASKS, MASK);
        return own;
    }
}
