package dev.trimtab.runtime.model.offline.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes designs as single-file Python programs on pandas and scikit-learn; XGBoost, which many machines lack, is not used. */
public final class PythonGrammar implements Grammar {
    private static final Template MAIN = Template.load("python/main.txt");
    private static final Template LETTERS = Template.load("python/letters.txt");
    private static final Template PIXELS = Template.load("python/pixels.txt");
    private static final Template FEATURES = Template.load("python/features.txt");
    private static final Template MODELS = Template.load("python/models.txt");

    @Override
    public String language() {
        return "python";
    }

    @Override
    public String file() {
        return "solution.py";
    }

    @Override
    public String run() {
        return "python3 solution.py";
    }

    @Override
    public Set<Flaw> seen(String code, ProgramTask task) {
        String target = "TARGET = \"" + Template.literal(task.target()) + "\"";
        boolean otherTarget = code.contains("TARGET = ") && !code.contains(target);
        return Flaw.holding(Map.of(
                Flaw.WRONG_COLUMN,
                !task.target().isEmpty() && otherTarget,
                Flaw.MISSING_IMPORT,
                code.contains("import pandas") && !code.contains("import numpy"),
                Flaw.WRONG_TYPE,
                code.contains(": \" + score)"),
                Flaw.EMPTY_CELLS,
                code.contains("v = column.astype(float)"),
                Flaw.CLASS_COUNT,
                code.contains("outputs = len(classes) - 1"),
                Flaw.WRONG_FOLDER,
                code.contains("/submission.csv") && !code.contains(task.folder().submission()),
                Flaw.LEAK,
                code.contains("fit = rows\n")));
    }

    @Override
    public String write(Design design, ProgramTask task, @Nullable Flaw flaw) {
        Set<String> flags = flags(design, task, flaw);
        Map<String, String> holes = new HashMap<>();
        data(holes, design, task, flaw);
        metric(holes, design, task);
        design.models()
                .forEach(model -> model.complete()
                        .forEach((knob, value) -> holes.put(prefix(model.family()) + "." + knob.hole(), value)));
        holes.putAll(ShapeHoles.of(design));
        design.models().forEach(model -> boosting(holes, model, task.metric()));
        holes.put("imports", String.join("\n", imports(design, task.metric())));
        holes.put("predict", predict(design, task.metric()));
        holes.put("features", FEATURES.fill(flags, holes).stripTrailing() + "\n");
        holes.put("models", MODELS.fill(flags, holes).stripTrailing() + "\n");
        Template main = switch (Shape.of(design.features())) {
            case SEQUENCE -> LETTERS;
            case PICTURE, MASK -> PIXELS;
            default -> MAIN;
        };
        return main.fill(flags, holes);
    }

    /** A round of boosting grows as many trees as there are classes, so there are fewer rounds where there are many. */
    private static void boosting(Map<String, String> holes, Design.Model model, Metric metric) {
        if (prefix(model.family()).equals("boosting")) {
            int trees = Integer.parseInt(model.complete().getOrDefault(Knob.TREES, "80"));
            int fewer = metric == Metric.MAP_AT_K ? 40 : metric == Metric.SEQUENCE_ERROR_RATE ? 20 : 1;
            holes.put("boosting.rounds", "" + Math.max(1, trees / fewer));
        }
    }

    private static Set<String> flags(Design design, ProgramTask task, @Nullable Flaw flaw) {
        Metric metric = task.metric();
        Set<String> flags = TemplateParts.of(design, task);
        if (metric.classes()) {
            flags.add(metric == Metric.LOG_LOSS ? "logloss" : "labels");
        }
        add(flags, !flags.contains("text"), "notext");
        add(flags, flaw != Flaw.MISSING_IMPORT, "numpy");
        add(flags, !measure(metric).isEmpty(), "measured");
        for (Design.Model model : design.models()) {
            flags.add(prefix(model.family()));
            if (model.family() == Family.LINEAR) {
                flags.add(model.complete().getOrDefault(Knob.LOSS, "").startsWith("absolute") ? "absolute" : "squared");
            }
        }
        return flags;
    }

    private static void add(Set<String> flags, boolean condition, String flag) {
        if (condition) {
            flags.add(flag);
        }
    }

    private static void data(Map<String, String> holes, Design design, ProgramTask task, @Nullable Flaw flaw) {
        String target = flaw == Flaw.WRONG_COLUMN ? Flaw.misspelt(task.target()) : task.target();
        ProgramTask.Folder folder = flaw == Flaw.WRONG_FOLDER ? task.folder().other() : task.folder();
        holes.put("design", design.sentence());
        holes.put("id", Template.literal(task.id()));
        holes.put("target", Template.literal(target));
        holes.put("target-column", target.isEmpty() ? "train.iloc[:, -1]" : "train[TARGET]");
        holes.put("target-name", target.isEmpty() ? "train.columns[-1]" : "TARGET");
        holes.put("off-by-one", flaw == Flaw.CLASS_COUNT ? " - 1" : "");
        holes.put("fit-rows", flaw == Flaw.LEAK ? "rows" : "rows[~held]");
        holes.put("said-score", flaw == Flaw.WRONG_TYPE ? "score" : "str(round(score, 6))");
        holes.put("data", task.data());
        holes.put("folder", folder.path());
        holes.put(
                "parse",
                flaw == Flaw.EMPTY_CELLS
                        ? "column.astype(float).to_numpy()"
                        : "pd.to_numeric(column, errors=\"coerce\").to_numpy(dtype=float)");
        holes.put("longest-words", design.features().getOrDefault(Knob.TEXT, "").equals("word pairs") ? "2" : "1");
    }

    private static String measure(Metric metric) {
        return switch (metric) {
            case AUC -> "roc_auc_score";
            case LOG_LOSS -> "log_loss";
            case QWK -> "cohen_kappa_score";
            default -> "";
        };
    }

    private static void metric(Map<String, String> holes, Design design, ProgramTask task) {
        Metric metric = task.metric();
        boolean log = design.features().getOrDefault(Knob.TARGET, "").startsWith("log");
        String back = log ? "np.expm1(value)" : "value";
        holes.put("metric", metric.word());
        holes.put("measure", measure(metric));
        holes.put("squash-target", log ? "np.log1p(value)" : "value");
        holes.put(
                "unsquash-target",
                switch (metric) {
                    case RMSLE -> "np.maximum(0, " + back + ")";
                    case QWK -> "np.maximum(0, np.round(" + back + ")).astype(int)";
                    default -> back;
                });
        holes.put(
                "score",
                switch (metric) {
                    case AUC -> "roc_auc_score(codes[ask], p[:, 1])";
                    case LOG_LOSS -> "log_loss(codes[ask], p, labels=range(outputs))";
                    case ACCURACY -> "(p.argmax(axis=1) == codes[ask]).mean()";
                    case RMSLE -> "np.sqrt(((np.log1p(guess) - np.log1p(truth)) ** 2).mean())";
                    case RMSE -> "np.sqrt(((guess - truth) ** 2).mean())";
                    case MAPE -> "(np.abs(guess - truth) / np.abs(truth)).mean()";
                    case MAE -> "np.abs(guess - truth).mean()";
                    case QWK -> "cohen_kappa_score(truth.astype(int), guess, weights=\"quadratic\")";
                    case MAP_AT_K ->
                        "np.mean([1 / (1 + best.index(name)) if name in best else 0 for best, name in zip(ranked(p, ask), target.iloc[ask])])";
                    case PIXEL_RMSE, SEQUENCE_ERROR_RATE, DICE -> "";
                });
        holes.put("linear.steps", metric == Metric.MAP_AT_K ? "30" : "100");
        holes.put("best", metric.higherIsBetter() ? "max" : "min");
        holes.put(
                "answer",
                switch (metric) {
                    case AUC -> "p[:, 1]";
                    case LOG_LOSS -> "p";
                    case ACCURACY -> "[classes[k] for k in p.argmax(axis=1)]";
                    case MAP_AT_K -> "[\" \".join(names) for names in ranked(p, ask)]";
                    default -> "value_of(p)";
                });
    }

    private static Set<String> imports(Design design, Metric metric) {
        Set<String> imports = new TreeSet<>();
        String kind = metric.classes() ? "Classifier" : "Regressor";
        for (Design.Model model : design.models()) {
            switch (model.family()) {
                case LINEAR ->
                    imports.add(
                            metric.classes()
                                    ? "from sklearn.linear_model import LogisticRegression"
                                    : model.complete()
                                                    .getOrDefault(Knob.LOSS, "")
                                                    .startsWith("absolute")
                                            ? "from sklearn.svm import LinearSVR"
                                            : "from sklearn.linear_model import Ridge");
                case NAIVE_BAYES -> imports.add("from sklearn.naive_bayes import MultinomialNB");
                case NEIGHBOURS -> imports.add("from sklearn.neighbors import KNeighbors" + kind);
                case RANDOM_FOREST -> imports.add("from sklearn.ensemble import RandomForest" + kind);
                case EXTRA_TREES -> imports.add("from sklearn.ensemble import ExtraTrees" + kind);
                case BOOSTING, XGBOOST -> imports.add("from sklearn.ensemble import HistGradientBoosting" + kind);
                case NETWORK -> imports.add("from sklearn.neural_network import MLP" + kind);
                case CONSTANT, SEASONAL -> {}
            }
        }
        return imports;
    }

    private static String predict(Design design, Metric metric) {
        Shape shape = Shape.of(design.features());
        List<String> calls = new ArrayList<>();
        design.models().forEach(model -> calls.add(call(model, metric, shape)));
        return design.blend()
                ? "    return blend([" + String.join(", ", calls) + "], ask)"
                : "    return " + calls.get(0);
    }

    private static String call(Design.Model model, Metric metric, Shape shape) {
        return switch (shape) {
            case TEXT, RANKING -> call(model, metric, model.family().dense() ? "(narrow(x), fit, ask" : "(x, fit, ask");
            case SEQUENCE ->
                "each_letter(x, letters, labels, lambda x, fit, ask: " + call(model, metric, "(x, fit, ask") + ")";
            case PICTURE, MASK -> call(model, metric, "(x, start, to");
            default -> call(model, metric, "(x, fit, ask");
        };
    }

    private static String call(Design.Model model, Metric metric, String rows) {
        return switch (model.family()) {
            case CONSTANT -> "constant" + rows + ")";
            case LINEAR -> "linear" + rows + ")";
            case NAIVE_BAYES -> "naive_bayes" + rows + ")";
            case NEIGHBOURS -> "neighbours" + rows + ")";
            case RANDOM_FOREST, EXTRA_TREES -> "forest" + rows + ", " + forest(model, metric) + ")";
            case BOOSTING, XGBOOST -> "boosting" + rows + ")";
            case NETWORK -> "network" + rows + ")";
            case SEASONAL -> "seasonal" + rows + ")";
        };
    }

    private static String forest(Design.Model model, Metric metric) {
        Map<Knob, String> settings = model.complete();
        String share = settings.getOrDefault(Knob.SHARE, "1");
        return (model.family() == Family.EXTRA_TREES ? "ExtraTrees" : "RandomForest")
                + (metric.classes() ? "Classifier" : "Regressor") + "(n_estimators="
                + settings.get(Knob.TREES) + ", max_depth=" + settings.get(Knob.DEPTH) + ", max_features="
                + (share.equals("1") ? "1.0" : share) + ", random_state=7)";
    }

    private static String prefix(Family family) {
        return switch (family) {
            case NAIVE_BAYES -> "bayes";
            case RANDOM_FOREST, EXTRA_TREES -> "forest";
            case XGBOOST -> "boosting";
            default -> family.name().toLowerCase(Locale.ROOT);
        };
    }
}
