package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.benchmark.simulation.ExperimentFile;
import dev.trimtab.benchmark.simulation.ResultFiles;
import dev.trimtab.benchmark.simulation.ResultTable;
import dev.trimtab.benchmark.simulation.Simulation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code simulate}: an experiment in the search ecology. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Compares policies in simulated searches and prints tables with intervals.")
public final class SimulateCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "A name in configs/experiments, or a path that ends in .yaml.")
    private String file = "";

    @Option(names = "--episodes", paramLabel = "N", description = "Worlds a cell, in the place of the file's.")
    private @Nullable Integer episodes;

    @Option(names = "--out", paramLabel = "DIR", description = "Where results.json, cells.csv and table.txt go.")
    private @Nullable Path out;

    @Option(
            names = "--log",
            paramLabel = "DIR",
            description = "Where the reference's first episode of each cell goes as a run's log, for audit.")
    private @Nullable Path log;

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Option(names = "-o", paramLabel = "KEY=VALUE", description = "Overrides a key of the file; may be repeated.")
    private List<String> options = List.of();

    @Option(names = "--json", description = "Print the results as JSON instead of a table.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path home = Home.path();
        List<String> all = new ArrayList<>(options);
        if (episodes != null) {
            all.add("worlds.episodes=" + episodes);
            all.add("worlds.fingerprint=null");
        }
        ExperimentFile experiment = ExperimentFile.of(FileKind.ECOLOGY.find(home, file), all);
        experiment.refuseIdle();
        ExecutorService threads = jobs.threads();
        try {
            long start = System.nanoTime();
            Simulation.Result result = new Simulation(home, threads).run(experiment);
            print(result, (System.nanoTime() - start) / 1e9);
            if (log != null) {
                new Simulation(home, threads).log(experiment, log);
            }
        } finally {
            threads.shutdown();
        }
        return 0;
    }

    private void print(Simulation.Result result, double seconds) {
        if (out != null) {
            ResultFiles.write(out, result);
        }
        PrintWriter writer = spec.commandLine().getOut();
        writer.println(json ? ReportJson.of(result) : ResultTable.of(result).stripTrailing());
        PrintWriter summary = json ? spec.commandLine().getErr() : writer;
        summary.printf(
                Locale.ROOT,
                "episodes=%d seconds=%.1f episodes_per_second=%.0f%n",
                result.episodes(),
                seconds,
                result.episodes() / seconds);
        writer.flush();
        summary.flush();
    }
}
