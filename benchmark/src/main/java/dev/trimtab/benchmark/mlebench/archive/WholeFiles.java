package dev.trimtab.benchmark.mlebench.archive;

import dev.trimtab.runtime.UserError;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files that appear under their name when they are whole, so that what is there need not be made again. */
public final class WholeFiles {
    private static final String PART = ".part";

    private WholeFiles() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a file and the folders it lies in, unless it is there. */
    public static void write(Path file, Content content) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = file.resolveSibling(file.getFileName() + PART);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            content.writeTo(out);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Copies a file, or a folder with all it holds, unless it is there.
     *
     * @throws UserError if there is no such file
     */
    public static void copy(Path from, Path to) throws IOException {
        place(from, to, (file, target) -> write(target, out -> Files.copy(file, out)));
    }

    /**
     * Makes hard links to a file, or to all files of a folder, unless they are there; copies where there can be no link.
     *
     * @throws UserError if there is no such file
     */
    public static void link(Path from, Path to) throws IOException {
        place(from, to, (file, target) -> {
            if (!Files.exists(target) && !linked(file, target)) {
                copy(file, target);
            }
        });
    }

    /** Puts one file to its place. */
    @FunctionalInterface
    private interface Placing {
        void place(Path file, Path target) throws IOException;
    }

    private static void place(Path from, Path to, Placing placing) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
            for (Path entry : entries(from)) {
                place(entry, to.resolve(entry.getFileName().toString()), placing);
            }
        } else if (Files.isRegularFile(from)) {
            placing.place(from, to);
        } else {
            throw new UserError("no file " + from + " in the raw data; download it again, whole");
        }
    }

    private static boolean linked(Path file, Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        try {
            Files.createLink(target, file.toRealPath());
            return true;
        } catch (UnsupportedOperationException | FileSystemException e) {
            return false;
        }
    }

    /** Returns what a folder holds, in the order of the names. */
    public static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UserError("no folder " + folder + " in the raw data; download it again, whole");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted(byName()).toList();
        }
    }

    /** Returns all files below a folder, in the order of their paths. */
    public static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted(byName()).toList();
        }
    }

    /** Deletes a folder with all it holds, if it is there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** The order in which Python sorts paths: part by part, each by its characters. */
    private static Comparator<Path> byName() {
        return (left, right) -> {
            int common = Math.min(left.getNameCount(), right.getNameCount());
            for (int i = 0; i < common; i++) {
                int order =
                        left.getName(i).toString().compareTo(right.getName(i).toString());
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(left.getNameCount(), right.getNameCount());
        };
    }
}
