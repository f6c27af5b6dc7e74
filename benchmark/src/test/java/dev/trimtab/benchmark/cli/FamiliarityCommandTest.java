package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trimtab.benchmark.contamination.Familiarity;
import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.InProcessTrimtab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Familiarity, asked of a server that plays one of completions. */
final class FamiliarityCommandTest {
    private static final String ID = "us-daily-births";

    @TempDir
    private Path dir;

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void familiarity_ofAllTexts_isTheMeanProbabilityOfTheirTokensButTheFirst() throws Exception {
        prepare();
        Path texts = Files.createDirectories(dir.resolve("texts").resolve(ID));
        Files.writeString(texts.resolve("a.md"), "what people say");
        answer(4, "null", Math.log(0.5), Math.log(0.25), Math.log(0.75), Math.log(0.9));
        answer(2, "null", Math.log(0.1), -3.0);

        ChildTrimtab.Outcome outcome =
                familiarity("--texts", dir.resolve("texts").toString(), "--json");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        JsonNode row = JsonMapper.builder().build().readTree(outcome.out()).at("/competitions/0");
        assertThat(row.path("tokens").intValue()).isEqualTo(4);
        assertThat(row.path("familiarity").doubleValue()).isCloseTo((0.5 + 0.25 + 0.75 + 0.1) / 4, within(1e-12));
        JsonNode asked = JsonMapper.builder()
                .build()
                .readTree(server.takeRequest().getBody().utf8());
        assertThat(asked.path("echo").booleanValue()).isTrue();
        assertThat(asked.path("logprobs").intValue()).isEqualTo(1);
        assertThat(asked.path("prompt").asText()).contains("births");
        assertThat(server.takeRequest().getBody().utf8()).contains("what people say");
    }

    @Test
    void familiarity_withReports_tellsPerformanceBetweenTheSampleAndGold() throws Exception {
        prepare();
        answer(2, "null", -1.0);
        Path report = Files.writeString(
                dir.resolve("report.json"),
                "{\"competition_reports\": [{\"competition_id\": \"" + ID
                        + "\", \"score\": null, \"gold_threshold\": 1}]}");

        ChildTrimtab.Outcome outcome = familiarity("--report", report.toString());

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("familiarity 0.3679", "performance +0.000", "no correlation: at least three");
    }

    @Test
    void familiarity_serverWithoutProbabilitiesOfThePrompt_isRefusedClearly() {
        prepare();
        List<MockResponse> replies = List.of(
                new MockResponse(
                        200, Headers.of(), "{\"choices\": [{\"logprobs\": null}], \"usage\": {\"prompt_tokens\": 9}}"),
                completion(9, "-0.5"),
                completion(3, "null, null, null, -1"));
        for (MockResponse reply : replies) {
            server.enqueue(reply);

            ChildTrimtab.Outcome outcome = familiarity();

            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err())
                    .hasLineCount(1)
                    .contains("gives no probabilities for the tokens of a prompt", "echo and logprobs");
        }
    }

    @Test
    void familiarity_serverThatRefuses_isToldWithItsOwnWords() throws InterruptedException {
        prepare();
        server.enqueue(new MockResponse(404, Headers.of(), "{\"error\": \"no such model\"}"));

        ChildTrimtab.Outcome outcome = familiarity();

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).hasLineCount(1).contains("404", "no such model");
        assertThat(server.takeRequest().getHeaders().get("Upgrade")).isNull();
    }

    @Test
    void familiarity_serverThatFails_isInfrastructure() {
        prepare();
        server.enqueue(new MockResponse(503, Headers.of(), ""));

        assertThat(familiarity().code()).isEqualTo(3);
    }

    @Test
    void familiarity_missingKey_isToldBeforeAnythingIsSent() {
        prepare();

        ChildTrimtab.Outcome outcome = familiarity("--key-env", "NO_SUCH_VARIABLE_OF_TRIMTAB");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("NO_SUCH_VARIABLE_OF_TRIMTAB");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void correlation_overThreeCompetitions_isPearsons() {
        Familiarity found = Familiarity.of(List.of(
                row("a", 0.1, 1.0), row("b", 0.2, 3.0), row("c", 0.4, 2.0), new Familiarity.Row("d", 1, 0.9, null)));

        assertThat(found.correlation()).isCloseTo(0.3273268353539886, within(1e-12));
        assertThat(Familiarity.of(List.of(row("a", 0.1, 1.0), row("b", 0.2, 3.0)))
                        .correlation())
                .isNull();
        assertThat(Familiarity.of(List.of(row("a", 0.1, 1.0), row("b", 0.2, 1.0), row("c", 0.3, 1.0)))
                        .correlation())
                .isNull();
    }

    private static Familiarity.Row row(String id, double familiarity, double performance) {
        return new Familiarity.Row(id, 10, familiarity, performance);
    }

    private void prepare() {
        InProcessTrimtab.execute(
                List.of("prepare", ID, "--data-dir", dir.resolve("data").toString()));
    }

    private ChildTrimtab.Outcome familiarity(String... more) {
        List<String> args = new ArrayList<>(List.of("familiarity", ID, "--model", "m"));
        args.addAll(List.of("--base-url", server.url("/v1").toString()));
        args.addAll(List.of("--data-dir", dir.resolve("data").toString()));
        args.addAll(List.of(more));
        return InProcessTrimtab.execute(args);
    }

    private void answer(int promptTokens, Object... logs) {
        server.enqueue(completion(
                promptTokens,
                String.join(", ", List.of(logs).stream().map(String::valueOf).toList())));
    }

    private static MockResponse completion(int promptTokens, String logs) {
        return new MockResponse(
                200,
                Headers.of("Content-Type", "application/json"),
                "{\"choices\": [{\"text\": \"x\", \"logprobs\": {\"token_logprobs\": [" + logs
                        + "]}}], \"usage\": {\"prompt_tokens\": " + promptTokens + "}}");
    }
}
