package dev.trimtab.benchmark.grid;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.workspace.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The layout of an experiment on disk, as {@code docs/file-formats.md} has it.
 *
 * @param root the experiment's directory
 */
public record ExperimentDirectory(Path root) {
    /** Returns whether a directory holds an experiment. */
    public static boolean isOne(Path root) {
        return Files.isRegularFile(new ExperimentDirectory(root).experimentJson());
    }

    /**
     * Returns an existing experiment's directory.
     *
     * @throws UserError if it holds no {@code experiment.json}, or a damaged one
     */
    public static ExperimentDirectory open(Path root) {
        if (!isOne(root)) {
            throw new UserError(root + " is no experiment: it has no experiment.json");
        }
        ExperimentDirectory directory = new ExperimentDirectory(root);
        directory.experiment();
        return directory;
    }

    /**
     * Returns what the experiment is.
     *
     * @throws UserError if the file is damaged
     */
    public ExperimentRecord experiment() {
        return ExperimentJson.read(
                text(experimentJson()), ExperimentRecord.class, experimentJson().toString());
    }

    /**
     * Returns how each cell stood when one ended last, in the order of the grid; none where the process ended before it wrote that down.
     *
     * @throws UserError if the file is damaged
     */
    public List<CellRecord> cells() {
        List<CellRecord> cells = new ArrayList<>();
        if (!Files.exists(cellsJsonl())) {
            return cells;
        }
        text(cellsJsonl())
                .lines()
                .forEach(line -> cells.add(ExperimentJson.read(
                        line, CellRecord.class, "line " + (cells.size() + 1) + " of " + cellsJsonl())));
        return List.copyOf(cells);
    }

    /** Returns the file of what the experiment is. */
    public Path experimentJson() {
        return root.resolve("experiment.json");
    }

    /** Returns the file of how each cell stands. */
    public Path cellsJsonl() {
        return root.resolve("cells.jsonl");
    }

    /** Returns the directory of a cell's run. */
    public Path run(CellRecord cell) {
        return root.resolve(cell.run());
    }

    /** Returns the directory of a cell's run below an experiment's. */
    static String run(String id) {
        return "runs/" + id;
    }

    /** Makes the directory if it is not there. */
    void make() {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new InfrastructureError("cannot make " + root + ": " + IoReason.of(e), e);
        }
    }

    void write(ExperimentRecord experiment) {
        write(experimentJson(), ExperimentJson.indented(experiment) + "\n");
    }

    void write(List<CellRecord> cells) {
        write(
                cellsJsonl(),
                cells.stream().map(cell -> ExperimentJson.line(cell) + "\n").collect(Collectors.joining()));
    }

    private void write(Path file, String text) {
        try {
            DurableFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InfrastructureError("cannot write " + file + ": " + IoReason.of(e), e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InfrastructureError("cannot read " + file + ": " + IoReason.of(e), e);
        }
    }
}
