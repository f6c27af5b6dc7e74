package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.InProcessTrimtab;
import dev.trimtab.benchmark.testing.OpenAiServer;
import dev.trimtab.benchmark.testing.ScriptedEngineer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of the user's own, named on the command line, with a model that no file describes. */
final class BaseUrlTest {
    private static final String NAME = "my-org/My-Model-7B";

    private final ScriptedEngineer server = new ScriptedEngineer();

    @TempDir
    private Path dir;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void run_modelWithoutAFile_isAskedByItsNameAtThatAddressAndSaysWhatIsAssumed() {
        ChildTrimtab.Outcome run =
                InProcessTrimtab.run(dir, "--model", NAME, "--base-url", server.url(), "--steps", "2");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("model " + NAME + ": task description", "are sent to " + server.url())
                .contains("no file describes model " + NAME, "openai-compatible.yaml: 32768 tokens in all");
        assertThat(server.requests())
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request.path("model").asText()).isEqualTo(NAME));
        assertThat(InProcessTrimtab.events(dir.resolve("run"), "model-called"))
                .isNotEmpty()
                .extracting(call -> call.get("model").asText())
                .containsOnly(NAME);
    }

    @Test
    void run_presetAtAnotherAddress_keepsThePresetsTerms() {
        ChildTrimtab.Outcome dry =
                InProcessTrimtab.run(dir, "--model", "vllm", "--base-url", server.url(), "--dry-run");

        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out())
                .contains("model Qwen/Qwen2.5-Coder-32B-Instruct: ", "are sent to " + server.url())
                .doesNotContain("no file describes");
    }

    @Test
    void run_addressThatIsNone_isBadInputInOneLine() {
        for (String wrong : List.of("localhost:8080", "http://user:pw@host/v1")) {
            ChildTrimtab.Outcome run = InProcessTrimtab.run(dir, "--model", NAME, "--base-url", wrong);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).hasLineCount(1).contains("base-url must");
        }
    }

    @Test
    void run_offlineEngineerWithAnAddress_isBadInputInOneLine() {
        ChildTrimtab.Outcome run = InProcessTrimtab.run(dir, "--model", "offline", "--base-url", server.url());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("--base-url", "offline engineer");
    }

    @Test
    void doctor_modelWithoutAFile_saysWhatIsAssumedAndThatTheKeyIsSent() {
        try (OpenAiServer guarded = new OpenAiServer(request -> OpenAiServer.text("yes"))) {
            ChildTrimtab.Outcome doctor = ChildTrimtab.run(
                    dir,
                    Map.of("OPENAI_API_KEY", OpenAiServer.KEY),
                    List.of("doctor", "--model", NAME, "--base-url", guarded.url()));

            assertThat(doctor.out())
                    .contains("no file describes model " + NAME, "the key in OPENAI_API_KEY is sent")
                    .doesNotContain(OpenAiServer.KEY);
            assertThat(guarded.requests()).as("the server took the key").isNotEmpty();
        }
    }

    @Test
    void doctor_addressWithoutAModel_isBadInputInOneLine() {
        ChildTrimtab.Outcome doctor = InProcessTrimtab.execute(List.of("doctor", "--base-url", server.url()));

        assertThat(doctor.code()).isEqualTo(2);
        assertThat(doctor.err()).hasLineCount(1).contains("--model");
    }
}
