package dev.trimtab.benchmark.competition;

import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Where the raw files lie: a folder of them, or the archive they came in, which is read without being unpacked. */
final class RawFolder implements AutoCloseable {
    private final Path root;
    private final @Nullable FileSystem archive;

    private RawFolder(Path root, @Nullable FileSystem archive) {
        this.root = root;
        this.archive = archive;
    }

    /**
     * Opens what a user names as raw data.
     *
     * @param given a folder that holds the files, a folder that holds one {@code .zip} file with them, or such a file
     * @param names the files needed
     * @throws UserError if a file is neither there nor in the archive
     */
    static RawFolder open(Path given, List<String> names) throws IOException {
        Path zip = isArchive(given) ? given : onlyArchive(given, names);
        if (zip == null) {
            requireFiles(given, given, names);
            return new RawFolder(given, null);
        }
        FileSystem archive = opened(zip);
        Path root = archive.getPath("/");
        try {
            requireFiles(zip, root, names);
        } catch (UserError e) {
            archive.close();
            throw e;
        }
        return new RawFolder(root, archive);
    }

    /** Returns the folder that holds the files; it may lie inside an archive. */
    Path root() {
        return root;
    }

    @Override
    public void close() throws IOException {
        if (archive != null) {
            archive.close();
        }
    }

    private static @Nullable Path onlyArchive(Path folder, List<String> names) throws IOException {
        boolean unpacked = names.stream().allMatch(name -> Files.isRegularFile(folder.resolve(name)));
        if (unpacked || !Files.isDirectory(folder)) {
            return null;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> archives = files.filter(RawFolder::isArchive).toList();
            return archives.size() == 1 ? archives.get(0) : null;
        }
    }

    private static boolean isArchive(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".zip") && Files.isRegularFile(file);
    }

    private static FileSystem opened(Path zip) throws IOException {
        try {
            return FileSystems.newFileSystem(zip);
        } catch (ZipException e) {
            throw new UserError(zip + " is no whole ZIP archive (" + e.getMessage() + "); download it again", e);
        }
    }

    private static void requireFiles(Path given, Path root, List<String> names) {
        for (String name : names) {
            if (!Files.isRegularFile(root.resolve(name))) {
                throw new UserError("no file " + name + " in " + given
                        + "; the raw data must be a folder that holds " + String.join(", ", names)
                        + " as downloaded, or the downloaded .zip file");
            }
        }
    }
}
