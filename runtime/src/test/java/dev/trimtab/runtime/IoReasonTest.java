package dev.trimtab.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the system refuses is said in words, not by the JDK's classes. */
final class IoReasonTest {
    @TempDir
    private Path dir;

    /** Something that fails. */
    private interface Attempt {
        Object make() throws IOException;
    }

    @Test
    void of_whatTheSystemRefuses_namesTheReasonAndTheFile() throws IOException {
        Path file = Files.write(dir.resolve("file"), new byte[] {-1, -2});
        Path missing = dir.resolve("missing");

        assertThat(reason(() -> Files.readString(missing))).isEqualTo("there is no such file or directory: " + missing);
        assertThat(reason(() -> Files.createFile(file))).isEqualTo("there is a file of that name already: " + file);
        assertThat(reason(() -> Files.newDirectoryStream(file))).isEqualTo("it is no directory: " + file);
        assertThat(reason(() -> Files.createDirectory(file.resolve("below")))).contains("Not a directory");
        assertThat(reason(() -> Files.readString(dir))).isEqualTo("Is a directory");
        assertThat(reason(() -> Files.readString(file))).isEqualTo("it is no text in UTF-8");
        assertThat(reason(() -> Files.writeString(Path.of("/dev/full"), "x"))).isEqualTo("No space left on device");
    }

    private static String reason(Attempt attempt) {
        try {
            return fail("it worked: " + attempt.make());
        } catch (IOException e) {
            return IoReason.of(e);
        }
    }
}
