package dev.trimtab.runtime.model.offline.grammar;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes designs as single-file Java 17 programs that need the JDK, Tribuo for linear models, and XGBoost4J where the design says so. */
public final class JavaGrammar implements Grammar {
    private static final Template MAIN = Template.load("java/main.txt");
    private static final Template FEATURES = Template.load("java/features.txt");
    private static final Template MODELS = Template.load("java/models.txt");
    private static final Template SCORE = Template.load("java/score.txt");

    /** Two spaces a level, not four, in what a model must read: they count as tokens. */
    private static final Pattern INDENT = Pattern.compile("(?m)\\G {4}|^ {4}");

    @Override
    public String language() {
        return "java";
    }

    @Override
    public String file() {
        return "Solution.java";
    }

    @Override
    public String run() {
        return "java Solution.java";
    }

    @Override
    public Set<Flaw> flaws(Design design, ProgramTask task) {
        return Flaw.possible(design, task);
    }

    @Override
    public Set<Flaw> seen(String code, ProgramTask task) {
        Set<Flaw> seen = EnumSet.noneOf(Flaw.class);
        String target = "TARGET = \"" + literal(task.target()) + "\"";
        see(seen, Flaw.WRONG_COLUMN, !task.target().isEmpty() && code.contains("TARGET = ") && !code.contains(target));
        see(
                seen,
                Flaw.MISSING_IMPORT,
                code.contains("import java.util.*") && !code.contains("import java.util.stream"));
        see(seen, Flaw.WRONG_TYPE, code.contains("int score = score("));
        see(seen, Flaw.EMPTY_CELLS, code.contains("v[i] = Double.parseDouble(cell[i]);"));
        see(seen, Flaw.CLASS_COUNT, code.contains("outputs = classes.size() - 1"));
        see(seen, Flaw.WRONG_FOLDER, code.contains("\"" + task.folder().other().path() + "/submission.csv\""));
        see(seen, Flaw.LEAK, code.contains("int[] fit = all;"));
        return seen;
    }

    private static void see(Set<Flaw> seen, Flaw flaw, boolean there) {
        if (there) {
            seen.add(flaw);
        }
    }

    @Override
    public String write(Design design, ProgramTask task, @Nullable Flaw flaw) {
        Set<String> flags = flags(design, task, flaw);
        Map<String, String> holes = new HashMap<>();
        data(holes, design, task, flaw);
        metric(holes, design, task.metric());
        design.models().forEach(model -> model(holes, model, task.metric()));
        holes.put("predict", predict(design));
        holes.put("features", FEATURES.fill(flags, holes).stripTrailing());
        holes.put("score", SCORE.fill(flags, holes).stripTrailing());
        holes.put("models", MODELS.fill(flags, holes).stripTrailing());
        return INDENT.matcher(MAIN.fill(flags, holes)).replaceAll("  ");
    }

    private static Set<String> flags(Design design, ProgramTask task, @Nullable Flaw flaw) {
        Metric metric = task.metric();
        Shape shape = Shape.of(design.features());
        Set<String> flags = new HashSet<>();
        flags.add(metric.classes() ? "classes" : "regression");
        flags.add(metric == Metric.LOG_LOSS ? "logloss" : "labels");
        flags.add(metric == Metric.AUC ? "auc" : metric == Metric.QWK ? "qwk" : "each");
        add(flags, metric == Metric.ACCURACY, "accuracy");
        flags.add(shape == Shape.TIME_SERIES ? "time" : "random");
        add(flags, shape == Shape.TABLE || shape == Shape.TEXT, "columns");
        add(flags, shape == Shape.TEXT, "text");
        add(flags, shape == Shape.IMAGE, "image");
        add(flags, design.blend(), "blend");
        add(flags, flaw != Flaw.MISSING_IMPORT, "streams");
        design.features().forEach((knob, value) -> preparation(flags, knob, value));
        design.models().forEach(model -> flags.addAll(parts(model.family())));
        add(flags, shape == Shape.TEXT, "codes");
        add(flags, shape == Shape.TEXT && design.models().stream().anyMatch(m -> dense(m.family())), "narrow");
        add(flags, !flags.contains("groups"), "nogroups");
        add(flags, flags.contains("frequency") || flags.contains("pairs"), "counted");
        return flags;
    }

    static void preparation(Set<String> flags, Knob knob, String value) {
        switch (knob) {
            case CATEGORIES -> {
                add(flags, value.contains("codes"), "codes");
                add(flags, value.contains("one-hot"), "onehot");
                add(flags, value.contains("counts"), "frequency");
                add(flags, value.contains("words"), "levelwords");
                add(flags, value.contains("means"), "means");
            }
            case NUMBERS -> {
                add(flags, !value.startsWith("raw"), "squash");
                add(flags, value.contains("counts"), "pairs");
                add(flags, value.contains("sums"), "sums");
            }
            case GAPS -> add(flags, value.contains("group"), "groups");
            case TEXT -> {
                add(flags, value.contains("word"), "words");
                add(flags, value.equals("word pairs"), "bigrams");
                add(flags, value.contains("n-grams"), "chars");
            }
            case IMAGE -> {
                add(flags, value.contains("pixels"), "raw");
                add(flags, value.contains("gradient") || value.contains("slopes"), "gradients");
            }
            case COPIES -> add(flags, value.startsWith("mirrored"), "mirrored");
            case CALENDAR -> {
                add(flags, !value.startsWith("plain"), "parts");
                add(flags, value.contains("special") || value.startsWith("all"), "special");
                add(flags, value.contains("last year") || value.startsWith("all"), "lastyear");
                add(flags, value.contains("holidays") || value.startsWith("all"), "holidays");
            }
            default -> {}
        }
    }

    private static void add(Set<String> flags, boolean condition, String flag) {
        if (condition) {
            flags.add(flag);
        }
    }

    private static List<String> parts(Family family) {
        return switch (family) {
            case CONSTANT -> List.of("constant");
            case LINEAR -> List.of("linear");
            case NAIVE_BAYES -> List.of("bayes", "share");
            case NEIGHBOURS -> List.of("neighbours");
            case RANDOM_FOREST, EXTRA_TREES -> List.of("forest", "trees");
            case BOOSTING -> List.of("boosting", "trees", "share");
            case XGBOOST -> List.of("xgboost");
            case NETWORK -> List.of("network", "share", "shuffle");
            case SEASONAL -> List.of("seasonal");
        };
    }

    private static void data(Map<String, String> holes, Design design, ProgramTask task, @Nullable Flaw flaw) {
        String target = flaw == Flaw.WRONG_COLUMN ? misspelt(task.target()) : task.target();
        holes.put("design", design.sentence());
        holes.put("id", literal(task.id()));
        holes.put("target", literal(target));
        holes.put("target-index", target.isEmpty() ? "head.size() - 1" : "head.indexOf(TARGET)");
        holes.put("copies", design.features().getOrDefault(Knob.COPIES, "").startsWith("mirrored") ? "2" : "1");
        holes.put("off-by-one", flaw == Flaw.CLASS_COUNT ? " - 1" : "");
        holes.put("fit-rows", flaw == Flaw.LEAK ? "all" : "Arrays.stream(all).filter(held.negate()).toArray()");
        holes.put("score-type", flaw == Flaw.WRONG_TYPE ? "int" : "double");
        holes.put("folder", (flaw == Flaw.WRONG_FOLDER ? task.folder().other() : task.folder()).path());
        holes.put(
                "parse",
                flaw == Flaw.EMPTY_CELLS
                        ? "Double.parseDouble(cell[i])"
                        : "cell[i].isEmpty() ? Double.NaN : Double.parseDouble(cell[i])");
        holes.put("most-tries", "Math.min(40, 160 / outputs)");
    }

    private static void metric(Map<String, String> holes, Design design, Metric metric) {
        boolean log = design.features().getOrDefault(Knob.TARGET, "").startsWith("log");
        holes.put("metric", metric.word());
        holes.put("squash-target", log ? "Math.log1p(value)" : "value");
        String back = log ? "Math.expm1(value)" : "value";
        holes.put(
                "unsquash-target",
                switch (metric) {
                    case RMSLE -> "Math.max(0, " + back + ")";
                    case QWK -> "Math.max(0, Math.round(" + back + "))";
                    default -> back;
                });
        holes.put(
                "loss",
                switch (metric) {
                    case RMSLE -> "Math.pow(Math.log1p(guess) - Math.log1p(truth), 2)";
                    case MAPE -> "Math.abs(guess - truth) / Math.abs(truth)";
                    case MAE -> "Math.abs(guess - truth)";
                    default -> "(guess - truth) * (guess - truth)";
                });
        holes.put("no-better", metric.higherIsBetter() ? "<=" : ">=");
        boolean root = metric == Metric.RMSLE || metric == Metric.RMSE;
        holes.put("mean-loss", root ? "Math.sqrt(sum / count)" : "sum / count");
        holes.put("header", metric == Metric.LOG_LOSS ? "String.join(\",\", sample)" : "ID + \",\" + head.get(target)");
        holes.put(
                "cells",
                "            "
                        + switch (metric) {
                            case LOG_LOSS -> "for (double v : p[i]) csv.append(',').append(v);";
                            case AUC -> "csv.append(',').append(p[i][1]);";
                            case ACCURACY -> "csv.append(',').append(classes.get(best(p[i])));";
                            case QWK -> "csv.append(',').append((int) value(p[i][0]));";
                            default -> "csv.append(',').append(value(p[i][0]));";
                        });
        holes.put("classes01", metric.classes() ? "1.0" : "0.0");
    }

    private static void model(Map<String, String> holes, Design.Model model, Metric metric) {
        String prefix = prefix(model.family());
        Map<Knob, String> settings = new HashMap<>(DesignSpace.middle(model.family()));
        settings.putAll(model.settings());
        settings.forEach((knob, value) -> holes.put(prefix + "." + hole(knob), value));
        if (model.family() == Family.XGBOOST) {
            holes.put("xgboost.sample", "0.8");
            holes.put("xgboost.features", settings.getOrDefault(Knob.SHARE, "1"));
            holes.put(
                    "xgboost.objective",
                    metric.classes() ? "multi:softprob" : "reg:" + loss(settings, "squarederror", "absoluteerror"));
        }
        if (model.family() == Family.LINEAR) {
            holes.put("linear.loss", loss(settings, "L2R_L2LOSS_SVR_DUAL", "L2R_L1LOSS_SVR_DUAL"));
        }
        if (model.family() == Family.BOOSTING && metric.classes()) {
            holes.put("boosting.rate", "4 * " + settings.get(Knob.RATE));
        }
    }

    private static String loss(Map<Knob, String> settings, String squared, String absolute) {
        return settings.getOrDefault(Knob.LOSS, "").startsWith("absolute") ? absolute : squared;
    }

    private static String predict(Design design) {
        boolean narrow = Shape.of(design.features()) == Shape.TEXT;
        if (!design.blend()) {
            return "        return " + call(design.main(), narrow) + ";";
        }
        StringBuilder lines = new StringBuilder(narrow ? "        int full = width;\n" : "");
        List<String> parts = new ArrayList<>();
        for (Design.Model model : design.models()) {
            String part = String.valueOf((char) ('p' + parts.size()));
            parts.add(part);
            lines.append("        double[][] ")
                    .append(part)
                    .append(" = ")
                    .append(call(model, narrow))
                    .append(";\n");
            lines.append(narrow ? "        width = full;\n" : "");
        }
        return lines + "        return blend(new double[][][] {" + String.join(", ", parts) + "}, ask);";
    }

    private static String call(Design.Model model, boolean narrow) {
        String rows = narrow && dense(model.family()) ? "(narrow(x), fit, ask" : "(x, fit, ask";
        Map<Knob, String> settings = new EnumMap<>(Knob.class);
        settings.putAll(DesignSpace.middle(model.family()));
        settings.putAll(model.settings());
        return switch (model.family()) {
            case CONSTANT -> "trainMean" + rows + ")";
            case LINEAR -> "linear" + rows + ")";
            case NAIVE_BAYES -> "naiveBayes" + rows + ")";
            case NEIGHBOURS -> "nearestNeighbours" + rows + ")";
            case RANDOM_FOREST, EXTRA_TREES ->
                "forest" + rows + ", " + settings.get(Knob.TREES) + ", " + settings.get(Knob.DEPTH) + ", "
                        + settings.get(Knob.SHARE) + ", " + (model.family() == Family.EXTRA_TREES) + ")";
            case BOOSTING -> "gradientBoosting" + rows + ")";
            case XGBOOST -> "xgboost" + rows + ")";
            case NETWORK -> "neuralNet" + rows + ")";
            case SEASONAL -> "seasonal" + rows + ")";
        };
    }

    /** Whether a model looks at every column, also where a row has nothing in it. */
    static boolean dense(Family family) {
        return parts(family).contains("trees") || family == Family.XGBOOST || family == Family.NETWORK;
    }

    private static String prefix(Family family) {
        return switch (family) {
            case NAIVE_BAYES -> "bayes";
            case RANDOM_FOREST, EXTRA_TREES -> "forest";
            default -> family.name().toLowerCase(Locale.ROOT);
        };
    }

    static String hole(Knob knob) {
        return switch (knob) {
            case SHARPNESS -> "weight";
            default -> knob.name().toLowerCase(Locale.ROOT);
        };
    }

    /** A slip of the fingers that no column name survives: two letters change places, or one is lost. */
    static String misspelt(String name) {
        if (name.length() < 3) {
            return name + "s";
        }
        List<Character> letters = new ArrayList<>();
        name.chars().forEach(c -> letters.add((char) c));
        letters.remove(name.length() / 2);
        StringBuilder text = new StringBuilder();
        letters.forEach(text::append);
        return text.toString();
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
