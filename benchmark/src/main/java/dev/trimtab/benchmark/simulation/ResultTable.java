package dev.trimtab.benchmark.simulation;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.trimtab.benchmark.simulation.CellResult.Comparison;
import dev.trimtab.benchmark.simulation.CellResult.Row;
import dev.trimtab.benchmark.statistics.Interval;
import dev.trimtab.benchmark.text.NameColumn;
import dev.trimtab.controller.estimate.Calibration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Results for reading: every cell where there are few, and always how the reference fared over all. */
public final class ResultTable {
    private static final int MOST_CELLS = 40;

    private ResultTable() {}

    private static final int LEAST_POLICY = 30;
    private static final int LEAST_LEARNER = 26;
    private static final int LEAST_RIVAL = 24;

    /** Returns the table as text. */
    public static String of(Simulation.Result result) {
        StringBuilder text = new StringBuilder();
        text.append(result.title()).append('\n');
        line(
                text,
                "simulated; measure: %s; reference: %s",
                result.measure().name().toLowerCase(Locale.ROOT),
                result.reference());
        line(text, "worlds: %s", result.worlds());
        if (result.cells().size() <= MOST_CELLS) {
            result.cells().forEach(cell -> cell(text, cell, result.reference()));
        } else {
            line(text, "%n%d cells, each in cells.csv", result.cells().size());
        }
        losses(text, result);
        regret(text, result);
        learning(text, result.learning());
        calibration(text, result);
        return text.toString();
    }

    private static void regret(StringBuilder text, Simulation.Result result) {
        if (result.regret().isEmpty()) {
            return;
        }
        line(
                text,
                "%nregret an episode by channel, exact (Shapley values); failures by what cures them; [95 %%], bootstrap over worlds");
        NameColumn policies = NameColumn.of(
                LEAST_POLICY, result.regret().stream().map(RegretShares::policy).toList());
        for (RegretShares shares : result.regret()) {
            line(
                    text,
                    "  %s success %.3f of %d, regret %.3f %s: %s; %s",
                    policies.pad(shares.policy()),
                    shares.success(),
                    shares.episodes(),
                    shares.regret().regret(),
                    bracketed(shares.intervals().regret()),
                    shares.regret().shapley().entrySet().stream()
                            .map(e -> number(words(e.getKey()) + " %.3f ", e.getValue())
                                    + bracketed(Objects.requireNonNull(
                                            shares.intervals().shapley().get(e.getKey()))))
                            .collect(Collectors.joining(", ")),
                    shares.classes().entrySet().stream()
                            .map(e -> words(e.getKey()) + " " + e.getValue())
                            .collect(Collectors.joining(", ")));
        }
    }

    private static void learning(StringBuilder text, List<LearningBound> bounds) {
        if (bounds.isEmpty()) {
            return;
        }
        line(text, "%nsuccess less the best plan under the posterior of what the policy had seen at its last decision");
        NameColumn places = NameColumn.of(
                LEAST_RIVAL,
                bounds.stream().map(each -> settings(each.settings())).toList());
        NameColumn policies = NameColumn.of(
                LEAST_LEARNER, bounds.stream().map(LearningBound::policy).toList());
        for (LearningBound each : bounds) {
            line(
                    text,
                    "  %s %s success %.3f, bound %.3f, difference %+.3f [%+.3f, %+.3f]",
                    places.pad(settings(each.settings())),
                    policies.pad(each.policy()),
                    each.success(),
                    each.bound(),
                    each.difference(),
                    each.interval().low(),
                    each.interval().high());
        }
    }

    private static String bracketed(Interval interval) {
        return String.format(Locale.ROOT, "[%.3f, %.3f]", interval.low(), interval.high());
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void calibration(StringBuilder text, Simulation.Result result) {
        Calibration calibration = result.calibration();
        if (calibration == null) {
            return;
        }
        line(
                text,
                "%nadequacy that %s predicts at its last decision against success; mean gap %.3f, Brier %.3f",
                result.reference(),
                calibration.error(),
                calibration.brier());
        for (Calibration.Bin bin : calibration.bins()) {
            line(text, "  predicted %.3f  seen %.3f  of %d", bin.predicted(), bin.observed(), bin.count());
        }
    }

    private static void cell(StringBuilder text, CellResult cell, String reference) {
        line(text, "%n%s", settings(cell.settings()));
        if (cell.prediction() != null) {
            prediction(text, cell.prediction());
        }
        NameColumn policies = NameColumn.of(
                LEAST_POLICY, cell.rows().stream().map(ResultTable::name).toList());
        line(
                text,
                "  %s %7s %15s %9s  %-42s %8s %10s %9s",
                policies.pad("policy"),
                "share",
                "95 % interval",
                "realised",
                reference + " less it [95 %] (wins-losses of pairs)",
                "p",
                "p (Holm)",
                "smallest");
        for (Row row : cell.rows()) {
            Comparison against = row.comparison();
            line(
                    text,
                    "  %s %7.3f  [%.3f, %.3f] %9.3f  %-42s %8s %10s %9s",
                    policies.pad(name(row)),
                    row.share(),
                    row.interval().low(),
                    row.interval().high(),
                    row.means().realised(),
                    against == null ? "" : difference(against, row.episodes()),
                    against == null ? "" : number("%.4f", against.p()),
                    against == null || row.bound() ? "" : number("%.4f", against.holm()),
                    against == null ? "" : number("%.3f", against.smallestDetectable()));
        }
    }

    private static String name(Row row) {
        return row.policy() + (row.bound() ? " (bound)" : "");
    }

    private static void prediction(StringBuilder text, PredictionCheck check) {
        line(
                text,
                "  predicted %.3f, seen %.3f [%.3f, %.3f]; gap %+.3f [%+.3f, %+.3f]: %s (tolerance %.3f)",
                check.predicted(),
                check.seen(),
                check.interval().low(),
                check.interval().high(),
                check.gap(),
                check.gapInterval().low(),
                check.gapInterval().high(),
                words(check.verdict()),
                check.tolerance());
    }

    private static void losses(StringBuilder text, Simulation.Result result) {
        if (result.losses().isEmpty()) {
            return;
        }
        int cells = result.cells().size();
        line(text, "%n%s %s", result.reference(), cells == 1 ? "in the one cell" : "over all " + cells + " cells");
        NameColumn rivals = NameColumn.of(
                LEAST_RIVAL,
                result.losses().stream().map(ReferenceLosses::policy).toList());
        line(
                text,
                "  %s %10s %13s %12s %25s %8s  %s",
                rivals.pad("against"),
                "behind in",
                "(p Holm<=.05)",
                "ahead (same)",
                "mean diff. [95 %]",
                "worst",
                "worst cell");
        for (ReferenceLosses losses : result.losses()) {
            line(
                    text,
                    "  %s %9.1f%% %12.1f%% %11.1f%% %25s %+8.3f  %s",
                    rivals.pad(losses.policy()),
                    percent(losses.behind(), losses.cells()),
                    percent(losses.significantlyBehind(), losses.cells()),
                    percent(losses.significantlyAhead(), losses.cells()),
                    mean(losses),
                    losses.worst(),
                    settings(losses.worstCell()));
        }
        line(text, "  '%s': in each cell the policy that did best there, chosen after the fact", ReferenceLosses.ANY);
        line(text, "  smallest: difference that so many pairs show with power 0.8 at 5 %%");
    }

    private static String mean(ReferenceLosses losses) {
        Interval interval = losses.meanInterval();
        return interval == null
                ? String.format(Locale.ROOT, "%+.3f", losses.meanDifference())
                : String.format(
                        Locale.ROOT, "%+.3f [%+.3f, %+.3f]", losses.meanDifference(), interval.low(), interval.high());
    }

    private static String difference(Comparison against, int pairs) {
        return String.format(
                Locale.ROOT,
                "%+.3f [%+.3f, %+.3f] (%d-%d of %d)",
                against.difference(),
                against.interval().low(),
                against.interval().high(),
                against.wins(),
                against.losses(),
                pairs);
    }

    private static String settings(Map<String, String> settings) {
        return settings.isEmpty()
                ? "all"
                : settings.entrySet().stream()
                        .map(e -> List.of(e.getKey().split("\\.", -1)).get(depth(e.getKey())) + "=" + e.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static int depth(String key) {
        return (int) key.chars().filter(c -> c == '.').count();
    }

    private static double percent(int part, int whole) {
        return 100.0 * part / whole;
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    @FormatMethod
    private static void line(StringBuilder text, @FormatString String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
