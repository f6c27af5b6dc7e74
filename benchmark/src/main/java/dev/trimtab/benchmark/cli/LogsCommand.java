package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.benchmark.grid.CellRecord;
import dev.trimtab.benchmark.grid.ExperimentDirectory;
import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.JournalReader;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code experiment logs}: what happened in an experiment's runs. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Prints a line for each event of a run, or of every run the newest; it may be running or not.")
public final class LogsCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The experiment's directory.")
    private Path directory = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CELL",
            description = "A run's id as experiment status --json has it, or a part that no other id has.")
    private @Nullable String cell;

    @Option(names = "--json", description = "Print the lines as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * The newest event of a cell.
     *
     * @param line in words; null where nothing has happened yet
     */
    private record Newest(String id, @Nullable String line) {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ExperimentDirectory experiment = ExperimentDirectory.open(directory.toAbsolutePath());
        if (cell == null) {
            newest(out, experiment);
        } else {
            List<String> lines = lines(experiment, named(experiment.cells(), cell));
            if (json) {
                out.println(ReportJson.of(lines));
            } else {
                lines.forEach(out::println);
            }
        }
        out.flush();
        return 0;
    }

    private void newest(PrintWriter out, ExperimentDirectory experiment) {
        List<Newest> all = experiment.cells().stream()
                .map(record -> new Newest(record.id(), newest(experiment, record)))
                .toList();
        if (json) {
            out.println(ReportJson.of(all));
            return;
        }
        all.forEach(one -> out.println(one.id() + "  " + (one.line() == null ? "not begun" : one.line())));
    }

    /** One damaged log is named and hides no other. */
    private @Nullable String newest(ExperimentDirectory experiment, CellRecord record) {
        try {
            List<String> lines = lines(experiment, record);
            return lines.isEmpty() ? null : lines.get(lines.size() - 1);
        } catch (UserError e) {
            spec.commandLine().getErr().println("trimtab: damaged: " + e.getMessage());
            return "damaged: " + e.getMessage();
        }
    }

    private static List<String> lines(ExperimentDirectory experiment, CellRecord record) {
        Path log = new RunDirectory(experiment.run(record)).events();
        List<Event> events = Files.exists(log) ? JournalReader.read(log).events() : List.of();
        return events.stream().flatMap(event -> EventLine.of(event).stream()).toList();
    }

    private static CellRecord named(List<CellRecord> cells, String part) {
        List<CellRecord> found =
                cells.stream().filter(record -> record.id().contains(part)).toList();
        return cells.stream()
                .filter(record -> record.id().equals(part))
                .findFirst()
                .orElseGet(() -> {
                    if (found.size() != 1) {
                        throw new UserError(found.size() + " of " + Counted.of(cells.size(), "run") + " have '" + part
                                + "' in their id; 'trimtab experiment logs DIR' lists them");
                    }
                    return found.get(0);
                });
    }
}
