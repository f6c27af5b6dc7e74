package dev.trimtab.runtime.model.offline.grammar;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * All designs for one competition: which families can be tried on it, and the single steps from one design to the next.
 *
 * @param shape the shape of the data
 * @param metric the metric
 * @param xgboost whether XGBoost is installed
 */
public record DesignSpace(Shape shape, Metric metric, boolean xgboost) {
    /**
     * One change of a design.
     *
     * @param what the change in words, such as {@code depth 4 becomes depth 6}
     * @param setting the setting that changes, as {@link Design#settings()} names it; {@code blend} for a second model
     * @param from the value before, empty for a second model
     * @param to the value after
     * @param design the changed design
     */
    public record Step(String what, String setting, String from, String to, Design design) {}

    /** Returns the families that can be tried here: those that fit the data and are installed. */
    public List<Family> families() {
        List<Family> families = new ArrayList<>();
        for (Family family : Family.values()) {
            boolean fits = switch (family) {
                case NAIVE_BAYES -> metric.classes();
                case NEIGHBOURS -> !shape.pixels();
                case SEASONAL -> shape == Shape.TIME_SERIES;
                case XGBOOST -> xgboost;
                default -> true;
            };
            if (fits) {
                families.add(family);
            }
        }
        return families;
    }

    /** Returns a design of a family with every setting drawn at random. */
    public Design draw(Family family, RandomGenerator random) {
        Map<Knob, String> features = new EnumMap<>(Knob.class);
        shape.values(metric).forEach((knob, values) -> features.put(knob, any(values, random)));
        return new Design(List.of(model(family, random)), features);
    }

    /** Returns every step of one setting, one value away where values are numbers. */
    public List<Step> steps(Design design) {
        List<Step> steps = new ArrayList<>();
        design.settings().forEach((setting, value) -> {
            Knob knob = Knob.valueOf(setting.substring(2));
            List<String> values = setting.startsWith("x.")
                    ? shape.values(metric).getOrDefault(knob, List.of())
                    : design.models()
                            .get(setting.charAt(0) - '0')
                            .family()
                            .space(metric)
                            .getOrDefault(knob, List.of());
            int at = values.indexOf(value);
            for (int i = 0; i < values.size(); i++) {
                if (i != at && (!knob.numeric() || at < 0 || Math.abs(i - at) == 1)) {
                    String to = values.get(i);
                    String what = knob.say(value) + " becomes " + knob.say(to);
                    steps.add(new Step(what, setting, value, to, design.with(setting, to)));
                }
            }
        });
        return steps;
    }

    /** Returns the step that averages a design with one more model. */
    public Step blend(Design design, Design.Model more) {
        List<Design.Model> models = new ArrayList<>(design.models());
        models.add(more);
        String what = "a " + more.family().words() + " is averaged in";
        return new Step(what, "blend", "", more.family().name(), new Design(models, design.features()));
    }

    /** Returns a model of a family with every setting drawn at random. */
    public Design.Model model(Family family, RandomGenerator random) {
        Map<Knob, String> settings = new EnumMap<>(Knob.class);
        family.space(metric).forEach((knob, values) -> settings.put(knob, any(values, random)));
        return new Design.Model(family, settings);
    }

    /** Returns the middle value of each setting of a family, which stands for a value that was not said. */
    static Map<Knob, String> middle(Family family) {
        Map<Knob, String> settings = new EnumMap<>(Knob.class);
        family.space().forEach((knob, values) -> settings.put(knob, values.get(values.size() / 2)));
        return settings;
    }

    private static String any(List<String> values, RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }
}
