package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.experiment.CompetitionRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(names = "--json", description = "Print the result as JSON; progress goes to standard error.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter print = json ? spec.commandLine().getErr() : out;
        Path root = directory.toAbsolutePath();
        try (CompetitionRun run = CompetitionRun.reopen(Home.path(), root, BuiltInSets.find(), System.getenv())) {
            CompetitionRun.Result result =
                    StoppedRun.orResult(root, () -> run.resume(root, new ProgressLines(print, "")));
            if (json) {
                ResultLines.printJson(out, result);
            } else {
                ResultLines.print(out, result);
            }
            return 0;
        }
    }
}
