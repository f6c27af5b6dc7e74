package dev.trimtab.benchmark.simulation;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.benchmark.simulation.CellResult.Comparison;
import dev.trimtab.benchmark.simulation.CellResult.Row;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what came out: {@code results.json}, {@code cells.csv} and {@code table.txt}. */
public final class ResultFiles {
    private static final List<String> PREDICTION =
            List.of("predicted", "seen", "seen_low", "seen_high", "gap", "gap_low", "gap_high", "tolerance", "verdict");

    private static final List<String> COLUMNS = List.of(
            "policy",
            "bound",
            "episodes",
            "share",
            "low",
            "high",
            "realised",
            "recoverable",
            "aliases",
            "avoidable_retirements",
            "truncations",
            "resets",
            "tokens",
            "contamination",
            "adequate_choices",
            "wins",
            "losses",
            "difference",
            "difference_low",
            "difference_high",
            "p",
            "holm",
            "smallest_detectable");

    private ResultFiles() {}

    /**
     * Writes the files into a folder, which is made if it does not exist.
     *
     * @throws InfrastructureError if that fails
     */
    public static void write(Path folder, Simulation.Result result) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("results.json"), ReportJson.of(result) + "\n");
            Files.writeString(folder.resolve("cells.csv"), csv(result.cells()));
            Files.writeString(folder.resolve("table.txt"), ResultTable.of(result));
        } catch (IOException e) {
            throw new InfrastructureError("cannot write into " + folder + ": " + IoReason.of(e), e);
        }
    }

    private static String csv(List<CellResult> cells) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            Collection<String> keys = cells.get(0).settings().keySet();
            List<String> header = new ArrayList<>(keys);
            header.addAll(PREDICTION);
            header.addAll(COLUMNS);
            csv.writeRecord(header);
            for (CellResult cell : cells) {
                for (Row row : cell.rows()) {
                    List<String> record = new ArrayList<>(cell.settings().values());
                    record.addAll(prediction(cell.prediction()));
                    record.addAll(fields(row));
                    csv.writeRecord(record);
                }
            }
        }
        return text.toString();
    }

    private static List<String> prediction(@Nullable PredictionCheck check) {
        return check == null
                ? Collections.nCopies(PREDICTION.size(), "")
                : Stream.of(
                                check.predicted(),
                                check.seen(),
                                check.interval().low(),
                                check.interval().high(),
                                check.gap(),
                                check.gapInterval().low(),
                                check.gapInterval().high(),
                                check.tolerance(),
                                check.verdict().name().toLowerCase(Locale.ROOT))
                        .map(String::valueOf)
                        .toList();
    }

    private static List<String> fields(Row row) {
        List<Object> fields = new ArrayList<>(List.of(
                row.policy(),
                row.bound(),
                row.episodes(),
                row.share(),
                row.interval().low(),
                row.interval().high(),
                row.means().realised(),
                row.means().recoverable(),
                row.means().aliases(),
                row.means().avoidableRetirements(),
                row.means().truncations(),
                row.means().resets(),
                row.means().tokens(),
                row.means().contamination(),
                row.means().adequateChoices()));
        Comparison against = row.comparison();
        if (against != null) {
            fields.addAll(List.of(
                    against.wins(),
                    against.losses(),
                    against.difference(),
                    against.interval().low(),
                    against.interval().high(),
                    against.p(),
                    against.holm(),
                    against.smallestDetectable()));
        }
        while (fields.size() < COLUMNS.size()) {
            fields.add("");
        }
        return fields.stream().map(String::valueOf).toList();
    }
}
