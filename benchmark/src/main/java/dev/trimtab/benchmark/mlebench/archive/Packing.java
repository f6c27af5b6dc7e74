package dev.trimtab.benchmark.mlebench.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Packs files into archives that appear when they are whole; one that is there is not packed again. */
public final class Packing {
    private Packing() {}

    /**
     * Packs a file, or all files below a folder.
     *
     * @param source what to pack
     * @param base what the names of the entries are relative to: the source's folder, or the source itself
     * @param archive its ending says the kind: {@code .zip}, {@code .7z}, else an uncompressed tar
     */
    public static void pack(Path source, Path base, Path archive) throws IOException {
        pack(source, base, archive, Files::isRegularFile);
    }

    /**
     * Packs a folder with entries for it and all folders below, as {@code shutil.make_archive} does.
     *
     * @param source as for {@link #pack}
     * @param base as for {@link #pack}
     * @param archive a {@code .zip}
     */
    public static void packWithFolders(Path source, Path base, Path archive) throws IOException {
        pack(source, base, archive, each -> !each.equals(base));
    }

    private static void pack(Path source, Path base, Path archive, Predicate<Path> wanted) throws IOException {
        if (Files.exists(archive)) {
            return;
        }
        Path part = archive.resolveSibling(archive.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (Sink sink = sink(archive, part);
                Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(wanted).sorted().toList()) {
                sink.add(file, base.relativize(file).toString().replace('\\', '/'));
            }
        }
        Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Sink sink(Path archive, Path part) throws IOException {
        String name = archive.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".zip")) {
            return new ZipSink(new ZipArchiveOutputStream(part));
        }
        return name.endsWith(".7z")
                ? new SevenZSink(new SevenZOutputFile(part.toFile()))
                : new TarSink(new TarArchiveOutputStream(Files.newOutputStream(part)));
    }

    /** An archive being written. */
    private interface Sink extends AutoCloseable {
        void add(Path file, String name) throws IOException;

        @Override
        void close() throws IOException;
    }

    private record ZipSink(ZipArchiveOutputStream zip) implements Sink {
        @Override
        public void add(Path file, String name) throws IOException {
            zip.putArchiveEntry(new ZipArchiveEntry(file, name));
            if (Files.isRegularFile(file)) {
                Files.copy(file, zip);
            }
            zip.closeArchiveEntry();
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    private record SevenZSink(SevenZOutputFile seven) implements Sink {
        @Override
        public void add(Path file, String name) throws IOException {
            SevenZArchiveEntry entry = seven.createArchiveEntry(file, name);
            seven.putArchiveEntry(entry);
            seven.write(file);
            seven.closeArchiveEntry();
        }

        @Override
        public void close() throws IOException {
            seven.close();
        }
    }

    private record TarSink(TarArchiveOutputStream tar) implements Sink {
        @Override
        public void add(Path file, String name) throws IOException {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            TarArchiveEntry entry = tar.createArchiveEntry(file.toFile(), name);
            tar.putArchiveEntry(entry);
            Files.copy(file, tar);
            tar.closeArchiveEntry();
        }

        @Override
        public void close() throws IOException {
            tar.close();
        }
    }
}
