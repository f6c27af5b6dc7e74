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
        parts.add(shape == Shape.TABLE || shape == Shape.TEXT, "columns");
        parts.add(shape == Shape.TEXT, "text");
        parts.add(shape == Shape.IMAGE, "image");
        parts.add(design.blend(), "blend");
        for (Map.Entry<Knob, String> feature : design.features().entrySet()) {
            parts.prepare(feature.getKey(), feature.getValue());
        }
        parts.add(shape == Shape.TEXT, "codes");
        parts.add(!parts.flags.contains("groups"), "nogroups");
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
            default -> {}
        }
    }

    private void add(boolean condition, String flag) {
        if (condition) {
            flags.add(flag);
        }
    }
}
