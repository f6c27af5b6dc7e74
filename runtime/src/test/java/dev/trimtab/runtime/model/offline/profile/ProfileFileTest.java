package dev.trimtab.runtime.model.offline.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A profile of one's own is read, or refused in one line that names what does not fit. */
final class ProfileFileTest {
    private static final String PROFILE = """
            name: mine
            version: 1
            attention: {depths: [1.0], fullEffectTokens: 0, halfLifeTokens: 0}
            rates: {bug: 0.1, mend: 0.5, malformed: 0.0, repeat: 0.0, anchor: 0.0}
            sources: ["assumed"]
            """;

    @TempDir
    Path directory;

    @Test
    void read_completeFile_givesItsNumbers() throws IOException {
        assertThat(ProfileFile.read(file(PROFILE)).rates().bug()).isEqualTo(0.1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sources: [\"assumed\"] | sources: null | sources",
                "[\"assumed\"] | [null] | sources",
                "[1.0] | null | depths",
                "bug: 0.1 | bug: null | bug",
                "name: mine | name: | name"
            })
    void read_nothingInAPlace_namesThePlaceInOneLine(String given, String nothing, String place) throws IOException {
        Path file = file(PROFILE.replace(given, nothing));

        assertThatThrownBy(() -> ProfileFile.read(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(place)
                .hasMessageNotContaining("\n");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("mine.yaml"), content);
    }
}
