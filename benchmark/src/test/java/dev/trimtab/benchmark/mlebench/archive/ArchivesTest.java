package dev.trimtab.benchmark.mlebench.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives hold what was packed, and bring nothing where it does not belong. */
final class ArchivesTest {
    @TempDir
    private Path dir;

    @BeforeEach
    void writeFiles() throws IOException {
        WholeFiles.write(dir.resolve("in/b/naïve.txt"), out -> out.write("two".getBytes(StandardCharsets.UTF_8)));
        WholeFiles.write(dir.resolve("in/a.txt"), out -> out.write(new byte[100_000]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.zip", "x.7z", "x.tar"})
    void unpack_packedFolder_givesTheSameFiles(String name) throws IOException {
        Packing.pack(dir.resolve("in"), dir.resolve("in"), dir.resolve(name));
        Unpacking.unpack(dir.resolve(name), dir.resolve("out"));

        assertThat(WholeFiles.filesBelow(dir.resolve("out")))
                .containsExactly(dir.resolve("out/a.txt"), dir.resolve("out/b/naïve.txt"));
        assertThat(dir.resolve("out/b/naïve.txt")).hasContent("two");
        assertThat(Files.size(dir.resolve("out/a.txt"))).isEqualTo(100_000);
    }

    @Test
    void packWithFolders_folder_hasEntriesForItAndThoseInIt() throws IOException {
        Packing.packWithFolders(dir.resolve("in"), dir, dir.resolve("x.zip"));

        try (ZipFile zip = new ZipFile(dir.resolve("x.zip").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("in/", "in/a.txt", "in/b/", "in/b/naïve.txt");
        }
    }

    @Test
    void unpack_compressedTars_givesTheSameFiles() throws IOException {
        Packing.pack(dir.resolve("in"), dir, dir.resolve("x.tar"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(dir.resolve("x.tar.gz")))) {
            Files.copy(dir.resolve("x.tar"), out);
        }
        try (OutputStream out = new BZip2CompressorOutputStream(Files.newOutputStream(dir.resolve("x.tar.bz2")))) {
            Files.copy(dir.resolve("x.tar"), out);
        }

        for (String name : List.of("x.tar.gz", "x.tar.bz2")) {
            Unpacking.unpack(dir.resolve(name), dir.resolve("out of " + name));

            assertThat(dir.resolve("out of " + name).resolve("in/b/naïve.txt")).hasContent("two");
        }
    }

    @Test
    void unpack_entryThatClimbsOut_isRefused() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(dir.resolve("evil.zip")))) {
            zip.putNextEntry(new ZipEntry("../../evil.txt"));
            zip.closeEntry();
        }

        assertThatThrownBy(() -> Unpacking.unpack(dir.resolve("evil.zip"), dir.resolve("deep/out")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("would land outside its folder");
        assertThat(dir.resolve("evil.txt")).doesNotExist();
    }

    @Test
    void unpack_damagedMissingOrUnknown_saysWhatToDo() throws IOException {
        Packing.pack(dir.resolve("in"), dir, dir.resolve("x.zip"));
        byte[] whole = Files.readAllBytes(dir.resolve("x.zip"));
        Files.write(dir.resolve("torn.zip"), Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> Unpacking.unpack(dir.resolve("torn.zip"), dir.resolve("out")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("torn.zip")
                .hasMessageContaining("download it again");
        assertThatThrownBy(() -> Unpacking.unpack(dir.resolve("none.zip"), dir.resolve("out")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no file");
        assertThatThrownBy(() -> Unpacking.unpack(dir.resolve("in/a.txt"), dir.resolve("out")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no archive of a known kind");
    }

    @Test
    void copy_whatIsThere_isNotCopiedAgain() throws IOException {
        WholeFiles.copy(dir.resolve("in"), dir.resolve("copy"));
        Files.writeString(dir.resolve("copy/a.txt"), "kept");
        Files.delete(dir.resolve("copy/b/naïve.txt"));

        WholeFiles.copy(dir.resolve("in"), dir.resolve("copy"));

        assertThat(dir.resolve("copy/a.txt")).hasContent("kept");
        assertThat(dir.resolve("copy/b/naïve.txt")).hasContent("two");
        assertThatThrownBy(() -> WholeFiles.copy(dir.resolve("nowhere"), dir.resolve("x")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no file");
    }
}
