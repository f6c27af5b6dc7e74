package dev.trimtab.runtime.model.offline.grammar;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The parts of a template that a design and its task ask for, whatever the language. */
final class TemplateParts {
    private final Set<String> flags = new HashSet<>();

    private TemplateParts() {}

    /** Returns the flags of the parts; a grammar adds those of its own language. */
    static Set<String> of(Design design, ProgramTask task) {
        TemplateParts parts = new TemplateParts();
        Shape shape = Shape.of(design.features());
        parts.flags.add(task.metric().classes() ? "classes" : "regression");
        parts.flags.add(shape == Shape.TIME_SERIES ? "time" : "random");
        boolean lists = shape == Shape.RANKING;
        parts.add(shape == Shape.TABLE || shape == Shape.TEXT || shape == Shape.SERIES || lists, "columns");
        parts.add(shape == Shape.TEXT || lists, "text");
        parts.add(true, lists ? "ranks" : "noranks");
        parts.add(shape == Shape.SERIES, "series");
        parts.add(shape == Shape.PICTURE, "picture");
        parts.add(shape == Shape.MASK, "mask");
        parts.add(shape == Shape.IMAGE, "image");
        parts.add(design.blend(), "blend");
        for (Map.Entry<Knob, String> feature : design.features().entrySet()) {
            parts.prepare(feature.getKey(), feature.getValue());
        }
        parts.add(shape == Shape.TEXT || shape == Shape.SERIES, "codes");
        parts.add(!parts.flags.contains("groups"), "nogroups");
        parts.add(!parts.flags.contains("marks"), "rarity");
        return parts.flags;
    }

    private void prepare(Knob knob, String value) {
        switch (knob) {
            case CATEGORIES -> {
                add(value.contains("codes"), "codes");
                add(value.contains("one-hot"), "onehot");
                add(value.contains("counts"), "frequency");
                add(value.contains("words"), "levelwords");
                add(value.contains("means"), "means");
            }
            case NUMBERS -> {
                add(!value.startsWith("raw"), "squash");
                add(value.contains("counts"), "pairs");
                add(value.contains("sums"), "sums");
            }
            case GAPS -> add(value.contains("group"), "groups");
            case TEXT -> {
                add(value.contains("word"), "words");
                add(value.equals("word pairs"), "bigrams");
                add(value.contains("n-grams"), "chars");
            }
            case IMAGE -> {
                add(value.contains("pixels"), "raw");
                add(value.contains("gradient") || value.contains("slopes"), "gradients");
            }
            case COPIES -> add(value.startsWith("mirrored"), "mirrored");
            case CALENDAR -> {
                add(!value.startsWith("plain"), "parts");
                add(value.contains("special") || value.startsWith("all"), "special");
                add(value.contains("last year") || value.startsWith("all"), "lastyear");
                add(value.contains("holidays") || value.startsWith("all"), "holidays");
            }
            case SERIES -> {
                add(value.contains("figures"), "summary");
                add(value.contains("parts") || value.startsWith("all"), "parts");
                add(value.contains("bands") || value.startsWith("all"), "bands");
            }
            case LISTS -> {
                add(!value.equals("list words"), "entries");
                add(value.contains("words"), "words");
                add(value.contains("pairs"), "entrypairs");
            }
            case WEIGHTS -> add(value.equals("plain marks"), "marks");
            case SHOWN -> add(value.endsWith("left out"), "unshown");
            case LEVEL -> add(true, value.contains("contrast") ? "contrast" : "plain");
            case MASKS -> add(value.endsWith("smoothed"), "smoothed");
            case OUTLIERS -> add(value.endsWith("mended"), "mended");
            default -> {}
        }
    }

    private void add(boolean condition, String flag) {
        if (condition) {
            flags.add(flag);
        }
    }
}
