package dev.trimtab.runtime.kernel;

import dev.trimtab.runtime.Sha256;
import dev.trimtab.runtime.workspace.WorkspaceHash;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a solution leaves behind: files and folders of the workspace but {@code input} at one moment.
 *
 * @param files content hash by path relative to the workspace, with {@code /} between its parts; a folder's path ends in {@code /} and has
 *     no hash
 * @param keepable whether a cache can give all of it back: not so with links, executable files, names that are no text, or more than
 *     64 MiB
 */
record OutputFolders(SortedMap<String, String> files, boolean keepable) {
    private static final String INPUT = "input";
    private static final long MOST_BYTES = 64L << 20;

    static OutputFolders of(Path workspace) throws IOException {
        Collector collector = new Collector(workspace);
        try (Stream<Path> entries = Files.list(workspace)) {
            for (Path entry : (Iterable<Path>) entries.sorted()::iterator) {
                if (!entry.equals(workspace.resolve(INPUT))) {
                    Files.walkFileTree(entry, collector);
                }
            }
        }
        return new OutputFolders(collector.files, collector.keepable);
    }

    static boolean isFolder(String name) {
        return name.endsWith("/");
    }

    String digest() {
        return Sha256.of(files.toString());
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final Path workspace;
        private final SortedMap<String, String> files = new TreeMap<>();
        private boolean keepable = true;
        private long bytes;

        Collector(Path workspace) {
            this.workspace = workspace;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            add(folder, "/", "");
            return keepable ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            bytes += attributes.size();
            keepable &= attributes.isRegularFile() && bytes <= MOST_BYTES && !Files.isExecutable(file);
            if (keepable) {
                add(file, "", WorkspaceHash.ofFile(file));
            }
            return keepable ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        private void add(Path path, String end, String hash) {
            String name = workspace.relativize(path).toString();
            keepable &= leadsTo(name, path);
            files.put(name + end, hash);
        }

        private boolean leadsTo(String name, Path path) {
            try {
                return workspace.resolve(name).equals(path);
            } catch (InvalidPathException noText) {
                return false;
            }
        }
    }
}
