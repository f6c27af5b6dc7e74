package dev.trimtab.benchmark.competition;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A folder that is written beside its place and moved into it when complete, by one process at a time. */
public final class ReplacedFolder {
    private static final String UNFINISHED = ".unfinished";
    private static final String REPLACED = ".replaced";

    private ReplacedFolder() {}

    /** Writes all files of a folder. */
    @FunctionalInterface
    public interface Content {
        /** Writes them. */
        void write(Path folder) throws IOException;
    }

    /** Tells whether there is something to do, asked again once this process is the only one. */
    @FunctionalInterface
    public interface Need {
        /** Returns whether there is. */
        boolean exists() throws IOException;
    }

    /** Writes the folder unless {@code need} has gone when its turn comes; what an interrupted writer left is removed. */
    static void write(Path folder, Need need, Content content) throws IOException {
        write(folder, need, rest -> false, content);
    }

    /**
     * Writes the folder unless {@code need} has gone when its turn comes.
     *
     * @param resumable whether what an interrupted writer left is kept, for {@code content} to go on with; else it is removed
     */
    public static void write(Path folder, Need need, Predicate<Path> resumable, Content content) throws IOException {
        Files.createDirectories(folder.resolveSibling(""));
        // file locks hold between processes, the monitor between threads of this one
        synchronized (ReplacedFolder.class) {
            try (FileChannel channel = FileChannel.open(
                            folder.resolveSibling(folder.getFileName() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && need.exists()) {
                    replace(folder, resumable, content);
                }
            }
        }
    }

    private static void replace(Path folder, Predicate<Path> resumable, Content content) throws IOException {
        Path unfinished = folder.resolveSibling(folder.getFileName() + UNFINISHED);
        Path replaced = folder.resolveSibling(folder.getFileName() + REPLACED);
        delete(replaced);
        if (!resumable.test(unfinished)) {
            delete(unfinished);
        }
        Files.createDirectories(unfinished);
        content.write(unfinished);
        if (Files.exists(folder)) {
            Files.move(folder, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        delete(replaced);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
