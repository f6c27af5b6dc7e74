package dev.trimtab.runtime.model.offline.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes designs as single-file Java 17 programs that need the JDK, Tribuo for linear models, and XGBoost4J where the design says so. */
public final class JavaGrammar implements Grammar {
    private static final Template MAIN = Template.load("java/main.txt");
    private static final Template LETTERS = Template.load("java/letters.txt");
    private static final Template PIXELS = Template.load("java/pixels.txt");
    private static final Template IMPORTS = Template.load("java/imports.txt");
    private static final Template TOOLS = Template.load("java/tools.txt");
    private static final Template FEATURES = Template.load("java/features.txt");
    private static final Template MODELS = Template.load("java/models.txt");
    private static final Template SCORE = Template.load("java/score.txt");

    /** How many times fewer rounds boosting has for rankings, each of them with a tree for each of hundreds of names: what fits in some ten seconds. */
    private static final int FEWER_ROUNDS = 15;

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
    public Set<Flaw> seen(String code, ProgramTask task) {
        String target = "TARGET = \"" + Template.literal(task.target()) + "\"";
        boolean otherTarget = code.contains("TARGET = ") && !code.contains(target);
        return Flaw.holding(Map.of(
                Flaw.WRONG_COLUMN,
                !task.target().isEmpty() && otherTarget,
                Flaw.MISSING_IMPORT,
                code.contains("import java.util.*") && !code.contains("import java.util.stream"),
                Flaw.WRONG_TYPE,
                code.contains("int score = score("),
                Flaw.EMPTY_CELLS,
                code.contains("v[i] = Double.parseDouble(cell[i]);"),
                Flaw.CLASS_COUNT,
                code.contains("outputs = classes.size() - 1"),
                Flaw.WRONG_FOLDER,
                code.contains("\"" + task.folder().other().submission() + "\""),
                Flaw.LEAK,
                code.contains("int[] fit = all;")));
    }

    @Override
    public String write(Design design, ProgramTask task, @Nullable Flaw flaw) {
        Set<String> flags = flags(design, task, flaw);
        Map<String, String> holes = new HashMap<>();
        data(holes, design, task, flaw);
        metric(holes, design, task.metric());
        design.models().forEach(model -> model(holes, model, task.metric()));
        holes.putAll(ShapeHoles.of(design));
        holes.put("predict", predict(design));
        holes.put("imports", IMPORTS.fill(flags, holes).stripTrailing());
        holes.put("tools", TOOLS.fill(flags, holes).stripTrailing());
        holes.put("features", FEATURES.fill(flags, holes).stripTrailing());
        holes.put("score", SCORE.fill(flags, holes).stripTrailing());
        holes.put("models", MODELS.fill(flags, holes).stripTrailing());
        Template main = switch (Shape.of(design.features())) {
            case SEQUENCE -> LETTERS;
            case PICTURE, MASK -> PIXELS;
            default -> MAIN;
        };
        return INDENT.matcher(main.fill(flags, holes)).replaceAll("  ");
    }

    private static Set<String> flags(Design design, ProgramTask task, @Nullable Flaw flaw) {
        Metric metric = task.metric();
        Set<String> flags = TemplateParts.of(design, task);
        flags.add(metric == Metric.LOG_LOSS ? "logloss" : "labels");
        flags.add(metric == Metric.AUC ? "auc" : metric == Metric.QWK ? "qwk" : "each");
        add(flags, metric == Metric.ACCURACY, "accuracy");
        add(flags, flaw != Flaw.MISSING_IMPORT, "streams");
        design.models().forEach(model -> flags.addAll(parts(model.family())));
        boolean narrow = flags.contains("text")
                && design.models().stream().anyMatch(m -> m.family().dense());
        add(flags, narrow, "narrow");
        add(flags, flags.contains("frequency") || flags.contains("pairs"), "counted");
        return flags;
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
        String target = flaw == Flaw.WRONG_COLUMN ? Flaw.misspelt(task.target()) : task.target();
        holes.put("design", design.sentence());
        holes.put("id", Template.literal(task.id()));
        holes.put("target", Template.literal(target));
        holes.put("target-index", target.isEmpty() ? "head.size() - 1" : "head.indexOf(TARGET)");
        holes.put("copies", design.features().getOrDefault(Knob.COPIES, "").startsWith("mirrored") ? "2" : "1");
        holes.put("off-by-one", flaw == Flaw.CLASS_COUNT ? " - 1" : "");
        holes.put("fit-rows", flaw == Flaw.LEAK ? "all" : "Arrays.stream(all).filter(held.negate()).toArray()");
        holes.put("score-type", flaw == Flaw.WRONG_TYPE ? "int" : "double");
        holes.put("data", task.data());
        holes.put("most-tries", task.metric() == Metric.MAP_AT_K ? "5" : "Math.min(40, 160 / outputs)");
        holes.put("folder", (flaw == Flaw.WRONG_FOLDER ? task.folder().other() : task.folder()).path());
        holes.put(
                "parse",
                flaw == Flaw.EMPTY_CELLS
                        ? "Double.parseDouble(cell[i])"
                        : "cell[i].isEmpty() ? Double.NaN : Double.parseDouble(cell[i])");
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
                            case MAP_AT_K -> "csv.append(',').append(String.join(\" \", ranked(p[i], ask[i])));";
                            default -> "csv.append(',').append(value(p[i][0]));";
                        });
        holes.put("classes01", metric.classes() ? "1.0" : "0.0");
    }

    private static void model(Map<String, String> holes, Design.Model model, Metric metric) {
        String prefix = prefix(model.family());
        Map<Knob, String> settings = model.complete();
        settings.forEach((knob, value) -> holes.put(prefix + "." + knob.hole(), value));
        if (model.family() == Family.XGBOOST) {
            holes.put("xgboost.sample", "0.8");
            String trees = settings.getOrDefault(Knob.TREES, "150");
            boolean names = metric == Metric.MAP_AT_K;
            holes.put("xgboost.rounds", trees + (names ? " / " + FEWER_ROUNDS : " / Math.max(1, outputs / 2)"));
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
        Shape shape = Shape.of(design.features());
        boolean narrow = shape == Shape.TEXT || shape == Shape.RANKING;
        if (!design.blend()) {
            return "        return " + call(design.main(), shape) + ";";
        }
        StringBuilder lines = new StringBuilder(narrow ? "        int full = width;\n" : "");
        List<String> parts = new ArrayList<>();
        for (Design.Model model : design.models()) {
            String part = String.valueOf((char) ('p' + parts.size()));
            parts.add(part);
            lines.append("        double[][] ")
                    .append(part)
                    .append(" = ")
                    .append(call(model, shape))
                    .append(";\n");
            lines.append(narrow ? "        width = full;\n" : "");
        }
        return lines + "        return blend(new double[][][] {" + String.join(", ", parts) + "}, ask);";
    }

    private static String call(Design.Model model, Shape shape) {
        return switch (shape) {
            case TEXT, RANKING -> call(model, model.family().dense() ? "(narrow(x), fit, ask" : "(x, fit, ask");
            case SEQUENCE -> "eachLetter(rows, letters, labels, (x, from, to) -> " + call(model, "(x, from, to") + ")";
            case PICTURE, MASK -> call(model, "(x, from, to");
            default -> call(model, "(x, fit, ask");
        };
    }

    private static String call(Design.Model model, String rows) {
        Map<Knob, String> settings = model.complete();
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

    private static String prefix(Family family) {
        return switch (family) {
            case NAIVE_BAYES -> "bayes";
            case RANDOM_FOREST, EXTRA_TREES -> "forest";
            default -> family.name().toLowerCase(Locale.ROOT);
        };
    }
}
