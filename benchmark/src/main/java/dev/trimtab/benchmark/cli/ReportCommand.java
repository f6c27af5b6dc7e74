package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.benchmark.grid.ExperimentDirectory;
import dev.trimtab.benchmark.report.ExperimentSite;
import dev.trimtab.benchmark.report.FinishedRuns;
import dev.trimtab.benchmark.report.ReportFiles;
import dev.trimtab.benchmark.report.ReportServer;
import dev.trimtab.benchmark.report.ReportSite;
import dev.trimtab.benchmark.report.RunSite;
import dev.trimtab.benchmark.report.RunsSite;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.loopback.LoopbackServer;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: HTML for runs and experiments. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes report.html into the directory of a run or an experiment: one file with everything in it, which loads nothing.",
            "Of several runs it compares them in the nearest directory that holds them all. What goes on can be reported too.",
            "A damaged run among those of a directory is named and left out; one that is named itself is exit code 2."
        })
public final class ReportCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "DIR",
            description = "Directories of runs, of experiments, or of several runs such as the quickstart's.")
    private List<Path> directories = List.of();

    @Option(
            names = "--reference",
            paramLabel = "POLICY",
            description = {
                "Of runs of no experiment, the policy that every other is compared with (default: ${DEFAULT-VALUE});",
                "an experiment's is its first."
            })
    private String reference = "portfolio";

    @Option(
            names = "--serve",
            description = "Write nothing; serve the report on loopback until interrupted, always as it stands.")
    private boolean serve;

    @Option(names = "--port", paramLabel = "N", description = "The port of --serve (default: a free one).")
    private int port;

    @Option(names = "--json", description = "Print where the report is as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ReportSite site = site();
        site.leftOut().forEach(why -> spec.commandLine().getErr().println("trimtab: left out: " + why));
        if (serve) {
            serve(site, out);
            return 0;
        }
        print(out, "report", ReportFiles.write(site).toString());
        return 0;
    }

    private void serve(ReportSite site, PrintWriter out) {
        try (ReportServer server = ReportServer.start(site, port)) {
            print(out, "serving", server.address().toString());
            LoopbackServer.awaitInterrupt();
        }
    }

    private void print(PrintWriter out, String what, String where) {
        out.println(json ? ReportJson.of(Map.of(what, where)) : what + "=" + where);
        out.flush();
    }

    private ReportSite site() {
        CompetitionSets sets = BuiltInSets.find();
        List<Path> roots = directories.stream()
                .map(directory -> directory.toAbsolutePath().normalize())
                .toList();
        if (roots.size() == 1 && ExperimentDirectory.isOne(roots.get(0))) {
            return new ExperimentSite(ExperimentDirectory.open(roots.get(0)), sets::lowerIsBetter);
        }
        List<RunDirectory> runs =
                roots.stream().flatMap(root -> runs(root).stream()).distinct().toList();
        if (runs.size() == 1) {
            return new RunSite(runs.get(0), sets::lowerIsBetter, new FinishedRuns(Home.path(), sets)::hindsight);
        }
        RunsSite.requireWhole(
                runs.stream().filter(run -> roots.contains(run.root())).toList());
        return new RunsSite(Home.path(), sets, reference, runs);
    }

    /** Returns the run in a directory, or the runs right below it. */
    static List<RunDirectory> runs(Path root) {
        if (RunSite.isRun(root)) {
            return List.of(new RunDirectory(root));
        }
        List<RunDirectory> runs = RunsSite.below(ExperimentDirectory.isOne(root) ? root.resolve("runs") : root);
        if (runs.isEmpty()) {
            throw new UserError(root + " is no run, no experiment and holds no run: there is no run.json");
        }
        return runs;
    }
}
