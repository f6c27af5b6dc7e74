package dev.trimtab.runtime.workspace;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory an agent works in: {@code input/} with the public data, {@code working/} for anything, {@code submission/}
 * for the result.
 *
 * @param root the directory that holds the three
 */
public record Workspace(Path root) {
    private static final FileTime OLD = FileTime.fromMillis(0);

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
            for (Path folder : workspace.folders()) {
                Files.createDirectories(folder);
            }
            for (FileTrees.Item item : FileTrees.list(publicData.toRealPath())) {
                bring(item, workspace.input().resolve(item.name()), mode);
            }
            return workspace;
        } catch (IOException e) {
            throw new InfrastructureError("cannot make the workspace " + root + ": " + IoReason.of(e), e);
        }
    }

    /**
     * Makes a workspace in which nothing is left of one that was at the same place.
     *
     * @param root where
     * @param publicData as for {@link #create}
     */
    public static Workspace createFresh(Path root, Path publicData, InputMode mode) {
        try {
            FileTrees.delete(root);
        } catch (IOException e) {
            throw new InfrastructureError("cannot delete " + root + ": " + IoReason.of(e), e);
        }
        return create(root, publicData, mode);
    }

    /**
     * Takes a file of the input away, so that no program and no tool reads it.
     *
     * @param name as it stands in {@code input/}; it may be absent
     */
    public void withhold(String name) {
        try {
            Files.deleteIfExists(input().resolve(name));
        } catch (IOException e) {
            throw new InfrastructureError("cannot take " + name + " out of " + input() + ": " + IoReason.of(e), e);
        }
    }

    private static void bring(FileTrees.Item item, Path target, InputMode mode) throws IOException {
        if (Files.isDirectory(item.path())) {
            Files.createDirectories(target);
        } else if (!Files.exists(target)) {
            if (mode == InputMode.COPY || !linked(item.path(), target)) {
                copy(item.path(), target);
            }
        }
    }

    /** Copies beside the place and moves, so that a kill leaves no half a file that would pass for the data. */
    private static void copy(Path original, Path target) throws IOException {
        Path partial = target.resolveSibling("." + target.getFileName() + ".partial");
        Files.copy(original, partial, StandardCopyOption.REPLACE_EXISTING);
        if (!partial.toFile().setReadOnly()) {
            throw new IOException(partial + " cannot be made read-only");
        }
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
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

    /**
     * Makes the workspace ready for the next program: {@code submission/} is empty, so that no program passes for the author of an earlier
     * one's result; {@code working/} stays as it is; what lies beside the three folders is deleted, so that a program is whole by itself.
     */
    public void readyForProgram() {
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : entries.toList()) {
                if (!folders().contains(entry)) {
                    FileTrees.delete(entry);
                }
            }
            FileTrees.makeFolder(working());
            FileTrees.makeEmpty(submission());
        } catch (IOException e) {
            throw new InfrastructureError("cannot clear " + root + ": " + IoReason.of(e), e);
        }
    }

    /**
     * Makes a submission that is there tell itself from one that is written from now on, while everything stays as it is.
     */
    public void markSubmission() {
        try {
            FileTrees.makeFolder(working());
            FileTrees.makeFolder(submission());
            if (Files.isRegularFile(submissionFile(), LinkOption.NOFOLLOW_LINKS)) {
                Files.setLastModifiedTime(submissionFile(), OLD);
            }
        } catch (IOException e) {
            throw new InfrastructureError("cannot mark " + submissionFile() + ": " + e.getMessage(), e);
        }
    }

    /** Returns whether there is a submission that was written since {@link #markSubmission}. */
    public boolean submittedSinceMark() {
        try {
            return Files.isRegularFile(submissionFile(), LinkOption.NOFOLLOW_LINKS)
                    && !Files.getLastModifiedTime(submissionFile()).equals(OLD);
        } catch (IOException e) {
            throw new InfrastructureError("cannot look at " + submissionFile() + ": " + e.getMessage(), e);
        }
    }

    private List<Path> folders() {
        return List.of(input(), working(), submission());
    }
}
