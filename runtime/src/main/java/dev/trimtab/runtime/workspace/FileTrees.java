package dev.trimtab.runtime.workspace;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks over directory trees that an agent may have filled; links are seen as links and never followed. */
public final class FileTrees {
    private FileTrees() {}

    /** An entry below a root: its path with {@code /} between names, and what it is. */
    record Item(String name, Path path, BasicFileAttributes attributes) {
        /** Returns whether the name leads from this root back to the entry; one that is no text in the system's encoding does not. */
        boolean isBelow(Path root) {
            try {
                return root.resolve(name).equals(path);
            } catch (InvalidPathException unwritable) {
                return false;
            }
        }
    }

    /**
     * Returns everything below a root, sorted by name; nothing if the root is no folder. Entries that vanish meanwhile are left out.
     */
    static List<Item> list(Path root) throws IOException {
        List<Item> items = new ArrayList<>();
        if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(root, new Collector(root, items));
        }
        items.sort(Comparator.comparing(Item::name));
        return items;
    }

    /** Returns one entry under a name. */
    static Item item(String name, Path path) throws IOException {
        return new Item(name, path, Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }

    /** Deletes what is below a root; the root stays. */
    static void clear(Path root) throws IOException {
        List<Item> items = list(root);
        for (Item item : items) {
            if (item.attributes().isDirectory()) {
                open(item.path());
            }
        }
        for (int i = items.size() - 1; i >= 0; i--) {
            Files.deleteIfExists(items.get(i).path());
        }
    }

    /** Deletes a file, a link or a whole folder; nothing happens if there is none. */
    public static void delete(Path path) throws IOException {
        clear(path);
        Files.deleteIfExists(path);
    }

    /** Makes a folder that is there and empty, whatever was in its place. */
    static void makeEmpty(Path folder) throws IOException {
        clear(folder);
        makeFolder(folder);
    }

    /** Makes a folder, in place of a file or link if one is there. */
    static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(folder);
            Files.createDirectories(folder);
        }
    }

    /** Gives this process's user every right to a folder that a program closed; returns whether it has them now. */
    private static boolean open(Path folder) {
        File file = folder.toFile();
        return file.setReadable(true) && file.setWritable(true) && file.setExecutable(true);
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Item> items;
        private final Set<Path> opened = new HashSet<>();

        Collector(Path root, List<Item> items) {
            this.root = root;
            this.items = items;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!folder.equals(root)) {
                add(folder, attributes);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            add(file, attributes);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
            if (problem instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            if (problem instanceof AccessDeniedException
                    && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
                    && opened.add(file)
                    && open(file)) {
                Files.walkFileTree(file, this);
                return FileVisitResult.CONTINUE;
            }
            throw problem;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) throws IOException {
            if (problem != null) {
                throw problem;
            }
            return FileVisitResult.CONTINUE;
        }

        private void add(Path path, BasicFileAttributes attributes) {
            items.add(new Item(root.relativize(path).toString().replace('\\', '/'), path, attributes));
        }
    }
}
