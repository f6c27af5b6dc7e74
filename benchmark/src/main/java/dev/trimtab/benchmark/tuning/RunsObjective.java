package dev.trimtab.benchmark.tuning;

import dev.trimtab.benchmark.comparison.Standing;
import dev.trimtab.benchmark.grid.CellRecord;
import dev.trimtab.benchmark.grid.ExperimentDirectory;
import dev.trimtab.benchmark.grid.Grid;
import dev.trimtab.benchmark.grid.GridFile;
import dev.trimtab.benchmark.grid.GridListener;
import dev.trimtab.benchmark.grid.GridRunner;
import dev.trimtab.benchmark.tuning.SuccessiveHalving.Score;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.Sha256;
import dev.trimtab.runtime.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * The share of the leaderboard that final submissions beat, in real runs of a grid on development competitions; a unit is one seed of every
 * cell. Runs are kept, so that a later round, or the same command after an interruption, makes only those that are missing.
 */
final class RunsObjective implements Objective {
    private static final int HASH_DIGITS = 8;

    private final Tuner.Place place;
    private final String experiment;
    private final Path root;
    private final int jobs;
    private final IntFunction<GridListener> progress;
    private final List<String> heldOut;
    private final Grid grid;
    private final int cells;
    /** By seed, the hash of all that its runs depend on but the policy. */
    private final Map<Long, String> frozen = new TreeMap<>();

    /**
     * @param experiment name of the grid; its policies and all but the first of its seeds are not looked at
     * @param root where the runs are kept
     * @param jobs runs at a time
     * @param progress of so many runs
     * @param heldOut competitions to validate on; empty if nothing is validated
     * @throws UserError if there is no such grid, it names a competition that results are reported on, or a held-out one is a development one
     */
    RunsObjective(
            Tuner.Place place,
            String experiment,
            Path root,
            int jobs,
            IntFunction<GridListener> progress,
            List<String> heldOut) {
        this.place = place;
        this.experiment = experiment;
        this.root = root;
        this.jobs = jobs;
        this.progress = progress;
        this.heldOut = List.copyOf(heldOut);
        GridFile file = GridFile.of(place.home(), experiment, List.of("policies=[" + Grid.NATIVE + "]"));
        grid = file.grid(place.sets());
        cells = file.cells(grid).size() / grid.seeds().size();
        for (String id : heldOut) {
            if (place.sets().find(id).definition().dev()) {
                throw new UserError("validation.competitions: " + id
                        + " is a development competition; name ones that results are reported on (dev: false)");
            }
        }
        for (String id : grid.competitions()) {
            if (!place.sets().find(id).definition().dev()) {
                throw new UserError("competition " + id
                        + " is one that results are reported on; name development ones (dev: true) in " + experiment);
            }
        }
    }

    @Override
    public String counted() {
        return "runs";
    }

    @Override
    public String places() {
        return "competitions";
    }

    @Override
    public String measure() {
        return "mean share of the leaderboard beaten";
    }

    @Override
    public int cells() {
        return cells;
    }

    @Override
    public Score score(String policy, Map<String, Object> settings, int units, int most) {
        Path file = file(policy, settings);
        double beaten = 0;
        double tokens = 0;
        List<CellRecord> runs = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            runs.addAll(runs(file, grid.seeds().get(0) + unit));
        }
        for (CellRecord run : runs) {
            beaten += beaten(run);
            tokens += Objects.requireNonNull(run.outcome()).totals().tokens();
        }
        return new Score(beaten / runs.size(), tokens / runs.size());
    }

    @Override
    public Validation validate(String policy, Map<String, Object> settings, int units) {
        List<Double> tuned = new ArrayList<>();
        List<Double> untuned = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (int unit = 0; unit < units; unit++) {
            long seed = grid.seeds().get(0) + unit;
            all.append(heldOut(file(policy, settings), seed, tuned)).append('\n');
            heldOut(file(policy, Map.of()), seed, untuned);
        }
        return Validation.of(Sha256.of(all.toString()), tuned, untuned);
    }

    /** Adds what each run on the held-out competitions is worth; returns the hash of all that they depend on but the policy. */
    private String heldOut(Path policy, long seed, List<Double> values) {
        List<String> options = List.of("competitions=[" + String.join(", ", heldOut) + "]");
        Path directory = directory(policy).resolve("held-out-seed-" + seed);
        runs(policy, seed, directory, options).forEach(run -> values.add(beaten(run)));
        return frozen(directory);
    }

    private Path file(String policy, Map<String, Object> settings) {
        String name = policy + "-"
                + Sha256.of(String.valueOf(new TreeMap<>(settings))).substring(0, HASH_DIGITS);
        Path file = root.resolve("policies").resolve(name + ".yaml").toAbsolutePath();
        PolicyFile.write(place.home(), policy, settings, "# " + policy + " with " + settings + "\n", file);
        return file;
    }

    private Path directory(Path policy) {
        String file = String.valueOf(policy.getFileName());
        return root.resolve(file.substring(0, file.length() - ".yaml".length()));
    }

    @Override
    public String fingerprint(int units, int most) {
        StringBuilder all = new StringBuilder();
        for (int unit = 0; unit < units; unit++) {
            all.append(frozen.get(grid.seeds().get(0) + unit)).append('\n');
        }
        return Sha256.of(all.toString());
    }

    private List<CellRecord> runs(Path policy, long seed) {
        Path directory = directory(policy).resolve("seed-" + seed);
        List<CellRecord> records = runs(policy, seed, directory, List.of());
        frozen.put(seed, frozen(directory));
        return records;
    }

    private List<CellRecord> runs(Path policy, long seed, Path directory, List<String> more) {
        List<String> options = new ArrayList<>(List.of("policies=[\"" + policy + "\"]", "seeds=[" + seed + "]"));
        options.addAll(more);
        GridRunner runner = new GridRunner(
                GridFile.of(place.home(), experiment, options), place.sets(), place.dataDir(), place.environment());
        runner.requireUsable(directory);
        return runner.run(directory, jobs, progress.apply(runner.cells().size()));
    }

    private static String frozen(Path directory) {
        Map<String, String> hashes =
                new TreeMap<>(ExperimentDirectory.open(directory).experiment().frozen());
        hashes.keySet().removeIf(key -> key.startsWith("policy ") || key.equals("grid policies"));
        return Sha256.of(hashes.toString());
    }

    private static double beaten(CellRecord run) {
        if (run.outcome() == null) {
            throw new InfrastructureError(
                    "run " + run.id() + " failed: " + run.reason() + "; the same command goes on");
        }
        Standing standing = run.outcome().standing();
        if (standing.percentile() == null) {
            throw new UserError("competition " + run.cell().competition() + " has no leaderboard to measure runs by");
        }
        return standing.percentile();
    }
}
