package dev.trimtab.runtime.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Snapshots of all that a workspace holds beside {@code input/}. Each content is kept once under its SHA-256;
 * unchanged files are not read again. A manifest is written after everything it names, so that a crash leaves the
 * snapshots before it whole. Not thread-safe; nothing may run in the workspace meanwhile.
 */
public final class SnapshotStore {
    private static final String REMEDY = ": put it back from a copy of the run, or start a new one";

    private static final List<String> KEPT = List.of("submission", "working");
    private static final JsonMapper JSON = new JsonMapper();

    private final Path root;
    private final Path blobs;
    private final long maxFileBytes;
    private final long maxTotalBytes;
    private final FileStamps stamps = new FileStamps();

    /**
     * @param root where snapshots are kept, made if absent
     * @param maxFileBytes larger files are omitted
     * @param maxTotalBytes files that would take a snapshot over this are omitted, in order of path, {@code submission/} first
     */
    public SnapshotStore(Path root, long maxFileBytes, long maxTotalBytes) {
        this.root = root;
        this.blobs = root.resolve("blobs");
        this.maxFileBytes = maxFileBytes;
        this.maxTotalBytes = maxTotalBytes;
        try {
            Files.createDirectories(blobs);
        } catch (IOException e) {
            throw new InfrastructureError("cannot make " + blobs + ": " + IoReason.of(e), e);
        }
    }

    /** Keeps the workspace as it is now and returns what was kept. */
    public Manifest take(Workspace workspace) {
        SortedMap<String, Manifest.Entry> files = new TreeMap<>();
        List<String> folders = new ArrayList<>();
        List<String> omitted = new ArrayList<>();
        long left = maxTotalBytes;
        try {
            FileTime look = look();
            for (FileTrees.Item item : items(workspace)) {
                long size = item.attributes().size();
                boolean folder = item.attributes().isDirectory();
                boolean fits = item.attributes().isRegularFile()
                        && size <= Math.min(maxFileBytes, left)
                        && Files.isReadable(item.path());
                if (!item.isBelow(workspace.root()) || !(folder || fits)) {
                    omitted.add(item.name());
                } else if (folder) {
                    folders.add(item.name());
                } else {
                    files.put(item.name(), keep(item, look));
                    left -= size;
                }
            }
        } catch (IOException e) {
            throw new InfrastructureError("cannot snapshot " + workspace.root() + ": " + IoReason.of(e), e);
        }
        return new Manifest(files, folders, omitted);
    }

    /** Keeps the workspace as it is now under a step's number. */
    public Manifest take(Workspace workspace, int step) {
        Manifest manifest = take(workspace);
        try {
            DurableFile.write(file(step), JSON.writeValueAsBytes(manifest));
        } catch (IOException e) {
            throw new InfrastructureError("cannot write " + file(step) + ": " + IoReason.of(e), e);
        }
        return manifest;
    }

    /**
     * Returns the snapshot kept under a step's number.
     *
     * @throws UserError if it is missing or damaged
     */
    public Manifest require(int step) {
        return load(step).orElseThrow(() -> new UserError(file(step) + " is missing" + REMEDY));
    }

    /**
     * Makes sure that the snapshot kept under a step's number is there, with contents of the right sizes; what they hold is read only when they are
     * restored.
     *
     * @throws UserError if it, or a content, is missing or damaged
     */
    public void requireContents(int step) {
        for (Manifest.Entry entry : require(step).files().values()) {
            try {
                if (!Files.exists(blob(entry)) || Files.size(blob(entry)) != entry.bytes()) {
                    throw gone(entry);
                }
            } catch (IOException e) {
                throw new InfrastructureError("cannot read " + blob(entry) + ": " + IoReason.of(e), e);
            }
        }
    }

    /**
     * Returns the snapshot kept under a step's number; empty if there is none.
     *
     * @throws UserError if it is damaged
     * @throws InfrastructureError if it cannot be read
     */
    public Optional<Manifest> load(int step) {
        if (!Files.exists(file(step))) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file(step)), Manifest.class));
        } catch (JsonProcessingException e) {
            throw new UserError(file(step) + " is damaged" + REMEDY, e);
        } catch (IOException e) {
            throw new InfrastructureError("cannot read " + file(step) + ": " + IoReason.of(e), e);
        }
    }

    /**
     * Makes the workspace hold what a snapshot kept and, beside {@code input/}, nothing else.
     *
     * @throws UserError if a content is missing or damaged; the workspace is then left as it was
     * @throws InfrastructureError if the workspace cannot be written
     */
    public void restore(Manifest manifest, Workspace workspace) {
        try {
            for (Manifest.Entry entry : manifest.files().values()) {
                verify(entry);
            }
            for (Path top : tops(workspace)) {
                if (!KEPT.contains(top.getFileName().toString())) {
                    FileTrees.delete(top);
                }
            }
            for (String kept : KEPT) {
                FileTrees.makeEmpty(workspace.root().resolve(kept));
            }
            for (String folder : manifest.folders()) {
                Files.createDirectories(workspace.root().resolve(folder));
            }
            for (var file : manifest.files().entrySet()) {
                place(file.getValue(), workspace.root().resolve(file.getKey()));
            }
        } catch (IOException e) {
            throw new InfrastructureError("cannot restore " + workspace.root() + ": " + IoReason.of(e), e);
        }
    }

    private static List<FileTrees.Item> items(Workspace workspace) throws IOException {
        List<FileTrees.Item> items = new ArrayList<>();
        for (Path top : tops(workspace)) {
            String name = top.getFileName().toString();
            if (!KEPT.contains(name)) {
                items.add(FileTrees.item(name, top));
            }
            for (FileTrees.Item item : FileTrees.list(top)) {
                items.add(new FileTrees.Item(name + "/" + item.name(), item.path(), item.attributes()));
            }
        }
        return items;
    }

    /** Returns what lies in the workspace beside {@code input/}, {@code submission/} and {@code working/} first. */
    private static List<Path> tops(Workspace workspace) throws IOException {
        if (!Files.isDirectory(workspace.root())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(workspace.root())) {
            return entries.filter(entry -> !entry.equals(workspace.input()))
                    .sorted(Comparator.comparing((Path entry) ->
                                    !KEPT.contains(entry.getFileName().toString()))
                            .thenComparing(entry -> entry.getFileName().toString()))
                    .toList();
        }
    }

    private FileTime look() throws IOException {
        Path probe = blobs.resolve(".look");
        Files.deleteIfExists(probe);
        Files.createFile(probe);
        FileTime time = Files.getLastModifiedTime(probe);
        Files.delete(probe);
        return time;
    }

    private Manifest.Entry keep(FileTrees.Item item, FileTime look) throws IOException {
        Optional<Manifest.Entry> known = stamps.recall(item.name(), item.path());
        if (known.isPresent() && Files.exists(blob(known.get()))) {
            return known.get();
        }
        String hash = DurableFile.store(item.path(), blobs);
        long bytes = Files.size(blobs.resolve(hash));
        Manifest.Entry entry = new Manifest.Entry(hash, bytes, executable(item.path()));
        stamps.remember(item.name(), item.path(), look, entry);
        return entry;
    }

    private static boolean executable(Path file) throws IOException {
        return Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)
                .contains(PosixFilePermission.OWNER_EXECUTE);
    }

    /** Trying again does not help: the run's own files were changed. */
    private void verify(Manifest.Entry entry) throws IOException {
        Path blob = blob(entry);
        if (!Files.exists(blob) || !WorkspaceHash.ofFile(blob).equals(entry.hash())) {
            throw gone(entry);
        }
    }

    private UserError gone(Manifest.Entry entry) {
        return new UserError("content " + entry.hash() + " is missing or damaged in " + blobs + REMEDY);
    }

    private void place(Manifest.Entry entry, Path target) throws IOException {
        Files.copy(blob(entry), target, StandardCopyOption.REPLACE_EXISTING);
        boolean set = target.toFile().setReadable(true, false)
                && target.toFile().setWritable(true)
                && target.toFile().setExecutable(entry.executable());
        if (!set) {
            throw new IOException("cannot set the mode of " + target);
        }
    }

    private Path blob(Manifest.Entry entry) {
        return blobs.resolve(entry.hash());
    }

    private Path file(int step) {
        return root.resolve("%04d.json".formatted(step));
    }
}
