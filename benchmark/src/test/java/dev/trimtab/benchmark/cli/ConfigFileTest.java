package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.InProcessTrimtab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files between the reference and the options of a run. */
final class ConfigFileTest {
    @TempDir
    private Path dir;

    @Test
    void run_layers_referencePresetFileOptions_eachWinsOverTheOneBelow() throws IOException {
        Path file = file("""
                budget: {steps: 2, max-tokens: 900000}
                aide: {debug-prob: 0.25}
                """);

        ChildTrimtab.Outcome run =
                InProcessTrimtab.run(dir, "--scaffold", "aide-mle-bench", "--config", file.toString(), "--steps", "1");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode config = json().get("configuration");
        assertThat(config.at("/budget/steps").intValue()).isEqualTo(1);
        assertThat(config.at("/budget/max-tokens").intValue()).isEqualTo(900000);
        assertThat(config.at("/aide/debug-prob").asText()).isEqualTo("0.25");
        assertThat(config.at("/aide/max-debug-depth").asText()).isEqualTo("20");
        assertThat(config.at("/limits/wall-time").asText()).isEqualTo("PT9H");
        assertThat(config.at("/limits/memory").asText()).isEqualTo("2GiB");
    }

    @Test
    void resume_afterTheFileIsGone_goesByWhatItHeld() throws IOException {
        Path file = file("budget: {steps: 1}\n");
        ChildTrimtab.Outcome run = InProcessTrimtab.run(dir, "--config", file.toString());
        Files.delete(file);

        ChildTrimtab.Outcome resumed =
                InProcessTrimtab.execute(List.of("resume", dir.resolve("run").toString()));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(last(resumed)).isEqualTo(last(run));
    }

    @Test
    void run_fileWithAMistypedKey_namesFileLineAndNearestKey() {
        Path file = file("""
                budget:
                  steps: 2
                  max-cots: 1.0
                """);

        ChildTrimtab.Outcome run = InProcessTrimtab.run(dir, "--config", file.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains(file + ":3", "max-cots", "max-cost");
        assertThat(dir.resolve("run")).doesNotExist();
    }

    @Test
    void run_fileWithAMistypedKeyOfTheScaffold_namesFileLineAndNearestKey() {
        Path file = file("aide:\n  num-draft: 3\n");

        ChildTrimtab.Outcome run = InProcessTrimtab.run(dir, "--config", file.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains(file + ":2", "num-draft", "num-drafts");
    }

    @Test
    void run_fileThatDoesNotExist_isBadInput() {
        ChildTrimtab.Outcome run =
                InProcessTrimtab.run(dir, "--config", dir.resolve("none.yaml").toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("none.yaml does not exist");
    }

    private Path file(String yaml) {
        try {
            return Files.writeString(dir.resolve("mine.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(dir.resolve("run/run.json").toFile());
    }

    private static String last(ChildTrimtab.Outcome outcome) {
        List<String> lines = outcome.out().lines().toList();
        return lines.get(lines.size() - 1);
    }
}
