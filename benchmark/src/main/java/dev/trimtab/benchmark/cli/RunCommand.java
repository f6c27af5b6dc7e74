package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.experiment.CompetitionRun;
import dev.trimtab.benchmark.experiment.RunRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
    private @Nullable Path out;

    @Option(names = "--dry-run", description = "Check everything and say what would be done; call no model.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter print = spec.commandLine().getOut();
        RunRequest request = options.request(Home.path(), dataDir.path());
        try (CompetitionRun run = CompetitionRun.open(request, BuiltInSets.find(), System.getenv())) {
            run.preflight().forEach(print::println);
            print.flush();
            if (dryRun) {
                print.println("dry run: nothing was sent and nothing was written");
                return 0;
            }
            Path directory = (out == null ? fresh(request) : out).toAbsolutePath();
            ResultLines.print(
                    print, StoppedRun.orResult(directory, () -> run.run(directory, new ProgressLines(print, ""))));
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
