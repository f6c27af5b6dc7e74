package dev.trimtab.runtime.model.offline.grammar;

import java.util.HashMap;
import java.util.Map;

/** What the shape of the data fills into the holes of a template, whatever the language. */
final class ShapeHoles {
    /** Rounds in which letters and symbols are aligned: the first keeps an even pace, the others go by the counts of the one before. */
    private static final String ROUNDS = "5";

    private ShapeHoles() {}

    /** Returns the holes of a design's shape. */
    static Map<String, String> of(Design design) {
        Map<Knob, String> features = design.features();
        Shape shape = Shape.of(features);
        Map<String, String> holes = new HashMap<>();
        switch (shape) {
            case SERIES -> holes.put("parts", first(features.getOrDefault(Knob.PARTS, "16 parts")));
            case SEQUENCE -> {
                holes.put("around", first(String.valueOf(features.get(Knob.CONTEXT))));
                boolean counts = !features.getOrDefault(Knob.ALIGNMENT, "").endsWith("place");
                holes.put("rounds", counts ? ROUNDS : "1");
                holes.put("passes", features.getOrDefault(Knob.PASSES, "").startsWith("two") ? "2" : "1");
            }
            case PICTURE, MASK -> {
                holes.put(
                        "window",
                        features.getOrDefault(Knob.WINDOW, "5x5 window").substring(0, 1));
                holes.put("drawn", shape == Shape.MASK ? "40" : "60");
                holes.put("outputs", shape == Shape.MASK ? "2" : "1");
            }
            default -> {}
        }
        return holes;
    }

    private static String first(String value) {
        return value.substring(0, value.indexOf(' '));
    }
}
