package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.benchmark.report.ReportPage;
import dev.trimtab.benchmark.report.RunReport;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: HTML for runs. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes report.html into each run's directory: one file with everything in it, which loads nothing.",
            "A run that goes on can be reported too."
        })
public final class ReportCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Directories of runs.")
    private List<Path> directories = List.of();

    @Option(names = "--json", description = "Print where the reports are as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<String> reports = new ArrayList<>();
        for (Path directory : directories) {
            RunDirectory run = new RunDirectory(directory.toAbsolutePath().normalize());
            write(run.report(), ReportPage.of(RunReport.of(run, BuiltInSets::lowerIsBetter)));
            reports.add(run.report().toString());
        }
        if (json) {
            out.println(ReportJson.of(Map.of("reports", reports)));
        } else {
            reports.forEach(report -> out.println("report=" + report));
        }
        out.flush();
        return 0;
    }

    /** A run that goes on writes into the same directory, so nothing of its own is touched on the way. */
    private static void write(Path file, String page) {
        Path partial = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.writeString(partial, page);
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new InfrastructureError("cannot write " + file + ": " + IoReason.of(e), e);
        }
    }
}
