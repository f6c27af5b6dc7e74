package dev.trimtab.benchmark.metric;

import dev.trimtab.benchmark.metric.Accuracy.Missing;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.NearestKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The metrics that a competition may name, by that name.
 *
 * @param entries how to make each metric for a competition's columns
 */
public record Metrics(Map<String, Entry> entries) {
    /** Makes a metric for the columns of one competition. */
    @FunctionalInterface
    public interface Factory {
        /** Returns the metric. */
        Metric make(MetricSetting setting);
    }

    /**
     * One metric.
     *
     * @param factory makes it
     * @param options the names of the options that it takes
     */
    public record Entry(Factory factory, Set<String> options) {
        /** Copies the set. */
        public Entry {
            options = Set.copyOf(options);
        }
    }

    public Metrics {
        entries = Map.copyOf(entries);
    }

    /** Returns all that are built in. */
    public static Metrics builtIn() {
        Map<String, Entry> all = new TreeMap<>();
        addClassification(all);
        addProbabilities(all);
        addRegression(all);
        addRankingAndText(all);
        addPictures(all);
        return new Metrics(all);
    }

    private static void addClassification(Map<String, Entry> all) {
        add(
                all,
                "accuracy",
                s -> new Accuracy(
                        s.target(),
                        s.is("missing", "wrong", "refused") ? Missing.WRONG : Missing.REFUSED,
                        s.is("types", "equal", "any")),
                "missing",
                "types");
        add(all, "text-accuracy", s -> new TextAccuracy(s.target()));
        add(all, "top-1-error", s -> new TopOneError(s.target()));
        add(all, "macro-f1", s -> new MacroF1(s.target()));
        add(
                all,
                "micro-f1",
                s -> new MicroF1(s.target(), s.is("unknown-labels", "ignored", "wrong")),
                "unknown-labels");
        add(all, "matthews", s -> new Matthews(s.target()));
        add(
                all,
                "qwk",
                s -> new QuadraticWeightedKappa(s.target(), !s.is("distance", "values", "positions")),
                "distance");
        add(all, "auc", s -> new Auc(s.scored()));
        add(
                all,
                "auc-of-judged-rows",
                s -> new JudgedRowsAuc(s.id(), s.scored(), s.is("columns", "by-position", "by-name")),
                "columns");
        add(
                all,
                "weighted-auc",
                s -> new WeightedAuc(s.target(), list(s.numbers("levels")), list(s.numbers("weights"))),
                "levels",
                "weights");
        add(
                all,
                "bias-auc",
                s -> new BiasAuc(
                        s.target(),
                        s.text("truth", s.target()),
                        s.words("groups"),
                        s.number("power"),
                        s.is("threshold", "true", "false")),
                "truth",
                "groups",
                "power",
                "threshold");
        add(all, "probabilistic-f1", s -> new ProbabilisticF1(s.target()));
    }

    private static void addProbabilities(Map<String, Entry> all) {
        add(all, "log-loss", s -> new LogLoss(s.target(), s.classes()));
        add(all, "one-hot-log-loss", s -> new OneHotLogLoss(s.scored()));
        add(all, "binary-log-loss", s -> new BinaryLogLoss(s.target()));
        add(
                all,
                "weighted-log-loss",
                s -> new WeightedLogLoss(
                        s.id(), s.target(), weights(s.words("parts"), s.numbers("weights")), s.number("positives")),
                "parts",
                "weights",
                "positives");
        add(
                all,
                "kl-divergence",
                s -> new KlDivergence(
                        s.id(),
                        s.scored(),
                        s.is("whole-numbers", "clipped", "as-they-are"),
                        !s.is("missing", "refused", "ignored")),
                "whole-numbers",
                "missing");
    }

    private static void addRegression(Map<String, Entry> all) {
        add(all, "rmse", s -> new Rmse(s.target()));
        add(
                all,
                "kept-rows-rmse",
                s -> new KeptRowsRmse(
                        s.id(),
                        s.scored(),
                        s.words("also-required"),
                        s.text("keep", "keep"),
                        s.is("rows", "by-file-position", "by-id")),
                "also-required",
                "keep",
                "rows");
        add(
                all,
                "mae",
                s -> new Mae(s.target(), s.text("only-where", ""), s.number("is", 0), s.is("round", "true", "false")),
                "only-where",
                "is",
                "round");
        add(all, "mape", s -> new Mape(s.target()));
        add(
                all,
                "log-mae",
                s -> new LogMae(s.target(), s.text("group", "group"), s.number("floor", 0)),
                "group",
                "floor");
        add(all, "rmsle", s -> new Rmsle(s.scored(), s.is("negatives", "accepted", "refused")), "negatives");
        add(all, "pearson", s -> new Pearson(s.target(), !s.is("not-finite", "no-score", "refused")), "not-finite");
        add(all, "spearman", s -> new Spearman(s.scored()));
        add(
                all,
                "laplace-log-likelihood",
                s -> new LaplaceLogLikelihood(
                        s.id(),
                        s.scored().get(0),
                        s.scored().get(1),
                        s.text("group", "group"),
                        s.whole("last"),
                        s.is("missing", "ignored", "refused")),
                "group",
                "last",
                "missing");
        add(
                all,
                "angular-error",
                s -> new AngularError(s.scored().get(0), s.scored().get(1)));
        add(
                all,
                "haversine",
                s -> new Haversine(
                        s.id(),
                        s.scored().get(0),
                        s.scored().get(1),
                        s.text("time", "time"),
                        s.is("rows", "by-time", "by-position")),
                "time",
                "rows");
    }

    private static void addRankingAndText(Map<String, Entry> all) {
        add(
                all,
                "map-at-k",
                s -> new AveragePrecisionAtK(s.target(), s.whole("k"), s.is("items", "numbers", "text")),
                "k",
                "items");
        add(all, "lwlrap", s -> new LabelRanking(s.scored()));
        add(all, "kendall-tau", s -> new KendallTau(s.target()));
        add(all, "levenshtein", s -> new Levenshtein(s.target(), s.is("cells", "any", "text")), "cells");
        add(
                all,
                "sequence-error-rate",
                s -> new SequenceErrorRate(s.target(), s.is("symbols", "words", "numbers")),
                "symbols");
        add(
                all,
                "jaccard",
                s -> new WordJaccard(
                        s.target(),
                        s.text("both-empty", "0").equals("refused") ? Double.NaN : s.number("both-empty", 0),
                        s.is("cells", "any", "text")),
                "both-empty",
                "cells");
        add(
                all,
                "answer-f1",
                s -> new AnswerSpans(s.id(), s.target(), "annotations", s.is("average", "outcomes", "answers")),
                "average");
    }

    private static void addPictures(Map<String, Entry> all) {
        add(all, "dice", s -> new Dice(masks(s), s.is("over", "all", "images")), maskOptions("over"));
        add(all, "mask-f-beta", s -> new MaskFBeta(masks(s), s.number("beta")), maskOptions("beta"));
        add(
                all,
                "mask-iou-precision",
                s -> new MaskIouPrecision(masks(s), s.is("empty-prediction", "all-ones", "empty")),
                maskOptions("empty-prediction"));
        add(
                all,
                "dice-hausdorff",
                s -> new DiceHausdorff(
                        s.id(),
                        s.target(),
                        s.text("kind", "class"),
                        s.is("classes", "merged", "apart"),
                        s.is("rows", "by-position", "by-id")),
                "kind",
                "classes",
                "rows");
        add(all, "pixel-rmse", s -> new PixelRmse(s.target()));
        add(all, "point-in-box-f1", s -> new PointInBoxF1(s.target()));
        add(all, "box-map", s -> new BoxAveragePrecision(s.target()));
        add(
                all,
                "box-3d-map",
                s -> new Box3dAveragePrecision(s.target(), s.is("false-classes", "ignored", "wrong")),
                "false-classes");
        add(
                all,
                "coco-map",
                s -> new CocoAveragePrecision(
                        s.id(),
                        s.target(),
                        s.is("boxes", "corners-as-sizes", "corners"),
                        s.is("first-box", "unmatchable", "matchable")),
                "boxes",
                "first-box");
    }

    private static void add(Map<String, Entry> all, String name, Factory factory, String... options) {
        all.put(name, new Entry(factory, Set.of(options)));
    }

    private static String[] maskOptions(String own) {
        return new String[] {own, "truth", "height", "width", "empty", "missing"};
    }

    private static MaskColumns masks(MetricSetting s) {
        return new MaskColumns(
                s.target(),
                s.text("truth", s.target()),
                s.text("height", "height"),
                s.text("width", "width"),
                s.text("empty", ""),
                s.is("missing", "empty", "refused"));
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static Map<String, Double> weights(List<String> parts, double[] weights) {
        if (parts.size() != weights.length) {
            throw new IllegalArgumentException("there must be one weight a part");
        }
        return IntStream.range(0, weights.length).boxed().collect(Collectors.toMap(parts::get, i -> weights[i]));
    }

    /**
     * Returns the metric of that name.
     *
     * @throws UserError if there is none, or it does not take the options; the message lists those there are
     */
    public Metric make(String name, MetricSetting setting) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new UserError("no metric is called `" + name + "`; there are "
                    + String.join(", ", new TreeSet<>(entries.keySet())));
        }
        for (String option : new TreeSet<>(setting.options().keySet())) {
            if (!entry.options().contains(option)) {
                throw new UserError("metric `" + name + "` has no option `" + option + "`"
                        + NearestKey.of(
                                        option,
                                        entry.options().stream().sorted().toList())
                                .map(nearest -> "; did you mean `" + nearest + "`?")
                                .orElse(""));
            }
        }
        try {
            return entry.factory().make(setting);
        } catch (IllegalArgumentException e) {
            throw new UserError("metric `" + name + "`: " + e.getMessage(), e);
        }
    }
}
