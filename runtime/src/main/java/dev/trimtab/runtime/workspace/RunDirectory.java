package dev.trimtab.runtime.workspace;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The layout of a run on disk.
 *
 * @param root the run's directory
 */
public record RunDirectory(Path root) {
    /**
     * Makes a new run directory with its folders; those of a start that was killed before it wrote anything are taken over.
     *
     * @throws UserError if something is there already; nothing is overwritten
     */
    public static RunDirectory create(Path root) {
        requireFree(root);
        RunDirectory run = new RunDirectory(root);
        try {
            for (Path folder :
                    new Path[] {run.steps(), run.snapshots(), run.submission().getParent()}) {
                Files.createDirectories(folder);
            }
            return run;
        } catch (IOException e) {
            throw new InfrastructureError("cannot make the run directory " + root + ": " + IoReason.of(e), e);
        }
    }

    /**
     * Makes sure that a new run can have a directory; nothing is made.
     *
     * @throws UserError if something is there already
     */
    public static void requireFree(Path root) {
        try {
            if (holdsFiles(root)) {
                throw new UserError(
                        root + " exists and is not empty; choose another directory or `trimtab resume " + root + "`");
            }
        } catch (NotDirectoryException e) {
            throw new UserError(root + " is a file; choose another directory", e);
        } catch (IOException e) {
            throw new InfrastructureError("cannot read " + root + ": " + IoReason.of(e), e);
        }
    }

    /**
     * Returns an existing run's directory.
     *
     * @throws UserError if it holds no {@code run.json}
     */
    public static RunDirectory open(Path root) {
        RunDirectory run = new RunDirectory(root);
        if (!Files.isRegularFile(run.runJson())) {
            throw new UserError(root + " is no run: it has no run.json");
        }
        return run;
    }

    /**
     * Returns whether any step left something here.
     *
     * @throws InfrastructureError if that cannot be read
     */
    public boolean hasSteps() {
        try {
            return Files.isDirectory(steps()) && holdsFiles(steps());
        } catch (IOException e) {
            throw new InfrastructureError("cannot read " + steps() + ": " + IoReason.of(e), e);
        }
    }

    /** Returns the file of the resolved configuration, seeds, versions and hashes. */
    public Path runJson() {
        return root.resolve("run.json");
    }

    /** Returns the append-only event log. */
    public Path events() {
        return root.resolve("events.jsonl");
    }

    /** Returns the folder of one step, made if absent, such as {@code steps/0007}. */
    public Path step(int step) {
        Path folder = steps().resolve("%04d".formatted(step));
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InfrastructureError("cannot make " + folder + ": " + IoReason.of(e), e);
        }
    }

    /** Returns the folder of all steps. */
    public Path steps() {
        return root.resolve("steps");
    }

    /** Returns the folder of the workspace's snapshots. */
    public Path snapshots() {
        return root.resolve("snapshots");
    }

    /** Returns the folder that holds the agent's workspace. */
    public Path workspace() {
        return root.resolve("workspace");
    }

    /** Returns the file of the scaffold's search tree or trajectory. */
    public Path journal() {
        return root.resolve("journal.json");
    }

    /** Returns the file of the final submission. */
    public Path submission() {
        return root.resolve("submission/submission.csv");
    }

    /** Returns the file of the grading report. */
    public Path gradingReport() {
        return root.resolve("grading_report.json");
    }

    /** Returns the file of the audit. */
    public Path audit() {
        return root.resolve("audit.json");
    }

    /** Returns the file of the HTML report. */
    public Path report() {
        return root.resolve("report.html");
    }

    /** A start that was killed before it wrote anything leaves folders, its lock and part of a file; they are in nobody's way. */
    private static boolean holdsFiles(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.anyMatch(file ->
                    !Files.isDirectory(file) && !file.endsWith(RunLock.NAME) && !file.endsWith(DurableFile.PARTIAL));
        }
    }
}
