package dev.trimtab.runtime.tool;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.sandbox.Command;
import dev.trimtab.runtime.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a workspace as an agent may use them: text, no path out of the workspace, no link, and {@code input/} to read only.
 *
 * <p>Paths are relative to the workspace, or begin with {@value Command#WORKSPACE}, where programs see it.
 */
public final class AgentFiles {
    /** Most bytes of a file that is read whole. */
    public static final int MOST_BYTES = 1 << 20;

    private final Workspace workspace;

    /** @param workspace where the files are; nothing else may change it meanwhile */
    public AgentFiles(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Returns the names in a folder, sorted; those of folders end in a slash; links and names that begin with a dot are left out.
     *
     * @throws ToolException if there is no such folder
     */
    public List<String> list(String folder) throws ToolException {
        Path path = resolve(folder);
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new ToolException("there is no folder " + folder);
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(entry -> !Files.isSymbolicLink(entry))
                    .map(AgentFiles::listed)
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ToolException("the folder " + folder + " cannot be read");
        }
    }

    /** Returns whether there is a file at a path. */
    public boolean exists(String file) throws ToolException {
        return Files.isRegularFile(resolve(file), LinkOption.NOFOLLOW_LINKS);
    }

    /** Returns whether there is a folder at a path. */
    public boolean isFolder(String path) throws ToolException {
        return Files.isDirectory(resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Returns a file's whole text; bytes that are no UTF-8 become U+FFFD.
     *
     * @throws ToolException if there is no such file, or it has more than {@link #MOST_BYTES}
     */
    public String read(String file) throws ToolException {
        byte[] bytes = bytes(file, MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ToolException(file + " is too large to be read whole");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Returns the beginning of a file's text.
     *
     * @param bytes how much of it at most
     * @throws ToolException if there is no such file
     */
    public String head(String file, int bytes) throws ToolException {
        return new String(bytes(file, bytes), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String file, int most) throws ToolException {
        Path path = present(file);
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw new ToolException("the file " + file + " cannot be read");
        }
    }

    /**
     * Returns where a file is, for what reads it in place.
     *
     * @throws ToolException if there is no such file
     */
    public Path present(String file) throws ToolException {
        Path path = resolve(file);
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new ToolException("there is no file " + file);
        }
        return path;
    }

    /**
     * Writes a file, in place of the one that is there; its folders are made.
     *
     * @throws ToolException if the place is not the agent's to write
     */
    public void write(String file, String text) throws ToolException {
        Path path = writable(file);
        try {
            Files.createDirectories(path.getParent());
            Files.write(path, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw refusal("cannot write " + file, e);
        }
    }

    /**
     * Copies a file, in place of one that is there.
     *
     * @throws ToolException if there is no such file, or the place is not the agent's to write
     */
    public void copy(String from, String to) throws ToolException {
        Path source = present(from);
        Path target = writable(to);
        try {
            Files.createDirectories(target.getParent());
            Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw refusal("cannot copy " + from + " to " + to, e);
        }
    }

    /**
     * Deletes a file; nothing happens if there is none.
     *
     * @throws ToolException if it is not the agent's to delete
     */
    public void delete(String file) throws ToolException {
        Path path = writable(file);
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw refusal("cannot delete " + file, e);
        }
    }

    /** What the system says of a path, such as a name that is too long, is the agent's to know; all else is the machine's. */
    private static ToolException refusal(String what, IOException failure) {
        boolean full = failure.getMessage() != null && failure.getMessage().contains("No space left");
        if (failure instanceof FileSystemException refused && refused.getReason() != null && !full) {
            return new ToolException(what + ": " + refused.getReason());
        }
        throw new InfrastructureError(what + ": " + IoReason.of(failure), failure);
    }

    /** Returns a path as it is below the workspace, the same however it was spelled. */
    public String name(String stated) throws ToolException {
        return workspace.root().relativize(resolve(stated)).toString();
    }

    private Path writable(String file) throws ToolException {
        Path path = resolve(file);
        if (path.equals(workspace.root()) || Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new ToolException(file + " is a folder");
        }
        if (path.startsWith(workspace.input())) {
            throw new ToolException(file + " is read-only");
        }
        for (Path at : way(path)) {
            boolean there = Files.exists(at, LinkOption.NOFOLLOW_LINKS);
            if (!at.equals(path) && there && !Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
                throw new ToolException(workspace.root().relativize(at) + " is no folder");
            }
        }
        return path;
    }

    private Path resolve(String stated) throws ToolException {
        String inside = stated.strip();
        if (inside.equals(Command.WORKSPACE) || inside.startsWith(Command.WORKSPACE + "/")) {
            inside = inside.substring(Command.WORKSPACE.length()).replaceFirst("^/+", "");
        }
        Path path;
        try {
            path = workspace.root().resolve(inside).normalize();
        } catch (InvalidPathException e) {
            throw new ToolException("'" + stated + "' is no path");
        }
        if (!path.startsWith(workspace.root())) {
            throw new ToolException("'" + stated + "' is outside the work directory");
        }
        for (Path at : way(path)) {
            if (Files.isSymbolicLink(at)) {
                throw new ToolException("'" + stated + "' is a link");
            }
        }
        return path;
    }

    /** Returns the paths from below the workspace down to a path. */
    private List<Path> way(Path path) {
        List<Path> way = new ArrayList<>();
        Path at = workspace.root();
        for (Path name : workspace.root().relativize(path)) {
            at = at.resolve(name);
            way.add(at);
        }
        return way;
    }

    private static String listed(Path entry) {
        String name = entry.getFileName().toString();
        return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) ? name + "/" : name;
    }
}
