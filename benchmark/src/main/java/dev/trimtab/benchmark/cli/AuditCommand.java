package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.audit.RunAudit;
import dev.trimtab.benchmark.audit.RunDirection;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.JournalReader;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.IOException;
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

/** {@code audit}: what a run's log says about the laws. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Reads a run's log against the laws and says why it went as it did.")
public final class AuditCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The run's directory.")
    private Path directory = Path.of("");

    @Option(names = "--json", description = "Print the audit as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        RunDirectory run = new RunDirectory(directory.toAbsolutePath());
        if (!Files.isRegularFile(run.events())) {
            throw new UserError(directory + " is no run: it has no events.jsonl");
        }
        List<Event> events = JournalReader.read(run.events()).events();
        RunAudit audit = RunAudit.of(
                events,
                RunDirection.lowerIsBetter(run, BuiltInSets.find()::lowerIsBetter)
                        .orElse(null));
        String text = ReportJson.of(audit);
        try {
            Files.writeString(run.audit(), text + "\n");
        } catch (IOException e) {
            throw new InfrastructureError("cannot write " + run.audit() + ": " + IoReason.of(e), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(text);
        } else {
            if (events.stream().noneMatch(Event.RunEnded.class::isInstance)) {
                out.println("the run has not ended: this is of what its log holds so far");
            }
            AuditLines.of(audit).forEach(out::println);
        }
        out.flush();
        return 0;
    }
}
