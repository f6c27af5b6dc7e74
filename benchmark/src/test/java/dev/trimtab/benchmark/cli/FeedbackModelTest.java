package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.InProcessTrimtab;
import dev.trimtab.benchmark.testing.ScriptedEngineer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that takes no functions writes the programs, another one reviews them. */
final class FeedbackModelTest {
    private static final String NO_FUNCTIONS = "features: {system-role: false, temperature: false, tool-choice: none}";

    @TempDir
    private Path dir;

    private final ScriptedEngineer server = new ScriptedEngineer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void run_withTwoModels_asksEachInItsWordsAndChargesEachByItsPrices() {
        ChildTrimtab.Outcome run = InProcessTrimtab.run(
                dir, "--model", thinker(), "--feedback-model", judge(), "--steps", "2", "--max-cost", "1");

        assertThat(run.code()).as(run.err()).isZero();
        List<JsonNode> calls = InProcessTrimtab.events(dir.resolve("run"), "model-called");
        assertThat(calls).hasSize(4).allSatisfy(call -> {
            boolean review = call.get("purpose").asText().equals("review");
            assertThat(call.get("model").asText()).isEqualTo(review ? "judge" : "thinker");
            assertThat(call.get("money").doubleValue()).isCloseTo(review ? money(1, 2) : money(15, 60), within(1e-12));
        });
        assertThat(server.requests()).hasSize(4).allSatisfy(request -> {
            boolean review = request.path("model").asText().equals("judge");
            assertThat(request.has("tools")).isEqualTo(review);
            assertThat(request.at("/messages/0/role").asText())
                    .as("nobody but OpenAI itself is sent a lone system message")
                    .isEqualTo("user");
            assertThat(request.path(review ? "max_tokens" : "max_completion_tokens")
                            .intValue())
                    .isEqualTo(1000);
            assertThat(request.has("temperature"))
                    .as("the judge takes one, the thinker none")
                    .isEqualTo(review);
        });
    }

    @Test
    void dryRun_withTwoModels_saysWhatIsSentToEachAndTheirWorstCaseTogether() {
        ChildTrimtab.Outcome dry = InProcessTrimtab.run(
                dir, "--model", thinker(), "--feedback-model", judge(), "--steps", "2", "--dry-run");

        assertThat(dry.code()).as(dry.err()).isZero();
        double worst = 2 * (3 * (15 * 31_768 + 60 * 1000) + (1 * 31_768 + 2 * 1000)) / 1e6;
        assertThat(dry.out())
                .contains("model thinker: task description", "feedback model judge: task description")
                .contains(String.format(Locale.ROOT, "the most it can spend: %.2f US dollars", worst));
        assertThat(server.requestCount()).isZero();
    }

    @Test
    void run_modelWithoutFunctionsAlone_isRefusedBeforeTheFirstCallNamingTheOption() {
        ChildTrimtab.Outcome run = InProcessTrimtab.run(dir, "--model", thinker());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("thinker takes no functions", "--feedback-model");
        assertThat(server.requestCount()).isZero();
        assertThat(dir.resolve("run")).doesNotExist();
    }

    @Test
    void run_openHandsWithAModelWithoutFunctions_isRefusedNamingTheOption() {
        ChildTrimtab.Outcome run =
                InProcessTrimtab.run(dir, "--scaffold", "openhands", "--model", thinker(), "--feedback-model", judge());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .hasLineCount(1)
                .contains("thinker takes no functions", "-o openhands.function-calling=false");
        assertThat(server.requestCount()).isZero();
    }

    @Test
    void run_offlineEngineerBesideAnotherModel_isRefused() {
        ChildTrimtab.Outcome run = InProcessTrimtab.run(dir, "--model", "offline", "--feedback-model", judge());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("--feedback-model");
    }

    private String thinker() {
        return server.preset(dir, "thinker", "prices: {input: 15, output: 60}", NO_FUNCTIONS)
                .toString();
    }

    private String judge() {
        return server.preset(dir, "judge", "prices: {input: 1, output: 2}").toString();
    }

    private static double money(int input, int output) {
        return (ScriptedEngineer.PROMPT_TOKENS * input + ScriptedEngineer.REPLY_TOKENS * output) / 1e6;
    }
}
