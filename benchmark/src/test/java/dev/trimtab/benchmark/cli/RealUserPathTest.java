package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.DebianPython;
import dev.trimtab.benchmark.testing.OpenAiEngineer;
import dev.trimtab.benchmark.testing.SpaceshipTitanicRaw;
import dev.trimtab.runtime.model.JTokkitTokenCounter;
import dev.trimtab.runtime.sandbox.LocalSandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The path of a user with a key and the raw files: prepare, check, run, grade, on Debian's scikit-learn and a loopback server. */
final class RealUserPathTest {
    /** What gpt-4o takes: no smaller window is asked for. */
    private static final int WINDOW = 128_000;

    private static final int REPLY_RESERVE = 4096;
    private static final String ACCURACY = """
            import json, sys
            import pandas as pd
            from sklearn.metrics import accuracy_score
            answers, submission = json.load(sys.stdin)
            both = pd.read_csv(answers).merge(pd.read_csv(submission), on="PassengerId", validate="1:1")
            print(json.dumps(accuracy_score(both["Transported_x"], both["Transported_y"])))
            """;

    @TempDir
    private Path dir;

    private OpenAiEngineer server;

    @BeforeEach
    void prepareRawFiles() {
        DebianPython.require();
        server = new OpenAiEngineer();
        SpaceshipTitanicRaw.write(dir.resolve("raw"), 900, 3);
        int code = Trimtab.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(new StringWriter()))
                .execute("prepare", "spaceship-titanic", "--raw", path("raw"), "--data-dir", path("data"));
        assertThat(code).isZero();
    }

    @AfterEach
    void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void run_aideWithPortfolio_isGradedAsScikitLearnDoes() throws IOException {
        ChildTrimtab.Outcome run = trimtab(withKey(), command("run", "--out", path("run"), "--steps", "8"));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains(server.url(), "the most it can spend: 2.00 US dollars", "isolation: ");
        JsonNode report = json("run/grading_report.json");
        double score = report.get("score").doubleValue();
        assertThat(run.out().lines().toList())
                .last()
                .asString()
                .matches("score=0\\.\\d+ medal=(gold|silver|bronze|none) run=" + path("run"))
                .startsWith("score=" + ProgressLines.number(score) + " ");
        assertThat(score).isCloseTo(accuracy(), within(5.1e-6));
        assertThat(score).isGreaterThan(0.6);
        assertSearch(events());
        assertRequests();
        assertKeyIsNowhere(dir.resolve("run"));
    }

    @Test
    void dryRun_sendsNothingAndWritesNothing() {
        ChildTrimtab.Outcome dry = trimtab(withKey(), command("run", "--out", path("run"), "--dry-run"));

        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out()).contains("gpt-4o-2024-08-06", "dry run: nothing was sent and nothing was written");
        assertThat(server.requestCount()).isZero();
        assertThat(dir.resolve("run")).doesNotExist();
    }

    @Test
    void run_budgetUnderOneCall_endsCleanlyWithoutACall() throws IOException {
        List<String> args = new ArrayList<>(command("run", "--out", path("run")));
        args.set(args.indexOf("2.00"), "0.0001");

        ChildTrimtab.Outcome run = trimtab(withKey(), args);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(server.requestCount()).isZero();
        assertThat(run.out()).contains("the run ends early");
        assertThat(run.out().lines().toList()).last().asString().startsWith("score=none medal=none run=");
        assertThat(json("run/grading_report.json").get("submission_exists").booleanValue())
                .isFalse();
    }

    @Test
    void missingKey_isBadInputThatNamesTheVariable() {
        ChildTrimtab.Outcome doctor = trimtab(Map.of(), List.of("doctor", "--model", "gpt-4o"));
        ChildTrimtab.Outcome run = trimtab(Map.of(), command("run", "--out", path("run")));
        ChildTrimtab.Outcome dry = trimtab(Map.of(), command("run", "--out", path("run"), "--dry-run"));

        assertThat(doctor.code()).isEqualTo(2);
        assertThat(doctor.err()).contains("OPENAI_API_KEY is not set").hasLineCount(1);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("OPENAI_API_KEY is not set").hasLineCount(1);
        assertThat(run.out()).as("nothing is announced that is not begun").isEmpty();
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out()).contains("WARNING: OPENAI_API_KEY is not set");
        assertThat(dir.resolve("run"))
                .as("nothing is left in the way of the next try")
                .doesNotExist();
    }

    @Test
    void run_wrongKey_isBadInputAndCanBeResumedWithTheRightOne() {
        Map<String, String> wrong = Map.of("OPENAI_API_KEY", "sk-wrong-0815", "OPENAI_BASE_URL", server.url());

        ChildTrimtab.Outcome run = trimtab(wrong, command("run", "--out", path("run"), "--steps", "1"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("; check the key in OPENAI_API_KEY; ", "go on with: ./trimtab resume " + path("run"))
                .hasLineCount(1);
        ChildTrimtab.Outcome resumed = trimtab(withKey(), List.of("resume", path("run")));
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.out()).contains("1 attempt, 2 model calls");
    }

    @Test
    void run_modelFileOfOnesOwn_saysThatItsPricesAreUnknownAndTakesNoLimitOnThem() throws IOException {
        Path mine = Files.writeString(dir.resolve("mine.yaml"), """
                provider: openai
                model: my-model
                base-url: %s
                limits: {context-window: 32000, max-output-tokens: 4096}
                """.formatted(server.url()));
        List<String> args = new ArrayList<>(command("run", "--dry-run"));
        args.set(args.indexOf("gpt-4o"), mine.toString());

        ChildTrimtab.Outcome limited = trimtab(Map.of(), args);
        args.subList(args.indexOf("--max-cost"), args.indexOf("--max-cost") + 2).clear();
        ChildTrimtab.Outcome free = trimtab(Map.of(), args);

        assertThat(limited.code()).isEqualTo(2);
        assertThat(limited.err())
                .contains("--max-cost cannot be kept", "my-model")
                .hasLineCount(1);
        assertThat(free.code()).as(free.err()).isZero();
        assertThat(free.out()).contains("are sent to " + server.url(), "the most it can spend: not known");
    }

    @Test
    void run_addressThatIsNone_isBadInputBeforeAnythingIsWritten() {
        Map<String, String> environment =
                Map.of("OPENAI_API_KEY", OpenAiEngineer.KEY, "OPENAI_BASE_URL", "localhost:8000/v1");

        ChildTrimtab.Outcome run = trimtab(environment, command("run", "--out", path("run")));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("OPENAI_BASE_URL must begin with http:// or https:// but is \"localhost:8000/v1\"")
                .hasLineCount(1);
        assertThat(dir.resolve("run")).doesNotExist();
    }

    @Test
    void doctor_model_makesOneCallThatTellsWhatWorks() {
        ChildTrimtab.Outcome right = trimtab(withKey(), List.of("doctor", "--model", "gpt-4o"));

        assertThat(right.code()).as(right.err()).isZero();
        assertThat(right.out()).contains("Functions work", "Token counts: ours").doesNotContain(OpenAiEngineer.KEY);
        assertThat(server.requestCount()).isEqualTo(1);

        ChildTrimtab.Outcome wrong = trimtab(
                Map.of("OPENAI_API_KEY", "sk-wrong-0815", "OPENAI_BASE_URL", server.url()),
                List.of("doctor", "--model", "gpt-4o"));
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.out()).contains("; check the key in OPENAI_API_KEY").doesNotContain("sk-wrong-0815");
    }

    private void assertSearch(List<JsonNode> events) throws IOException {
        List<JsonNode> attempts = ofType(events, "attempted");
        assertThat(attempts.stream().map(e -> e.at("/attempt/error").asText("none")))
                .contains("KeyError", "none");
        assertThat(attempts.stream().map(e -> e.at("/attempt/stage").asText())).contains("DRAFT", "DEBUG", "IMPROVE");
        assertThat(attempts.stream().map(e -> e.get("family").asText()).distinct())
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(ofType(events, "verified")).isNotEmpty().allSatisfy(verified -> {
            assertThat(verified.get("scores")).hasSize(3);
            assertThat(verified.get("mean").doubleValue()).isBetween(0.5, 1.0);
        });
        assertThat(ofType(events, "selected"))
                .singleElement()
                .satisfies(selected -> assertThat(selected.get("by").asText()).isEqualTo("strong"));
        assertThat(events)
                .last()
                .satisfies(ended -> assertThat(ended.get("reason").asText()).isEqualTo("steps"));
    }

    private void assertRequests() {
        JTokkitTokenCounter tokens = JTokkitTokenCounter.of("o200k_base");
        assertThat(server.requests()).isNotEmpty().allSatisfy(request -> {
            int counted = tokens.count(OpenAiEngineer.text(request))
                    + tokens.count(request.path("tools").toString());
            assertThat(counted).isBetween(1, WINDOW - REPLY_RESERVE);
            assertThat(request.path("model").asText()).isEqualTo("gpt-4o-2024-08-06");
            if (request.has("tools")) {
                assertThat(request.at("/tool_choice/function/name").asText()).isEqualTo("submit_review");
            }
        });
    }

    private static void assertKeyIsNowhere(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain(OpenAiEngineer.KEY));
        }
    }

    private double accuracy() {
        return DebianPython.run(
                        ACCURACY,
                        List.of(
                                path("data/spaceship-titanic/prepared/private/test.csv"),
                                path("run/submission/submission.csv")))
                .doubleValue();
    }

    /** A whole command of the run, three drafts wide so that few steps see a repair and an improvement. */
    private List<String> command(String name, String... more) {
        List<String> args = new ArrayList<>(List.of(
                name,
                "--scaffold",
                "aide",
                "--policy",
                "portfolio",
                "--model",
                "gpt-4o",
                "--competition",
                "spaceship-titanic",
                "--max-cost",
                "2.00",
                "--data-dir",
                path("data"),
                "-o",
                "aide.num-drafts=3",
                "-o",
                "aide.debug-prob=1"));
        args.addAll(List.of(more));
        if (answersReadable()) {
            args.add("--unsafe-local");
        }
        return args;
    }

    private boolean answersReadable() {
        try (LocalSandbox sandbox = LocalSandbox.open(List.of(dir))) {
            return sandbox.isolation().answersReadable();
        }
    }

    private Map<String, String> withKey() {
        return Map.of("OPENAI_API_KEY", OpenAiEngineer.KEY, "OPENAI_BASE_URL", server.url());
    }

    private ChildTrimtab.Outcome trimtab(Map<String, String> environment, List<String> args) {
        return ChildTrimtab.run(dir, environment, args);
    }

    private List<JsonNode> events() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (String line : Files.readAllLines(dir.resolve("run/events.jsonl"))) {
            JsonNode entry = new ObjectMapper().readTree(line);
            events.add(entry.has("event") ? entry.get("event") : entry);
        }
        return events;
    }

    private static List<JsonNode> ofType(List<JsonNode> events, String type) {
        return events.stream().filter(e -> e.path("type").asText().equals(type)).toList();
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(dir.resolve(file).toFile());
    }

    private String path(String name) {
        return dir.resolve(name).toString();
    }
}
