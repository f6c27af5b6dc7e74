package dev.trimtab.benchmark.testing;

import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.experiment.CompetitionRun;
import dev.trimtab.benchmark.experiment.RunRequest;
import dev.trimtab.benchmark.pocket.PocketSet;
import dev.trimtab.runtime.sandbox.LocalSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A checkout with one competition that a program solves in no time: points near the line {@code y = 3 x}, scored by RMSE. Its configs are
 * the real ones; its Java kernel has no libraries.
 *
 * @param home the checkout
 */
public record StraightLine(Path home) {
    /** The competition's id. */
    public static final String ID = "straight-line";

    /** A Python program that hands in the line and prints a made-up score. */
    public static final String SOLUTION = """
            import csv
            with open("submission/submission.csv", "w") as file:
                file.write("id,y\\n")
                for row in csv.DictReader(open("input/test.csv")):
                    file.write(f"{row['id']},{3 * float(row['x'])}\\n")
            print("Validation rmse: 0.5")
            """;

    private static final Path REAL = Path.of(System.getProperty("trimtab.home"));
    private static final int ROWS = 60;
    private static final boolean ANSWERS_READABLE = answersReadable();

    /** Writes the checkout below a folder of a test. */
    public static StraightLine in(Path folder) {
        try {
            Path home = folder.toRealPath().resolve("checkout");
            Path competition = home.resolve("benchmark/competitions/pocket").resolve(ID);
            Files.createDirectories(competition);
            Files.createDirectories(home.resolve("benchmark/competitions/mle-bench"));
            Files.createDirectories(home.resolve("runtime/target/java-kernel"));
            FolderCopy.copy(REAL.resolve("configs"), home.resolve("configs"));
            Files.writeString(competition.resolve("points.csv"), points());
            Files.writeString(competition.resolve("description.md"), "# Straight line\n\nPredict `y` of `x`.\n");
            Files.writeString(competition.resolve("leaderboard.csv"), "score\n0.1\n0.3\n0.6\n1\n2\n4\n8\n16\n32\n64\n");
            Files.writeString(competition.resolve("competition.yaml"), """
                    id: straight-line
                    title: Points near a line
                    category: tabular
                    set: pocket
                    metric: rmse
                    direction: minimize
                    id-column: id
                    target: y
                    prepare:
                      source: [points.csv]
                      split: {rule: random, test-fraction: 0.3, seed: 5}
                    """);
            return new StraightLine(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where prepared data are. */
    public Path dataDir() {
        return home.resolveSibling("data");
    }

    /** Opens a run of AIDE on the competition. */
    public CompetitionRun open(Map<String, String> environment, List<String> options) {
        return open(request(options), environment);
    }

    /** Opens a run that is asked for. */
    public CompetitionRun open(RunRequest request, Map<String, String> environment) {
        return CompetitionRun.open(request, sets(), environment);
    }

    /** Asks for a run of AIDE on the competition. */
    public RunRequest request(List<String> options) {
        return new RunRequest(home, dataDir(), assignments(options));
    }

    /** Opens such a run as it could be begun before keys without effect were refused. */
    public CompetitionRun openAsBegun(Map<String, String> environment, List<String> options) {
        return CompetitionRun.open(
                new RunRequest(home, dataDir(), List.of(), assignments(options), /* begun= */ true),
                sets(),
                environment);
    }

    /** Opens a run that is on disk. */
    public CompetitionRun reopen(Path run, Map<String, String> environment) {
        return CompetitionRun.reopen(home, run, sets(), environment);
    }

    /** Returns the arguments of {@code trimtab run} that are the same as {@link #open}. */
    public List<String> arguments(Path run, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("run", "--out", run.toString()));
        arguments.addAll(List.of("--data-dir", dataDir().toString()));
        assignments(options).forEach(option -> arguments.addAll(List.of("-o", option)));
        return arguments;
    }

    private CompetitionSets sets() {
        return new CompetitionSets(List.of(new PocketSet(home.resolve("benchmark/competitions/pocket"))));
    }

    private List<String> assignments(List<String> options) {
        List<String> all = new ArrayList<>(List.of("agent.competition=" + ID));
        all.add("execution.unsafe-local=" + ANSWERS_READABLE);
        all.addAll(options);
        return all;
    }

    private static boolean answersReadable() {
        try (LocalSandbox sandbox = LocalSandbox.open(List.of(REAL))) {
            return sandbox.isolation().answersReadable();
        }
    }

    private static String points() {
        StringBuilder csv = new StringBuilder("x,y\n");
        for (int i = 0; i < ROWS; i++) {
            int x = i * 37 % ROWS;
            csv.append(x).append(',').append(3 * x + (i % 5 - 2) / 10.0).append('\n');
        }
        return csv.toString();
    }
}
