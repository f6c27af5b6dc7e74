package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.experiment.CompetitionRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resume}: goes on with an interrupted run. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = {
            "Goes on with an interrupted run from the first thing that its log does not hold.",
            "No recorded model call and no recorded execution is made again."
        })
public final class ResumeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The run's directory.")
    private Path directory = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path root = directory.toAbsolutePath();
        try (CompetitionRun run = CompetitionRun.reopen(Home.path(), root, BuiltInSets.find(), System.getenv())) {
            ResultLines.print(out, StoppedRun.orResult(root, () -> run.resume(root, new ProgressLines(out, ""))));
            return 0;
        }
    }
}
