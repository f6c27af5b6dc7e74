package dev.trimtab.benchmark.comparison;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.trimtab.benchmark.comparison.Contrast.Difference;
import dev.trimtab.benchmark.statistics.Interval;
import dev.trimtab.benchmark.statistics.SeedMean;
import dev.trimtab.benchmark.text.NameColumn;
import dev.trimtab.runtime.model.offline.OfflineEngineer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A comparison for reading. */
public final class ComparisonText {
    private static final int LEAST_ARM = 44;
    private static final int LEAST_PLACE = 34;
    private static final int LEAST_RIVAL = 28;

    private final RunComparison comparison;
    private final ArmLabels labels;
    private final NameColumn arms;
    private final StringBuilder text = new StringBuilder();

    private ComparisonText(RunComparison comparison) {
        this.comparison = comparison;
        this.labels = comparison.labels();
        this.arms = NameColumn.of(
                LEAST_ARM, comparison.arms().stream().map(this::label).toList());
    }

    /** Returns the tables and what they say. */
    public static String of(RunComparison comparison) {
        ComparisonText text = new ComparisonText(comparison);
        text.headline();
        text.cost();
        text.selection();
        text.tries();
        if (comparison.tables().isEmpty()) {
            text.line(
                    "%nNothing is compared with %s: no run of it has the settings, competition and seed of a run of another policy.",
                    comparison.reference());
        }
        for (int i = 0; i < comparison.tables().size(); i++) {
            text.table(comparison.tables().get(i));
            comparison.verdicts().get(i).forEach(verdict -> text.line("  %s", verdict));
        }
        text.descriptions();
        text.notes();
        return text.text.toString();
    }

    private void headline() {
        if (comparison.offline()) {
            line("%s What follows shows that a mechanism works through a context;", OfflineEngineer.NOTICE);
            line("it does not show that it helps a language model.");
        }
        line("%nEach arm: mean over seeds of the share of competitions, +- standard error over seeds");
        line(
                "  %s %9s  %-11s %-11s %-11s %-11s %-11s %-11s %-11s %-11s",
                arms.pad("arm"),
                "runs s*c",
                "submitted",
                "valid",
                "> median",
                "bronze",
                "silver",
                "gold",
                "any medal",
                "percentile");
        for (ArmSummary arm : comparison.arms()) {
            ArmSummary.Rates rates = arm.rates();
            line(
                    "  %s %9s  %-11s %-11s %-11s %-11s %-11s %-11s %-11s %-11s",
                    name(arm),
                    arm.runs() + " " + arm.seeds() + "*" + arm.competitions(),
                    mean(rates.submitted()),
                    mean(rates.valid()),
                    mean(rates.aboveMedian()),
                    mean(rates.bronze()),
                    mean(rates.silver()),
                    mean(rates.gold()),
                    mean(rates.anyMedal()),
                    mean(rates.percentile()));
        }
    }

    private void cost() {
        line(
                "%nWhat each arm took a run, and for a medal; bound: agent steps at which the budget did not hold all the policy wanted");
        line(
                "  %s %7s %9s %9s %12s %12s %7s",
                arms.pad("arm"), "calls", "tokens", "dollars", "tokens/medal", "$/medal", "bound");
        for (ArmSummary arm : comparison.arms()) {
            ArmSummary.Cost cost = arm.cost();
            line(
                    "  %s %7.1f %9.0f %9.4f %12s %12s %6.0f%%",
                    name(arm),
                    cost.calls(),
                    cost.tokens(),
                    cost.money(),
                    number("%.0f", cost.tokensPerMedal()),
                    number("%.4f", cost.moneyPerMedal()),
                    100 * cost.boundShare());
        }
    }

    private void selection() {
        line(
                "%nSelection regret in percentile (+- over seeds): the best valid submission made less the one chosen; and medals held on the way, a run");
        line(
                "  %s %11s  %-13s %-13s %-13s %13s %11s",
                arms.pad("arm"),
                "runs (ver.)",
                "regret weak",
                "regret strong",
                "regret last",
                "medals gained",
                "medals lost");
        for (ArmSummary arm : comparison.arms()) {
            ArmSelection selection = arm.selection();
            line(
                    "  %s %11s  %-13s %-13s %-13s %13.2f %11.2f",
                    name(arm),
                    selection.runs() + " (" + selection.verified() + ")",
                    mean(selection.weak()),
                    mean(selection.strong()),
                    mean(selection.last()),
                    selection.medalsGained(),
                    selection.medalsLost());
        }
    }

    private void tries() {
        if (comparison.arms().stream().allMatch(arm -> arm.tries().size() < 2)) {
            return;
        }
        line(
                "%nAny medal within k runs a competition: pass@k (unbiased; needs the private answers) and the run with the best own score of k");
        for (ArmSummary arm : comparison.arms()) {
            StringBuilder row = new StringBuilder("  ").append(name(arm));
            for (ArmSummary.Tries tries : arm.tries()) {
                row.append(String.format(Locale.ROOT, "  k=%d %.3f %.3f", tries.k(), tries.passAtK(), tries.bestOfK()));
            }
            line("%s", row);
        }
    }

    private void descriptions() {
        if (comparison.descriptions().isEmpty()) {
            return;
        }
        line(
                "%nOriginal descriptions less obfuscated ones, runs as they ended: what knowing the competition may be worth");
        contrasts(comparison.descriptions());
    }

    private void table(ContrastTable table) {
        String unit = table.matching().name().toLowerCase(Locale.ROOT);
        line(
                "%n%s less each other policy, matched on %s%s",
                comparison.reference(),
                unit,
                table.pooled()
                        ? ", over all scaffolds, models, budgets and descriptions: a pair is the mean over these of one competition and seed"
                        : "");
        contrasts(table.rows());
        if (table.caution() != null) {
            line("  %s", table.caution());
        }
    }

    private void contrasts(List<Contrast> rows) {
        NameColumn places =
                NameColumn.of(LEAST_PLACE, rows.stream().map(Contrast::where).toList());
        NameColumn rivals = NameColumn.of(
                LEAST_RIVAL, rows.stream().map(ComparisonText::against).toList());
        line(
                "  %s %s %-52s %7s %7s %8s",
                places.pad("where"),
                rivals.pad("against"),
                "difference [95 %] (wins-losses of pairs)",
                "p",
                "Holm",
                "smallest");
        for (Contrast row : rows) {
            if (row.percentile() != null) {
                row(places.pad(row.where()), rivals.pad(against(row)), "percentile", row.percentile());
            }
            row(places.pad(row.where()), rivals.pad(against(row)), "any medal", row.medal());
        }
    }

    private void row(String where, String against, String measure, Difference by) {
        line(
                "  %s %s %-52s %7.4f %7.4f %8s",
                where,
                against,
                String.format(
                        Locale.ROOT,
                        "%-10s %+.3f %s (%d-%d of %d)",
                        measure,
                        by.mean(),
                        interval(by.interval()),
                        by.wins(),
                        by.losses(),
                        by.pairs()),
                by.p(),
                by.holm(),
                number("%.3f", by.smallestDetectable()));
    }

    private void notes() {
        line(
                "%npercentile: share of the competition's leaderboard that the private score beats, ties half; 0 without a valid submission.");
        line(
                "regret: weak chooses by the scores that programs print, strong as the run did (ver.: runs where that was by strong verification), last the newest;");
        line(
                "runs without a valid submission have none. A medal is lost where what the run would have submitted comes to win a worse one, or none.");
        line(
                "matched on calls (tokens): of each pair, both runs are cut before the call that takes them above what the smaller of the two used in all;");
        line(
                "what each would have submitted then, by its own rule, is graded. Strong verification costs programs and steps, no calls and no tokens.");
        line(
                "intervals: paired bootstrap; corrected ones at Bonferroni's level of their table. None can be made of one pair, nor of pairs that are all alike.");
        line("p: Fisher's sign flips (percentile), exact McNemar (medal).");
        line(
                "smallest: true difference that so many pairs show with power 0.8 at 5 %%, uncorrected. Pooled medals count every pair by itself.");
        line(
                "the better native: at each place the native memory that did best there, chosen after the fact, which is hard on the reference.");
        line(
                "'helps' is written only where the percentile beats ledger and the better native memory, each with a corrected interval clear of 0 and p <= 0.05 by Holm.");
        comparison.omitted().forEach(run -> line("not among these: %s", run));
        if (comparison.offline()) {
            line("%s", OfflineEngineer.NOTICE);
        }
    }

    private String name(ArmSummary arm) {
        return arms.pad(label(arm));
    }

    private String label(ArmSummary arm) {
        return labels.of(arm.arm().stratum()) + " " + arm.arm().policy();
    }

    private static String against(Contrast row) {
        return row.other() + " (" + row.rival().name().toLowerCase(Locale.ROOT) + ")";
    }

    private static String mean(@Nullable SeedMean value) {
        if (value == null) {
            return "-";
        }
        return number("%.3f", value.mean())
                + (value.standardError() == null ? "" : number("+-%.3f", value.standardError()));
    }

    private static String interval(@Nullable Interval interval) {
        return interval == null
                ? "no interval"
                : String.format(Locale.ROOT, "[%+.3f, %+.3f]", interval.low(), interval.high());
    }

    private static String number(String format, @Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }

    @FormatMethod
    private void line(@FormatString String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
