package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.grid.ExperimentDirectory;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.workspace.RunDirectory;
import dev.trimtab.runtime.workspace.RunLock;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code experiment cancel}: ends the process that works on an experiment. */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        description = {
            "Ends the process that works on an experiment, and waits until it has ended.",
            "Finished runs stay, and a run at work loses at most its step in flight: the experiment's own command goes on with it."
        })
public final class CancelCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The experiment's directory.")
    private Path directory = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ExperimentDirectory experiment = ExperimentDirectory.open(directory.toAbsolutePath());
        Optional<ProcessHandle> process = RunLock.holder(new RunDirectory(experiment.root()));
        if (process.isEmpty()) {
            out.println("nothing works on " + directory);
        } else {
            end(process.get());
            out.println("cancelled; the same experiment command goes on with " + directory);
        }
        ExperimentStatusCommand.print(out, out, experiment.cells(), /* json= */ false);
        return 0;
    }

    private static void end(ProcessHandle process) {
        if (!process.destroy()) {
            throw new InfrastructureError("process " + process.pid() + " cannot be ended; is it another user's?");
        }
        process.onExit().join();
    }
}
