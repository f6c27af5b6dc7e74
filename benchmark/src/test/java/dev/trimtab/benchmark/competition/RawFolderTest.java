package dev.trimtab.benchmark.competition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raw files are found as Kaggle gives them: in one archive, or unpacked. */
final class RawFolderTest {
    private static final List<String> NAMES = List.of("train.csv");

    @TempDir
    private Path dir;

    @Test
    void open_folderWithTheDownloadedArchive_readsTheFilesInIt() throws IOException {
        archive("all.zip", "train.csv", "packed");

        assertThat(content(dir)).isEqualTo("packed");
        assertThat(content(dir.resolve("all.zip"))).isEqualTo("packed");
    }

    @Test
    void open_folderWithFilesBesideTheArchive_readsTheFiles() throws IOException {
        archive("all.zip", "train.csv", "packed");
        Files.writeString(dir.resolve("train.csv"), "unpacked");

        assertThat(content(dir)).isEqualTo("unpacked");
    }

    @Test
    void open_nothingUsable_saysWhatIsMissingWhere() throws IOException {
        assertThatThrownBy(() -> content(dir))
                .isInstanceOf(UserError.class)
                .hasMessage("no file train.csv in " + dir + "; the raw data must be a folder that holds train.csv"
                        + " as downloaded, or the downloaded .zip file");
        archive("other.zip", "test.csv", "x");
        assertThatThrownBy(() -> content(dir)).hasMessageContaining("no file train.csv in " + dir.resolve("other.zip"));
        archive("second.zip", "train.csv", "x");
        assertThatThrownBy(() -> content(dir)).hasMessageContaining("no file train.csv in " + dir + ";");
    }

    @Test
    void open_tornArchive_isBadInput() throws IOException {
        Files.writeString(dir.resolve("all.zip"), "half of a download");

        assertThatThrownBy(() -> content(dir))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("all.zip is no whole ZIP archive");
    }

    private void archive(String name, String entry, String content) throws IOException {
        try (OutputStream file = Files.newOutputStream(dir.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private static String content(Path given) throws IOException {
        try (RawFolder raw = RawFolder.open(given, NAMES)) {
            return Files.readString(raw.root().resolve("train.csv"));
        }
    }
}
