package dev.trimtab.benchmark.grid;

import dev.trimtab.benchmark.Version;
import dev.trimtab.benchmark.comparison.RunOutcome;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.experiment.CompetitionRun;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.ConfigTree;
import dev.trimtab.runtime.workspace.RunDirectory;
import dev.trimtab.runtime.workspace.RunLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Makes the runs of a grid, several at a time. Finished cells are not made again, interrupted ones are resumed; what stops a cell is recorded
 * and stops no other.
 */
public final class GridRunner {
    private final GridFile file;
    private final Grid grid;
    private final List<Cell> cells;
    private final CompetitionSets sets;
    private final Path dataDir;
    private final Map<String, String> environment;

    /**
     * Checks everything that can be checked without starting a run, and prepares the data.
     *
     * @param file the grid's file
     * @param sets the competitions there are
     * @param dataDir where prepared data are
     * @param environment where keys come from
     * @throws UserError naming file, line and key if anything asked for does not exist or does not fit
     */
    public GridRunner(GridFile file, CompetitionSets sets, Path dataDir, Map<String, String> environment) {
        this.file = file;
        this.grid = file.grid(sets);
        this.cells = file.cells(grid);
        this.sets = sets;
        this.dataDir = dataDir;
        this.environment = Map.copyOf(environment);
        cells.forEach(cell -> file.check(cell, sets));
        grid.competitions().forEach(id -> sets.open(sets.find(id), dataDir));
    }

    /** Returns the grid. */
    public Grid grid() {
        return grid;
    }

    /** Returns the cells in the order of the grid. */
    public List<Cell> cells() {
        return cells;
    }

    /** Returns a run of a cell, opened but not begun, so that everything about it is checked; the caller closes it. */
    public CompetitionRun open(Cell cell) {
        return CompetitionRun.open(file.request(cell, dataDir), sets, environment);
    }

    /**
     * Makes sure that a directory can hold this experiment; nothing is made. One that it holds already goes on, whatever keys without effect it has.
     *
     * @throws UserError if it is a file, or holds another experiment, or one whose files have changed since, or a new one has keys without effect
     */
    public void requireUsable(Path root) {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new UserError(root + " is a file; choose a directory by --out");
        }
        if (ExperimentDirectory.isOne(root)) {
            requireSame(new ExperimentDirectory(root), now());
        } else {
            new IdleGridKeys(file, sets, environment).refuse();
        }
    }

    /**
     * Sees the grid through.
     *
     * @param root the experiment's directory, made if absent
     * @param jobs runs at a time, at least 1
     * @param listener hears of progress
     * @return how each cell stands, in the order of the grid
     * @throws UserError if the directory holds another experiment, or one whose files have changed since
     */
    public List<CellRecord> run(Path root, int jobs, GridListener listener) {
        ExperimentDirectory directory = new ExperimentDirectory(root);
        directory.make();
        try (RunLock lock = RunLock.take(new RunDirectory(root))) {
            freeze(directory);
            List<CellRecord> records = known(directory);
            int finished = (int) records.stream().filter(GridRunner::isFinished).count();
            if (finished > 0) {
                listener.alreadyFinished(finished);
            }
            ExecutorService pool = Executors.newFixedThreadPool(jobs);
            try {
                List<Future<?>> futures = new ArrayList<>();
                for (int i = 0; i < records.size(); i++) {
                    int index = i;
                    CellRecord pending = records.get(i);
                    if (isFinished(pending)) {
                        continue;
                    }
                    futures.add(pool.submit(() -> {
                        CellRecord ended = run(directory, pending, listener);
                        synchronized (lock) {
                            records.set(index, ended);
                            directory.write(records);
                        }
                        listener.ended(ended);
                    }));
                }
                for (Future<?> future : futures) {
                    future.get();
                }
                return List.copyOf(records);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InfrastructureError("interrupted; the same command goes on with what is under " + root, e);
            } catch (ExecutionException e) {
                throw new InfrastructureError("the experiment stopped: " + e.getCause(), e);
            } finally {
                end(pool);
            }
        }
    }

    /** Waits for the runs that it interrupts, since they write below the directory until they have ended. */
    private static void end(ExecutorService pool) {
        pool.shutdownNow();
        boolean interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void freeze(ExperimentDirectory directory) {
        Frozen now = now();
        if (!ExperimentDirectory.isOne(directory.root())) {
            directory.write(new ExperimentRecord(
                    Version.NUMBER,
                    file.name(),
                    ConfigTree.of(grid),
                    now.hashes(),
                    cells.stream().map(Cell::id).toList()));
            return;
        }
        requireSame(directory, now);
    }

    private Frozen now() {
        return Frozen.of(file, grid, cells, sets);
    }

    private static void requireSame(ExperimentDirectory directory, Frozen now) {
        List<String> differences = new Frozen(directory.experiment().frozen()).differences(now);
        if (!differences.isEmpty()) {
            throw new UserError(directory.root() + " holds an experiment that was begun with other files: "
                    + String.join(", ", differences) + "; restore them, or choose another directory by --out");
        }
    }

    /** Returns each cell as an earlier process left it, those that it did not finish as pending. */
    private List<CellRecord> known(ExperimentDirectory directory) {
        Map<String, CellRecord> finished = new HashMap<>();
        for (CellRecord cell : directory.cells()) {
            if (isFinished(cell) && Files.exists(new RunDirectory(directory.run(cell)).gradingReport())) {
                finished.put(cell.id(), cell);
            }
        }
        List<CellRecord> records = new ArrayList<>();
        cells.forEach(cell -> records.add(finished.getOrDefault(cell.id(), CellRecord.pending(cell))));
        directory.write(records);
        return records;
    }

    private static boolean isFinished(CellRecord cell) {
        return cell.status() == CellRecord.Status.FINISHED;
    }

    private CellRecord run(ExperimentDirectory directory, CellRecord cell, GridListener listener) {
        Path root = directory.run(cell);
        try {
            if (!RunOutcome.isFinished(root)) {
                make(root, cell, listener);
            }
            return cell.finished(RunOutcome.read(file.home(), root, sets));
        } catch (RuntimeException | VirtualMachineError failure) { // what a model wrote can take all stack or memory
            return cell.failed(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        }
    }

    private void make(Path root, CellRecord cell, GridListener listener) {
        boolean begun = Files.isRegularFile(new RunDirectory(root).runJson());
        try (CompetitionRun run =
                begun ? CompetitionRun.reopen(file.home(), root, sets, environment) : open(cell.cell())) {
            if (begun) {
                run.resume(root, listener.started(cell));
            } else {
                run.run(root, listener.started(cell));
            }
        }
    }
}
