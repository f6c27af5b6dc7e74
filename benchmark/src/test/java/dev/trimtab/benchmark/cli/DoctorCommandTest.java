package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.InProcessTrimtab;
import dev.trimtab.runtime.kernel.Kernels;
import dev.trimtab.runtime.model.ModelPresets;
import dev.trimtab.runtime.sandbox.LocalSandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine has, as text and as JSON. */
final class DoctorCommandTest {
    @TempDir
    private Path dir;

    @Test
    void doctor_json_saysOfEachThingWhetherItIsThereAndWhatItUnlocks() throws IOException {
        JsonNode report = json(List.of("doctor", "--json"));

        assertThat(report.get("machine").findValuesAsText("subject"))
                .containsExactly(
                        "jdk",
                        "hardware",
                        "graphics",
                        "kernel java",
                        "libgomp",
                        "kernel python",
                        "isolation",
                        "control groups",
                        "docker engine");
        assertThat(report.get("models").findValuesAsText("subject"))
                .isEqualTo(new ModelPresets(Home.path().resolve("configs/models"))
                        .names().stream().map(name -> "model " + name).toList());
        for (String part : List.of("machine", "models")) {
            assertThat(report.get(part)).allSatisfy(finding -> {
                assertThat(finding.get("there").isBoolean()).isTrue();
                assertThat(finding.get("found").asText()).isNotBlank();
                assertThat(finding.get("unlocks").asText()).isNotBlank();
            });
        }
        assertThat(report.get("probe").isNull()).isTrue();
    }

    @Test
    void doctor_kernelJava_namesItsLibrariesAndNoJars() throws IOException {
        JsonNode java = json(List.of("doctor", "--json")).get("machine").get(3);

        assertThat(java.get("found").asText())
                .isEqualTo("java " + Runtime.version() + " with "
                        + String.join(
                                ", ", Kernels.of(Home.path(), null).open("java").packages()));
    }

    @Test
    void doctor_isolation_isWhatTheSandboxFinds() throws IOException {
        JsonNode isolation = json(List.of("doctor", "--json")).get("machine").get(4);

        try (LocalSandbox sandbox = LocalSandbox.open(List.of(Home.path()))) {
            assertThat(isolation.get("there").booleanValue())
                    .isEqualTo(!sandbox.isolation().answersReadable());
        }
    }

    @Test
    void doctor_keys_areSaidToBeThereOrNotPresetByPresetAndNeverShown() throws IOException {
        ChildTrimtab.Outcome doctor = ChildTrimtab.run(
                dir,
                Map.of("OPENAI_API_KEY", "sk-never-shown", "ANTHROPIC_API_KEY", "", "GEMINI_API_KEY", "  "),
                List.of("doctor", "--json"));

        assertThat(doctor.code()).as(doctor.err()).isZero();
        assertThat(doctor.out()).doesNotContain("sk-never-shown");
        JsonNode models = new ObjectMapper().readTree(doctor.out()).get("models");
        assertThat(there(models, "gpt-4o")).isTrue();
        assertThat(there(models, "o1-preview")).isTrue();
        assertThat(there(models, "claude-3-5-sonnet")).isFalse();
        assertThat(there(models, "gemini-1.5-pro")).isFalse();
        assertThat(there(models, "offline")).isTrue();
    }

    @Test
    void doctor_ofTheOfflineEngineer_needsNoCall() throws IOException {
        JsonNode report = json(List.of("doctor", "--json", "--model", "offline"));

        assertThat(report.at("/probe/usable").booleanValue()).isTrue();
        assertThat(report.at("/probe/lines/0").asText()).contains("not a language model");
    }

    @Test
    void doctor_text_hasALineAFinding() throws IOException {
        ChildTrimtab.Outcome text = InProcessTrimtab.execute(List.of("doctor"));
        JsonNode report = json(List.of("doctor", "--json"));

        assertThat(text.code()).isZero();
        assertThat(text.out().lines())
                .hasSize(report.get("machine").size() + report.get("models").size())
                .allMatch(line -> line.startsWith("yes  ") || line.startsWith("no   "));
    }

    private static boolean there(JsonNode models, String name) {
        for (JsonNode model : models) {
            if (model.get("subject").asText().equals("model " + name)) {
                return model.get("there").booleanValue();
            }
        }
        throw new AssertionError("no finding on " + name);
    }

    private static JsonNode json(List<String> args) throws IOException {
        ChildTrimtab.Outcome outcome = InProcessTrimtab.execute(args);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return new ObjectMapper().readTree(outcome.out());
    }
}
