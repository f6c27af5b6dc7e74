package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.OpenAiServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a run writes or prints holds the key, whatever comes of its calls. */
final class KeyIsNowhereTest {
    @TempDir
    private Path dir;

    @Test
    void run_answered_writesAndPrintsNoKey() throws IOException {
        ChildTrimtab.Outcome run = run(request -> OpenAiServer.text("A plan without a program."));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(dir.resolve("run/events.jsonl")).isNotEmptyFile();
        assertKeyIsNowhere();
    }

    @Test
    void run_refusedWithTheKeyInTheServersWords_writesAndPrintsNoKey() throws IOException {
        ChildTrimtab.Outcome run = run(request -> {
            throw new IllegalStateException("you sent " + OpenAiServer.KEY);
        });

        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains("you sent ");
        assertKeyIsNowhere();
    }

    private ChildTrimtab.Outcome run(Function<JsonNode, ObjectNode> engineer) {
        try (OpenAiServer server = new OpenAiServer(engineer)) {
            return ChildTrimtab.run(
                    dir,
                    server.environment(),
                    List.of(
                            "run",
                            "--debug",
                            "--competition",
                            "us-daily-births",
                            "--model",
                            "gpt-4o",
                            "--kernel",
                            "java",
                            "--unsafe-local",
                            "--steps",
                            "1",
                            "-o",
                            "verification.kind=self-reported",
                            "--data-dir",
                            dir.resolve("data").toString(),
                            "--out",
                            dir.resolve("run").toString()));
        }
    }

    /** The folder holds the run, the prepared data and all that was printed. */
    private void assertKeyIsNowhere() throws IOException {
        try (Stream<Path> files = Files.walk(dir)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(4)
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(OpenAiServer.KEY));
        }
    }
}
