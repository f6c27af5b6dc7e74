package dev.trimtab.runtime.workspace;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory an agent works in: {@code input/} with the public data, {@code working/} for anything, {@code submission/}
 * for the result.
 *
 * @param root the directory that holds the three
 */
public record Workspace(Path root) {
    /**
     * Makes a workspace with the public data of a competition; folders of an earlier one are kept, input is not replaced.
     *
     * @param root where; made if absent
     * @param publicData the folder whose files become {@code input/}; nothing else of its surroundings is reachable
     * @throws UserError if there is no such folder
     */
    public static Workspace create(Path root, Path publicData, InputMode mode) {
        Workspace workspace = new Workspace(root);
        if (!Files.isDirectory(publicData)) {
            throw new UserError("no public data at " + publicData + "; run `trimtab prepare` first");
        }
        try {
            for (Path folder : new Path[] {workspace.input(), workspace.working(), workspace.submission()}) {
                Files.createDirectories(folder);
            }
            for (FileTrees.Item item : FileTrees.list(publicData)) {
                bring(item, workspace.input().resolve(item.name()), mode);
            }
            return workspace;
        } catch (IOException e) {
            throw new InfrastructureError("cannot make the workspace " + root + ": " + e.getMessage(), e);
        }
    }

    private static void bring(FileTrees.Item item, Path target, InputMode mode) throws IOException {
        if (Files.isDirectory(item.path())) {
            Files.createDirectories(target);
        } else if (!Files.exists(target)) {
            if (mode == InputMode.COPY || !linked(item.path(), target)) {
                Files.copy(item.path(), target);
                if (!target.toFile().setReadOnly()) {
                    throw new IOException(target + " cannot be made read-only");
                }
            }
        }
    }

    private static boolean linked(Path original, Path target) throws IOException {
        try {
            Files.createLink(target, original.toRealPath());
            return true;
        } catch (UnsupportedOperationException | FileSystemException e) {
            return false;
        }
    }

    /** Returns the folder of the public data. */
    public Path input() {
        return root.resolve("input");
    }

    /** Returns the agent's scratch folder. */
    public Path working() {
        return root.resolve("working");
    }

    /** Returns the folder the result is written to. */
    public Path submission() {
        return root.resolve("submission");
    }

    /** Returns the file the result is written to; it need not exist. */
    public Path submissionFile() {
        return submission().resolve("submission.csv");
    }

    /** Empties {@code submission/}, so that no program passes for the author of an earlier one's result. */
    public void resetSubmission() {
        try {
            Files.createDirectories(submission());
            FileTrees.clear(submission());
        } catch (IOException e) {
            throw new InfrastructureError("cannot empty " + submission() + ": " + e.getMessage(), e);
        }
    }
}
