package dev.trimtab.runtime.sandbox;

import dev.trimtab.runtime.InfrastructureError;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace holds at one moment, without the parts that are read-only.
 *
 * @param bytes sum of file sizes
 * @param files files and directories
 */
record DiskUse(long bytes, long files) {
    /** Files beyond this many are a violation whatever their size: they use up a disk's index. */
    static final long MAX_NEW_FILES = 100_000;

    static DiskUse of(Command command) {
        List<Path> kept = command.readable();
        long[] sum = new long[2];
        try {
            Files.walkFileTree(command.workspace(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    sum[1]++;
                    return kept.contains(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    sum[0] += attributes.isRegularFile() ? attributes.size() : 0;
                    sum[1]++;
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException cause) {
                    // Deleted while we walked, or closed to us: the next look or the end of the run settles it.
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException cause) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new InfrastructureError("cannot measure the workspace " + command.workspace(), e);
        }
        return new DiskUse(sum[0], sum[1]);
    }
}
