package dev.trimtab.runtime.model.offline.grammar;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A pipeline: one model, or an average of models whose weights the program finds, on one preparation of the data.
 *
 * @param models one to three models
 * @param features settings of the data's preparation
 */
public record Design(List<Model> models, Map<Knob, String> features) {
    private static final int MOST_MODELS = 3;

    /**
     * A model with its settings.
     *
     * @param family the kind of model
     * @param settings the settings that were stated
     */
    public record Model(Family family, Map<Knob, String> settings) {
        /** Copies the settings in the order of the knobs. */
        public Model {
            settings = ordered(settings);
        }

        /** Returns every setting of the family, in the middle of its range where none was stated. */
        Map<Knob, String> complete() {
            Map<Knob, String> all = new EnumMap<>(Knob.class);
            all.putAll(DesignSpace.middle(family));
            all.putAll(settings);
            return all;
        }

        private String say() {
            String stated = settings.entrySet().stream()
                    .map(e -> e.getKey().say(e.getValue()))
                    .collect(Collectors.joining(", "));
            return stated.isEmpty() ? family.words() : family.words() + " (" + stated + ")";
        }
    }

    /** Copies the collections and checks the number of models. */
    public Design {
        models = List.copyOf(models);
        features = ordered(features);
        if (models.isEmpty() || models.size() > MOST_MODELS) {
            throw new IllegalArgumentException("a design has one to three models but " + models.size() + " were given");
        }
    }

    /** Returns whether models are averaged. */
    public boolean blend() {
        return models.size() > 1;
    }

    /** Returns whether no more models can be averaged in. */
    public boolean full() {
        return models.size() == MOST_MODELS;
    }

    /** Returns the first model. */
    public Model main() {
        return models.get(0);
    }

    /** Returns whether any model is of the family. */
    public boolean uses(Family family) {
        return models.stream().anyMatch(m -> m.family() == family);
    }

    /** Returns the kinds of the models, in order, such as {@code XGBOOST+LINEAR}. */
    public String kind() {
        return models.stream().map(m -> m.family().name()).collect(Collectors.joining("+"));
    }

    /** Returns everything that can be changed one at a time, by a name unique in the design, such as {@code 0.DEPTH}. */
    public Map<String, String> settings() {
        Map<String, String> all = new LinkedHashMap<>();
        for (int m = 0; m < models.size(); m++) {
            String prefix = m + ".";
            models.get(m).settings().forEach((knob, value) -> all.put(prefix + knob.name(), value));
        }
        features.forEach((knob, value) -> all.put("x." + knob.name(), value));
        return all;
    }

    /** Returns the design in one sentence of at most 260 characters that states every setting. */
    public String sentence() {
        String prepared = features.values().stream().collect(Collectors.joining(", "));
        String said = models.stream().map(Model::say).collect(Collectors.joining(" + "));
        return (blend() ? "Blend of " + said : capital(said)) + (prepared.isEmpty() ? "." : " on " + prepared + ".");
    }

    /** Returns the design with one setting changed. */
    public Design with(String setting, String value) {
        Knob knob = Knob.valueOf(setting.substring(2));
        if (setting.startsWith("x.")) {
            return new Design(models, changed(features, knob, value));
        }
        int at = Integer.parseInt(setting.substring(0, 1));
        List<Model> next = new java.util.ArrayList<>(models);
        Model model = models.get(at);
        next.set(at, new Model(model.family(), changed(model.settings(), knob, value)));
        return new Design(next, features);
    }

    private static Map<Knob, String> changed(Map<Knob, String> settings, Knob knob, String value) {
        Map<Knob, String> next = new EnumMap<>(Knob.class);
        next.putAll(settings);
        next.put(knob, value);
        return next;
    }

    private static Map<Knob, String> ordered(Map<Knob, String> settings) {
        Map<Knob, String> copy = new EnumMap<>(Knob.class);
        copy.putAll(settings);
        return Collections.unmodifiableMap(copy);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
