package dev.trimtab.benchmark.comparison;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.trimtab.benchmark.comparison.Contrast.Difference;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.benchmark.statistics.Interval;
import dev.trimtab.benchmark.statistics.SeedMean;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a comparison: {@code comparison.json}, {@code arms.csv}, {@code contrasts.csv} and {@code table.txt}. */
public final class ComparisonFiles {
    private static final List<String> ARM_COLUMNS =
            List.of("scaffold", "policy", "pursuit", "model", "budget", "settings", "runs", "seeds", "competitions");
    private static final List<String> RATE_COLUMNS =
            List.of("submitted", "valid", "above_median", "bronze", "silver", "gold", "any_medal", "percentile");
    private static final List<String> COST_COLUMNS =
            List.of("calls", "tokens", "money", "tokens_per_medal", "money_per_medal", "bound_share");
    private static final List<String> SELECTION_COLUMNS = List.of(
            "regret_runs",
            "verified_runs",
            "regret_weak",
            "regret_weak_sem",
            "regret_strong",
            "regret_strong_sem",
            "regret_last",
            "regret_last_sem",
            "medals_gained",
            "medals_lost");
    private static final List<String> CONTRAST_COLUMNS = List.of(
            "matched_on",
            "pooled",
            "where",
            "reference",
            "against",
            "rival",
            "measure",
            "pairs",
            "wins",
            "losses",
            "difference",
            "low",
            "high",
            "corrected_low",
            "corrected_high",
            "p",
            "holm",
            "smallest_detectable");

    private ComparisonFiles() {}

    /**
     * Writes the files into a folder, which is made if it does not exist.
     *
     * @throws InfrastructureError if that fails
     */
    public static void write(Path folder, RunComparison comparison) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("comparison.json"), ReportJson.of(comparison) + "\n");
            Files.writeString(folder.resolve("arms.csv"), arms(comparison));
            Files.writeString(folder.resolve("contrasts.csv"), contrasts(comparison));
            Files.writeString(folder.resolve("table.txt"), ComparisonText.of(comparison));
        } catch (IOException e) {
            throw new InfrastructureError("cannot write into " + folder + ": " + IoReason.of(e), e);
        }
    }

    private static String arms(RunComparison comparison) throws IOException {
        List<List<@Nullable Object>> records = new ArrayList<>();
        List<@Nullable Object> header = new ArrayList<>(ARM_COLUMNS);
        RATE_COLUMNS.forEach(rate -> header.addAll(List.of(rate, rate + "_sem")));
        header.addAll(COST_COLUMNS);
        header.addAll(SELECTION_COLUMNS);
        records.add(header);
        for (ArmSummary summary : comparison.arms()) {
            Arm arm = summary.arm();
            List<@Nullable Object> record = new ArrayList<>(
                    List.of(arm.scaffold(), arm.policy(), arm.pursuit(), arm.model(), arm.budget(), arm.settings()));
            record.addAll(List.of(summary.runs(), summary.seeds(), summary.competitions()));
            ArmSummary.Rates rates = summary.rates();
            for (SeedMean rate : Arrays.asList(
                    rates.submitted(),
                    rates.valid(),
                    rates.aboveMedian(),
                    rates.bronze(),
                    rates.silver(),
                    rates.gold(),
                    rates.anyMedal(),
                    rates.percentile())) {
                addMean(record, rate);
            }
            ArmSummary.Cost cost = summary.cost();
            record.addAll(Arrays.asList(
                    cost.calls(),
                    cost.tokens(),
                    cost.money(),
                    cost.tokensPerMedal(),
                    cost.moneyPerMedal(),
                    cost.boundShare()));
            addSelection(record, summary.selection());
            records.add(record);
        }
        return csv(records);
    }

    private static void addSelection(List<@Nullable Object> record, ArmSelection selection) {
        record.addAll(List.of(selection.runs(), selection.verified()));
        addMean(record, selection.weak());
        addMean(record, selection.strong());
        addMean(record, selection.last());
        record.addAll(List.of(selection.medalsGained(), selection.medalsLost()));
    }

    private static void addMean(List<@Nullable Object> record, @Nullable SeedMean mean) {
        record.add(mean == null ? null : mean.mean());
        record.add(mean == null ? null : mean.standardError());
    }

    private static String contrasts(RunComparison comparison) throws IOException {
        List<List<@Nullable Object>> records = new ArrayList<>();
        records.add(new ArrayList<>(CONTRAST_COLUMNS));
        for (ContrastTable table : comparison.tables()) {
            for (Contrast row : table.rows()) {
                if (row.percentile() != null) {
                    records.add(record(comparison, table, row, "percentile", row.percentile()));
                }
                records.add(record(comparison, table, row, "any_medal", row.medal()));
            }
        }
        return csv(records);
    }

    private static List<@Nullable Object> record(
            RunComparison comparison, ContrastTable table, Contrast row, String measure, Difference by) {
        return Arrays.asList(
                table.matching().name().toLowerCase(Locale.ROOT),
                table.pooled(),
                row.where(),
                comparison.reference(),
                row.other(),
                row.rival().name().toLowerCase(Locale.ROOT),
                measure,
                by.pairs(),
                by.wins(),
                by.losses(),
                by.mean(),
                low(by.interval()),
                high(by.interval()),
                low(by.corrected()),
                high(by.corrected()),
                by.p(),
                by.holm(),
                by.smallestDetectable());
    }

    private static @Nullable Double low(@Nullable Interval interval) {
        return interval == null ? null : interval.low();
    }

    private static @Nullable Double high(@Nullable Interval interval) {
        return interval == null ? null : interval.high();
    }

    private static String csv(List<List<@Nullable Object>> records) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            for (List<@Nullable Object> record : records) {
                csv.writeRecord(record.stream()
                        .map(value -> value == null ? "" : value.toString())
                        .toList());
            }
        }
        return text.toString();
    }
}
