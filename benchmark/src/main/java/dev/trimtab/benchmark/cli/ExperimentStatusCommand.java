package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.benchmark.grid.CellRecord;
import dev.trimtab.benchmark.grid.ExperimentDirectory;
import dev.trimtab.runtime.Counted;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code experiment status}: how far an experiment is. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says how far an experiment is, from its files; it may be running or not.")
public final class ExperimentStatusCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The experiment's directory.")
    private Path directory = Path.of("");

    @Option(names = "--json", description = "Print the cells as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * One cell as JSON.
     *
     * @param reason why it failed; null unless it did
     * @param score the private score; null unless there is one
     */
    private record Line(
            String id,
            String status,
            @Nullable String reason,
            @Nullable Double score) {
        static Line of(CellRecord cell) {
            return new Line(
                    cell.id(),
                    word(cell.status()),
                    cell.reason(),
                    cell.outcome() == null ? null : cell.outcome().standing().score());
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        print(out, out, ExperimentDirectory.open(directory.toAbsolutePath()).cells(), json);
        return 0;
    }

    /** Prints how many cells stand how, and each that failed with its reason; as JSON, every cell. */
    static void print(PrintWriter out, PrintWriter print, List<CellRecord> cells, boolean json) {
        if (json) {
            out.println(ReportJson.of(cells.stream().map(Line::of).toList()));
            out.flush();
            return;
        }
        Map<CellRecord.Status, Integer> counts = new EnumMap<>(CellRecord.Status.class);
        for (CellRecord cell : cells) {
            counts.merge(cell.status(), 1, Integer::sum);
            if (cell.reason() != null) {
                print.println("failed: " + cell.id() + ": " + cell.reason());
            }
        }
        StringBuilder line = new StringBuilder(Counted.of(cells.size(), "run") + ":");
        counts.forEach(
                (status, count) -> line.append(' ').append(count).append(' ').append(word(status)));
        print.println(line);
        print.flush();
    }

    private static String word(CellRecord.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
