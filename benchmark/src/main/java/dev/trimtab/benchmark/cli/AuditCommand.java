package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.audit.RunAudit;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
        RunAudit audit = RunAudit.of(run.events());
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
            print(out, audit);
        }
        out.flush();
        return 0;
    }

    private static void print(PrintWriter out, RunAudit audit) {
        out.printf("budget bound in %d of %d prompts%n", audit.bound(), audit.plans());
        if (audit.contamination() != null) {
            out.printf(
                    Locale.ROOT,
                    "contamination (L1): at most %.3f, at or above its threshold in %d prompts%n",
                    audit.contamination(),
                    audit.aboveThreshold());
            out.printf(
                    "feasibility (L4): budget too small for the aim in %d prompts; aim beyond any budget in %d%n",
                    audit.infeasible(), audit.unreachable());
            out.printf("decisions: %s%n", audit.decisions());
            out.printf("broken certificates by law: %s%n", audit.broken());
            out.printf(
                    "certificates checked again: %d recomputed, %d compared, %d wrong%n",
                    audit.checks().recomputed(),
                    audit.checks().compared(),
                    audit.checks().wrong());
            out.printf("certificate inputs: %d, of them assumed: %d%n", audit.inputs(), audit.assumed());
            audit.estimates()
                    .forEach(e -> out.printf(
                            Locale.ROOT,
                            "%s: %.3f %s (before: %.3f) from %d %s%n",
                            e.symbol(),
                            e.value(),
                            e.provenance(),
                            e.prior(),
                            e.observations(),
                            e.from()));
        }
        out.printf("failed attempts: %s%n", audit.faults());
        for (RunAudit.Window window : audit.windows()) {
            out.printf(
                    "verification at step %d: %s (%s) own %s strong %s; %d of %d families still in the context%n",
                    window.step(),
                    window.attempt(),
                    window.family(),
                    window.own() == null ? "none" : ProgressLines.number(window.own()),
                    window.strong() == null ? "failed" : ProgressLines.number(window.strong()),
                    window.familiesInContext(),
                    window.familiesTried());
        }
        out.println("diagnosis (proxies read from the log):");
        audit.diagnosis().forEach(finding -> out.println("  " + finding));
    }
}
