package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.comparison.Comparer;
import dev.trimtab.benchmark.comparison.ComparisonFiles;
import dev.trimtab.benchmark.comparison.ComparisonText;
import dev.trimtab.benchmark.comparison.RunComparison;
import dev.trimtab.benchmark.comparison.RunOutcome;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.experiment.CompetitionRun;
import dev.trimtab.benchmark.grid.Cell;
import dev.trimtab.benchmark.grid.CellRecord;
import dev.trimtab.benchmark.grid.GridFile;
import dev.trimtab.benchmark.grid.GridModel;
import dev.trimtab.benchmark.grid.GridRunner;
import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code experiment}: a grid of real runs. */
@Command(
        name = "experiment",
        mixinStandardHelpOptions = true,
        description = {
            "Makes every run of a grid and compares its policies.",
            "The same command goes on with an interrupted one: finished runs are skipped, begun ones are resumed, failed ones are tried again."
        },
        subcommands = {ExperimentStatusCommand.class, LogsCommand.class, CancelCommand.class})
public final class ExperimentCommand implements Callable<Integer> {
    private static final String LOCAL = "local";

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A name in configs/experiments, or a path that ends in .yaml.")
    private String file = "";

    @Option(names = "--jobs", paramLabel = "N", description = "Runs at a time (default: the processors, at most 4).")
    private int jobs = Math.min(4, Runtime.getRuntime().availableProcessors());

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = "Where the runs are made: local, on this machine (default: ${DEFAULT-VALUE}).")
    private String engine = LOCAL;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The experiment's directory (default: runs/ and the file's name).")
    private @Nullable Path target;

    @Option(
            names = "-o",
            paramLabel = "KEY=VALUE",
            description = "Overrides a key of the file, such as -o seeds=[1] or -o settings.budget.steps=12.")
    private List<String> options = List.of();

    @Option(names = "--dry-run", description = "Check everything and list the runs; call no model.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the cells as JSON; progress and tables go to standard error.")
    private boolean json;

    @Mixin
    private DataDirOption dataDir = new DataDirOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (file.isEmpty()) {
            throw new UserError("name the grid's FILE, such as pocket-head-to-head; see 'trimtab experiment --help'");
        }
        if (jobs < 1) {
            throw new UserError("--jobs must be at least 1 but was " + jobs);
        }
        if (!engine.equals(LOCAL)) {
            throw new UserError("--engine " + engine + ": there is no such engine, only local; "
                    + "runs on other machines are not there yet");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter print = json ? spec.commandLine().getErr() : out;
        Path home = Home.path();
        CompetitionSets sets = BuiltInSets.find();
        GridFile grid = GridFile.of(home, FileKind.GRID.find(home, file).toString(), options);
        GridRunner runner = new GridRunner(grid, sets, dataDir.path().toAbsolutePath(), System.getenv());
        Path root = (target == null ? home.resolve("runs").resolve(grid.name()) : target).toAbsolutePath();
        runner.requireUsable(root);
        List<String> preflight = preflight(runner, dryRun);
        print.println(runner.grid().title());
        print.println(Counted.of(runner.cells().size(), "run") + ", " + jobs + " at a time, under " + root);
        preflight.forEach(print::println);
        print.flush();
        if (dryRun) {
            runner.cells().forEach(cell -> print.println(cell.id()));
            print.println("dry run: nothing was sent and nothing was written");
            return 0;
        }
        List<CellRecord> cells = runner.run(
                root, jobs, new ExperimentProgress(print, runner.cells().size()));
        List<RunOutcome> outcomes = new ArrayList<>();
        List<String> omitted = new ArrayList<>();
        CompareCommand.collect(cells, outcomes, omitted);
        if (!outcomes.isEmpty()) {
            String reference = runner.grid().policies().get(0);
            RunComparison comparison = Comparer.compare(reference, outcomes, omitted);
            ComparisonFiles.write(root, comparison);
            print.println(ComparisonText.of(comparison));
        }
        ExperimentStatusCommand.print(out, print, cells, json);
        requireAll(cells);
        return 0;
    }

    /** Opens one run of each model, which checks what the files alone do not tell, and returns what is sent to whom. */
    private static List<String> preflight(GridRunner runner, boolean dryRun) {
        List<String> lines = new ArrayList<>();
        Set<GridModel> seen = new HashSet<>();
        for (Cell cell : runner.cells()) {
            if (seen.add(cell.model())) {
                try (CompetitionRun run = runner.open(cell)) {
                    lines.add("the first run of model " + cell.model().name() + ":");
                    run.preflight().forEach(line -> lines.add("  " + line));
                    if (!dryRun) {
                        run.requireKeys();
                    }
                }
            }
        }
        return lines;
    }

    private static void requireAll(List<CellRecord> cells) {
        List<CellRecord> failed = cells.stream()
                .filter(cell -> cell.status() == CellRecord.Status.FAILED)
                .toList();
        if (!failed.isEmpty()) {
            throw new InfrastructureError(
                    failed.size() + " of " + Counted.of(cells.size(), "run") + " failed; the first, "
                            + failed.get(0).id() + ": " + failed.get(0).reason());
        }
    }
}
