package dev.trimtab.benchmark.mlebench.archive;

import dev.trimtab.runtime.UserError;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** Unpacks archives: zip, 7z, tar, and tar under gzip, bzip2 or xz. Files that are there are not unpacked again. */
public final class Unpacking {
    private Unpacking() {}

    /**
     * Unpacks an archive into a folder.
     *
     * @throws UserError if it is of no known kind, damaged, or an entry would land outside the folder
     */
    public static void unpack(Path archive, Path folder) throws IOException {
        String name = archive.getFileName().toString().toLowerCase(Locale.ROOT);
        Files.createDirectories(folder);
        try {
            if (name.endsWith(".zip")) {
                zip(archive, folder);
            } else if (name.endsWith(".7z")) {
                sevenZ(archive, folder);
            } else if (name.endsWith(".tar")
                    || name.endsWith(".tgz")
                    || name.endsWith(".tar.gz")
                    || name.endsWith(".tar.bz2")
                    || name.endsWith(".tar.xz")) {
                tar(archive, folder);
            } else {
                throw new UserError(archive + " is no archive of a known kind (zip, 7z, tar, tar.gz, tar.bz2, tar.xz)");
            }
        } catch (IOException e) {
            if (!Files.isRegularFile(archive)) {
                throw new UserError("no file " + archive + "; download it again, whole", e);
            }
            throw new UserError("cannot unpack " + archive + " (" + e.getMessage() + "); download it again, whole", e);
        }
    }

    /** Returns the names of the entries of a tar, compressed or not, in their order. */
    public static List<String> tarNames(Path archive) throws IOException {
        List<String> names = new ArrayList<>();
        if (!Files.isRegularFile(archive)) {
            throw new UserError("no file " + archive + "; download it again, whole");
        }
        eachOf(archive, (entry, content) -> names.add(entry.getName()));
        return names;
    }

    private static void zip(Path archive, Path folder) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            for (Enumeration<ZipArchiveEntry> entries = zip.getEntries(); entries.hasMoreElements(); ) {
                ZipArchiveEntry entry = entries.nextElement();
                place(archive, folder, entry, () -> zip.getInputStream(entry));
            }
        }
    }

    private static void sevenZ(Path archive, Path folder) throws IOException {
        try (SevenZFile seven = SevenZFile.builder().setPath(archive).get()) {
            for (SevenZArchiveEntry entry : seven.getEntries()) {
                if (entry.getName() == null) {
                    throw new IOException("an entry has no name");
                }
                place(archive, folder, entry, () -> seven.getInputStream(entry));
            }
        }
    }

    private static void tar(Path archive, Path folder) throws IOException {
        eachOf(archive, (entry, content) -> place(archive, folder, entry, () -> content));
    }

    /** Takes an entry of a tar. */
    @FunctionalInterface
    private interface TarEntries {
        void accept(TarArchiveEntry entry, InputStream content) throws IOException;
    }

    private static void eachOf(Path archive, TarEntries entries) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(archive));
                InputStream bytes = archive.toString().endsWith(".tar") ? raw : decompressed(raw);
                TarArchiveInputStream tar = new TarArchiveInputStream(new BufferedInputStream(bytes))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                entries.accept(entry, tar);
                entry = tar.getNextEntry();
            }
        }
    }

    /** A file may be called compressed and not be it; MLE-bench's own are. */
    private static InputStream decompressed(InputStream raw) throws IOException {
        try {
            return new CompressorStreamFactory(/* decompressUntilEOF= */ true).createCompressorInputStream(raw);
        } catch (CompressorException e) {
            return raw;
        }
    }

    /** Opens an entry's content. */
    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }

    private static void place(Path archive, Path folder, ArchiveEntry entry, Opening content) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder.normalize())) {
            throw new UserError(
                    archive + " holds an entry '" + entry.getName() + "' that would land outside its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else {
            InputStream bytes = content.open();
            WholeFiles.write(target, bytes::transferTo);
        }
    }
}
