package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.experiment.CompetitionRun;
import dev.trimtab.benchmark.experiment.RunRequest;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.model.offline.OfflineEngineer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code quickstart}: AIDE on bundled competitions, offline, under three context policies at one token budget. */
@Command(
        name = "quickstart",
        mixinStandardHelpOptions = true,
        description = {
            "Runs AIDE with the offline engineer on bundled competitions under three context policies",
            "at one token budget, and compares them. Needs no key and no network."
        })
public final class QuickstartCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);
    private static final List<String> POLICIES = List.of("portfolio", "ledger", "aide-journal");
    private static final List<String> COMPETITIONS = List.of("bird-strikes", "hpc-jobs", "us-daily-births");

    @Option(names = "--steps", paramLabel = "N", description = "Control steps of each run (default: ${DEFAULT-VALUE}).")
    private int steps = 14;

    @Option(
            names = "--memory-tokens",
            paramLabel = "N",
            description = "The tokens of each prompt's memory, the same for all policies (default: ${DEFAULT-VALUE}).")
    private int memoryTokens = 450;

    @Option(names = "--seed", paramLabel = "N", description = "Keys every random stream (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "The offline engineer's profile (default: ${DEFAULT-VALUE}).")
    private String profile = "middle-lost";

    @Option(
            names = "--competitions",
            paramLabel = "ID",
            split = ",",
            description = "Which competitions (default: ${DEFAULT-VALUE}).")
    private List<String> competitions = COMPETITIONS;

    @Option(names = "--jobs", paramLabel = "N", description = "Runs at a time (default: the processors, at most 4).")
    private int jobs = Math.min(4, Runtime.getRuntime().availableProcessors());

    @Option(names = "--no-cache", description = "Run every program, also one that ran before.")
    private boolean noCache;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the runs go (default: a new directory under runs/).")
    private @Nullable Path out;

    @Mixin
    private DataDirOption dataDir = new DataDirOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter print = spec.commandLine().getOut();
        CompetitionSets sets = BuiltInSets.find();
        List<String> ids = List.copyOf(competitions);
        ids.forEach(sets::find);
        Path root = (out == null ? Home.path().resolve("runs").resolve("quickstart-" + TIME.format(now())) : out)
                .toAbsolutePath();
        print.println(OfflineEngineer.NOTICE + " What follows shows that a mechanism works through a context;");
        print.println("it does not show that it helps a language model.");
        print.printf(
                "AIDE on %s; policies %s; memory of %d tokens, %d steps, seed %d, profile %s%n",
                String.join(", ", ids), String.join(", ", POLICIES), memoryTokens, steps, seed, profile);
        print.flush();
        List<Comparison.Row> rows = runAll(sets, ids, root, print);
        List<String> table = new Comparison(rows).lines();
        print.println();
        table.forEach(print::println);
        write(root.resolve("comparison.txt"), table);
        print.println(OfflineEngineer.NOTICE);
        print.println("everything is under " + root);
        print.flush();
        return 0;
    }

    private List<Comparison.Row> runAll(CompetitionSets sets, List<String> ids, Path root, PrintWriter print) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, jobs));
        try {
            List<Future<Comparison.Row>> futures = new ArrayList<>();
            for (String id : ids) {
                sets.open(sets.find(id), dataDir.path());
                for (String policy : POLICIES) {
                    futures.add(pool.submit(() -> run(sets, id, policy, root.resolve(id + "-" + policy), print)));
                }
            }
            List<Comparison.Row> rows = new ArrayList<>();
            for (Future<Comparison.Row> future : futures) {
                rows.add(future.get());
            }
            return rows;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureError("the quickstart was interrupted; its runs so far are under " + root, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new InfrastructureError("a run failed: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    private Comparison.Row run(CompetitionSets sets, String id, String policy, Path directory, PrintWriter print) {
        List<String> options = new ArrayList<>(List.of(
                "agent.competition=" + id,
                "agent.policy=" + policy,
                "agent.seed=" + seed,
                "model.name=offline",
                "model.profile=" + profile,
                "budget.steps=" + steps,
                "context.memory-tokens=" + memoryTokens));
        if (noCache) {
            options.add("execution.cache=false");
        }
        RunRequest request = new RunRequest(Home.path(), dataDir.path().toAbsolutePath(), options);
        long start = System.nanoTime();
        try (CompetitionRun run = CompetitionRun.open(request, sets, Map.of())) {
            String prefix = String.format(Locale.ROOT, "%-20s %-13s ", id, policy);
            CompetitionRun.Result result = run.run(directory, new ProgressLines(print, prefix));
            double seconds = (System.nanoTime() - start) / 1e9;
            return Comparison.Row.of(id, policy, sets.find(id).direction(), result, seconds);
        }
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new InfrastructureError("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneId.systemDefault());
    }
}
