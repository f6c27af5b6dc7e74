package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.experiment.CompetitionRun;
import dev.trimtab.benchmark.experiment.IdleSettings;
import dev.trimtab.benchmark.experiment.RunRequest;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: one run of an agent on a competition. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs an agent on a competition and grades what it submits.")
public final class RunCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private DataDirOption dataDir = new DataDirOption();

    @Option(names = "--out", paramLabel = "DIR", description = "The run's directory (default: a new one under runs/).")
    private @Nullable Path target;

    @Option(names = "--dry-run", description = "Check everything and say what would be done; call no model.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the result as JSON; progress goes to standard error.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What a run that was not made would have been, in the lines that are shown before the first call. */
    private record DryRun(List<String> preflight) {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter print = json ? spec.commandLine().getErr() : out;
        RunRequest request = options.request(Home.path(), dataDir.path()).overRecorded();
        Path directory = (target == null ? fresh(request) : target).toAbsolutePath();
        try (CompetitionRun run = CompetitionRun.open(request, BuiltInSets.find(), System.getenv())) {
            IdleSettings.refuse(request, System.getenv());
            RunDirectory.requireFree(directory);
            if (!dryRun) {
                run.requireKeys();
            }
            List<String> preflight = run.preflight();
            preflight.forEach(print::println);
            print.flush();
            if (dryRun) {
                print.println("dry run: nothing was sent and nothing was written");
                if (json) {
                    out.println(ReportJson.of(new DryRun(preflight)));
                }
                return 0;
            }
            CompetitionRun.Result result =
                    StoppedRun.orResult(directory, () -> run.run(directory, new ProgressLines(print, "")));
            if (json) {
                ResultLines.printJson(out, result);
            } else {
                ResultLines.print(out, result);
            }
            return 0;
        }
    }

    private static Path fresh(RunRequest request) {
        String name = request.config().agent().competition() + "-"
                + request.config().agent().seed() + "-"
                + TIME.format(LocalDateTime.now(ZoneId.systemDefault())) + "-"
                + ProcessHandle.current().pid();
        return request.home().resolve("runs").resolve(name);
    }
}
