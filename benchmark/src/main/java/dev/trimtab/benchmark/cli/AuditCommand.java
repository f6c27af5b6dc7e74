package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit}: what the logs of runs say about the laws. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a run's log against the laws and says why it went as it did.",
            "Of an experiment or a directory of several runs: one line a run, and how many were held back by what."
        })
public final class AuditCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "DIR",
            description = "The directory of a run, of an experiment, or of several runs.")
    private Path directory = Path.of("");

    @Option(names = "--json", description = "Print the audit, or the summary of several, as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path root = directory.toAbsolutePath();
        if (!Files.isDirectory(root)) {
            throw new UserError(directory + " is no run: "
                    + (Files.exists(root) ? "it is a file and no directory" : "there is no such directory"));
        }
        RunDirectory run = new RunDirectory(root);
        boolean one = Files.isRegularFile(run.events()) || Files.isRegularFile(run.runJson());
        PrintWriter out = spec.commandLine().getOut();
        if (one) {
            print(out, AuditedRun.of(run));
        } else {
            print(out, AuditSummary.of(ReportCommand.runs(root)));
        }
        out.flush();
        return 0;
    }

    private void print(PrintWriter out, AuditedRun audited) {
        if (json) {
            out.println(audited.json());
            return;
        }
        if (!audited.ended()) {
            out.println("the run has not ended: this is of what its log holds so far");
        }
        audited.lines().forEach(out::println);
    }

    private void print(PrintWriter out, AuditSummary summary) {
        summary.leftOut().forEach(why -> spec.commandLine().getErr().println("trimtab: left out: " + why));
        List<String> lines = json ? List.of(ReportJson.of(summary)) : summary.lines();
        lines.forEach(out::println);
    }
}
