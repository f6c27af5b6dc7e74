package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.experiment.CompetitionRun;
import dev.trimtab.benchmark.experiment.RunRequest;
import dev.trimtab.benchmark.grade.ReportJson;
import dev.trimtab.benchmark.metric.Direction;
import dev.trimtab.benchmark.report.ReportFiles;
import dev.trimtab.benchmark.report.RunsSite;
import dev.trimtab.benchmark.text.NameColumn;
import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.kernel.Kernels;
import dev.trimtab.runtime.model.offline.OfflineEngineer;
import dev.trimtab.runtime.workspace.RunDirectory;
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
import java.util.Optional;
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
    private static final double NANOSECONDS = 1e9;

    /** Less than AIDE's 0.5: a repair shows no memory, and the budget is to bind in most steps. */
    private static final double DEBUG_PROBABILITY = 0.3;

    private static final int VERIFY_EVERY = 9;
    private static final int FOLDS = 2;
    private static final List<String> POLICIES = List.of("portfolio", "ledger", "aide-journal");
    private static final List<String> COMPETITIONS = List.of("bird-strikes", "hpc-jobs", "us-daily-births");

    @Option(names = "--steps", paramLabel = "N", description = "Control steps of each run (default: ${DEFAULT-VALUE}).")
    private int steps = 20;

    @Option(
            names = "--memory-tokens",
            paramLabel = "N",
            description = "The tokens of each prompt's memory, the same for all policies (default: ${DEFAULT-VALUE}).")
    private int memoryTokens = 300;

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
    private @Nullable Path target;

    @Option(names = "--json", description = "Print the comparison as JSON; progress goes to standard error.")
    private boolean json;

    @Mixin
    private DataDirOption dataDir = new DataDirOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter print = json ? spec.commandLine().getErr() : out;
        CompetitionSets sets = BuiltInSets.find();
        List<String> ids = List.copyOf(competitions);
        ids.forEach(sets::find);
        Path root = (target == null ? Home.path().resolve("runs").resolve("quickstart-" + TIME.format(now())) : target)
                .toAbsolutePath();
        if (Files.isRegularFile(root)) {
            throw new UserError(root + " is a file; choose a directory by --out");
        }
        ids.forEach(id -> sets.open(sets.find(id), dataDir.path()));
        open(sets, ids.get(0), POLICIES.get(0)).close();
        print.println(OfflineEngineer.NOTICE + " What follows shows that a mechanism works through a context;");
        print.println("it does not show that it helps a language model.");
        print.printf(
                "AIDE on %s; policies %s; memory of %s, %s, seed %d, profile %s%n",
                String.join(", ", ids),
                String.join(", ", POLICIES),
                Counted.of(memoryTokens, "token"),
                Counted.of(steps, "step"),
                seed,
                profile);
        print.printf(
                "Repairs with probability %s where AIDE's own default is 0.5, because a repair shows no memory;"
                        + " %d-fold verification every %d steps%n",
                DEBUG_PROBABILITY, FOLDS, VERIFY_EVERY);
        Kernels.of(Home.path(), null).open("java").missing().forEach(print::println);
        print.flush();
        List<Comparison.Row> rows = runAll(sets, ids, root, print);
        Comparison comparison = new Comparison(rows);
        List<String> table = comparison.lines();
        print.println();
        table.forEach(print::println);
        write(root.resolve("comparison.txt"), table);
        print.println(OfflineEngineer.NOTICE);
        print.println("everything is under " + root);
        report(sets, root).ifPresent(page -> print.println("report=" + page));
        print.flush();
        if (json) {
            out.println(ReportJson.of(comparison.cells()));
            out.flush();
        }
        comparison.requireAll();
        return 0;
    }

    /** Writes a page for each run that was begun, and one that compares them. */
    private static Optional<Path> report(CompetitionSets sets, Path root) {
        List<RunDirectory> runs = RunsSite.below(root);
        return runs.size() < 2
                ? Optional.empty()
                : Optional.of(ReportFiles.write(new RunsSite(Home.path(), sets, POLICIES.get(0), runs)));
    }

    private List<Comparison.Row> runAll(CompetitionSets sets, List<String> ids, Path root, PrintWriter print) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, jobs));
        try {
            List<Future<Comparison.Row>> futures = new ArrayList<>();
            for (String id : ids) {
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
            throw new InfrastructureError("a run failed: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Runs one cell; whatever stops it is told and stops no other. */
    private Comparison.Row run(CompetitionSets sets, String id, String policy, Path directory, PrintWriter print) {
        ProgressLines progress = new ProgressLines(
                print,
                String.format(
                        Locale.ROOT,
                        "%s %-13s ",
                        NameColumn.of(Comparison.LEAST_COMPETITION, competitions)
                                .pad(id),
                        policy));
        Direction direction = sets.find(id).direction();
        long start = System.nanoTime();
        try (CompetitionRun run = open(sets, id, policy)) {
            CompetitionRun.Result result = StoppedRun.orResult(directory, () -> run.run(directory, progress));
            progress.noticed("ended: score " + ResultLines.score(result) + ", medal " + ResultLines.medal(result));
            return new Comparison.Row(id, policy, direction, result, null, seconds(start));
        } catch (RuntimeException failure) {
            progress.noticed("failed: " + failure.getMessage());
            return new Comparison.Row(id, policy, direction, null, failure, seconds(start));
        }
    }

    private CompetitionRun open(CompetitionSets sets, String id, String policy) {
        RunRequest request = new RunRequest(Home.path(), dataDir.path().toAbsolutePath(), settings(id, policy));
        return CompetitionRun.open(request, sets, Map.of());
    }

    private List<String> settings(String id, String policy) {
        List<String> options = new ArrayList<>(List.of(
                "agent.competition=" + id,
                "agent.policy=" + policy,
                "agent.seed=" + seed,
                "model.name=offline",
                "model.profile=" + profile,
                "budget.steps=" + steps,
                "context.memory-tokens=" + memoryTokens,
                "aide.debug-prob=" + DEBUG_PROBABILITY,
                "verification.every=" + VERIFY_EVERY,
                "verification.folds=" + FOLDS));
        if (noCache) {
            options.add("execution.cache=false");
        }
        return options;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / NANOSECONDS;
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, lines);
        } catch (IOException e) {
            throw new InfrastructureError("cannot write " + file + ": " + IoReason.of(e), e);
        }
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneId.systemDefault());
    }
}
