package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.EchoingServer;
import dev.trimtab.benchmark.testing.InProcessTrimtab;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that a command writes or prints holds the key, even where the server repeats it in all that it says. */
final class KeyIsNowhereTest {
    private static final String KEY = "sk-loopback-7c1f29e4";
    private static final String OTHER_KEY = "AIza-loopback-5b20";

    /** What is looked for: a key that is cut is a part of a key. */
    private static final String KEY_START = KEY.substring(0, 8);

    private static final String OTHER_KEY_START = OTHER_KEY.substring(0, 8);

    /** A program that hands in the sample and prints the key, so that it would be in outputs and snapshots as well. */
    private static final String PROGRAM = """
            // You sent {the key}.
            import java.nio.file.Files;
            import java.nio.file.Path;

            public class Solution {
                public static void main(String[] args) throws Exception {
                    Files.createDirectories(Path.of("submission"));
                    Files.write(Path.of("submission/submission.csv"), Files.readAllBytes(Path.of("input/sample_submission.csv")));
                    System.out.println("You sent {the key} and " + System.getenv());
                    System.out.println("Validation mape: 0.5");
                }
            }
            """;

    private static final String PLAN = "You sent {the key}. I hand in the sample.\n\n```java\n" + PROGRAM + "```\n";
    private static final Map<String, Map<String, Object>> REVIEW = Map.of(
            "submit_review",
            Map.of(
                    "is_bug", false,
                    "summary", "You sent {the key}.",
                    "metric", 0.5,
                    "lower_is_better", true,
                    "has_csv_submission", true));

    @TempDir
    private static Path data;

    @TempDir
    private Path dir;

    private int commands;

    @ParameterizedTest
    @CsvSource({
        "claude-haiku-4-5, ANTHROPIC_API_KEY",
        "gemini-3.6-flash, GEMINI_API_KEY",
        "llama-3.1-405b, OPENROUTER_API_KEY",
        "a-model-of-mine, OPENAI_API_KEY"
    })
    void run_ofEveryProvider_keyEchoedInErrorsAndReplies_isNowhere(String model, String variable) throws IOException {
        try (EchoingServer server = new EchoingServer(PLAN, REVIEW, List.of(429, 200, 200, 401))) {
            ChildTrimtab.Outcome run =
                    run(Map.of(variable, KEY), "--model", model, "--base-url", server.url(), "--steps", "2");

            assertThat(run.code()).as(run.err()).isEqualTo(2);
            assertThat(run.err()).contains("401", "you sent *** xxx", "xxx you sent ***");
            assertThat(server.keys()).containsExactly(KEY);
        }
        assertThat(InProcessTrimtab.events(dir.resolve("run"), "attempted")).hasSize(1);
        assertThat(InProcessTrimtab.events(dir.resolve("run")).toString()).contains("You sent ***");
        then("report", dir.resolve("run").toString());
        then("audit", dir.resolve("run").toString());
        then("audit", "--json", dir.resolve("run").toString());
        assertKeyIsNowhere();
    }

    @Test
    void run_withAFeedbackModelOfAnotherProvider_bothKeysEchoed_areNowhere_norInWhatIsMadeOfIt() throws IOException {
        try (EchoingServer server = new EchoingServer(PLAN, REVIEW, List.of())) {
            Path judge = Files.writeString(dir.resolve("judge.yaml"), """
                    provider: google
                    model: judge
                    base-url: %s
                    api-key-env: GEMINI_API_KEY
                    limits: {context-window: 32768, max-output-tokens: 1000}
                    """.formatted(server.url()));
            ChildTrimtab.Outcome run = run(
                    Map.of("OPENAI_API_KEY", KEY, "OPENAI_BASE_URL", server.url(), "GEMINI_API_KEY", OTHER_KEY),
                    "--model",
                    "gpt-4o",
                    "--feedback-model",
                    judge.toString(),
                    "--steps",
                    "1");

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(server.keys()).containsExactlyInAnyOrder(KEY, OTHER_KEY);
        }
        assertEverythingMadeOfTheRunHoldsNoKey();
    }

    @Test
    void run_ofMlab_keyEchoedInAnActionAndWrittenToAFile_isNowhere() throws IOException {
        String act =
                "Reflection: You sent {the key}.\nResearch Plan and Status: None.\nFact Check: None.\nThought: None.\n"
                        + "Action: Write File\nAction Input: {\"file_name\": \"{the key}.txt\", \"content\": \"{the key}\"}";

        assertActs("mlab", act, Map.of());
    }

    @Test
    void run_ofOpenHands_keyEchoedInACommandThatPrintsIt_isNowhere() throws IOException {
        assertActs("openhands", "", Map.of("execute_bash", Map.of("command", "echo 'You sent {the key}'; env | sort")));
    }

    @Test
    void experiment_keyEchoedInItsReplies_isNowhere() throws IOException {
        Path out = dir.resolve("run");
        Path grid = Files.writeString(dir.resolve("grid.yaml"), """
                title: Does the key show?
                policies: [ledger, keep-all]
                models: [{name: gpt-4o}]
                competitions: [us-daily-births]
                settings:
                  budget: {steps: 1}
                  execution: {unsafe-local: true, kernel: java}
                  verification: {kind: self-reported}
                """);
        try (EchoingServer server = new EchoingServer(PLAN, REVIEW, List.of(200, 200, 429))) {
            ChildTrimtab.Outcome experiment = ChildTrimtab.run(
                    dir,
                    Map.of("OPENAI_API_KEY", KEY, "OPENAI_BASE_URL", server.url()),
                    List.of(
                            "experiment",
                            grid.toString(),
                            "--jobs",
                            "1",
                            "--data-dir",
                            data.toString(),
                            "--out",
                            out.toString()));

            assertThat(experiment.code()).as(experiment.err()).isZero();
            assertThat(server.keys()).containsExactly(KEY);
        }
        then("experiment", "status", out.toString());
        then("experiment", "logs", out.toString());
        then("report", out.toString());
        then("export", out.toString(), "--out", dir.resolve("group").toString());
        assertKeyIsNowhere();
    }

    @Test
    void doctor_keyEchoedInARefusal_isNowhere() throws IOException {
        try (EchoingServer server = new EchoingServer(PLAN, REVIEW, List.of(401))) {
            ChildTrimtab.Outcome doctor = ChildTrimtab.run(
                    dir,
                    Map.of("ANTHROPIC_API_KEY", KEY),
                    List.of("doctor", "--debug", "--model", "claude-haiku-4-5", "--base-url", server.url()));

            assertThat(doctor.out() + doctor.err()).contains("401");
            assertThat(server.keys()).containsExactly(KEY);
        }
        assertKeyIsNowhere();
    }

    @Test
    void familiarity_keyEchoedInARefusal_isNowhere() throws IOException {
        then("prepare", "us-daily-births", "--data-dir", data.toString());
        try (EchoingServer server = new EchoingServer("", Map.of(), List.of(403))) {
            List<String> args = new ArrayList<>(List.of("familiarity", "us-daily-births", "--debug", "--model", "m"));
            args.addAll(List.of("--base-url", server.url(), "--key-env", "OPENAI_API_KEY"));
            args.addAll(List.of("--data-dir", data.toString()));
            ChildTrimtab.Outcome familiarity = ChildTrimtab.run(dir, Map.of("OPENAI_API_KEY", KEY), args);

            assertThat(familiarity.err()).contains("403", "you sent ***");
            assertThat(server.keys()).containsExactly(KEY);
        }
        assertKeyIsNowhere();
    }

    private void assertActs(String scaffold, String text, Map<String, Map<String, Object>> calls) throws IOException {
        try (EchoingServer server = new EchoingServer(text, calls, List.of(500))) {
            ChildTrimtab.Outcome run = run(
                    Map.of("OPENAI_API_KEY", KEY, "OPENAI_BASE_URL", server.url()),
                    "--scaffold",
                    scaffold,
                    "--model",
                    "gpt-4o",
                    "--steps",
                    "2");

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(server.keys()).containsExactly(KEY);
        }
        assertThat(InProcessTrimtab.events(dir.resolve("run"), "tool-used")).hasSize(2);
        assertEverythingMadeOfTheRunHoldsNoKey();
    }

    private ChildTrimtab.Outcome run(Map<String, String> environment, String... options) {
        List<String> args = new ArrayList<>(List.of("run", "--debug", "--competition", "us-daily-births"));
        args.addAll(List.of("--kernel", "java", "--unsafe-local", "-o", "verification.kind=self-reported"));
        args.addAll(List.of(
                "--data-dir", data.toString(), "--out", dir.resolve("run").toString()));
        args.addAll(List.of(options));
        return ChildTrimtab.run(dir, new LinkedHashMap<>(environment), args);
    }

    private void assertEverythingMadeOfTheRunHoldsNoKey() throws IOException {
        String run = dir.resolve("run").toString();
        then("report", run);
        then("audit", run);
        then("export", run, "--out", dir.resolve("group").toString());
        then("compare", run);
        then("resume", run);
        assertKeyIsNowhere();
    }

    /** Runs a command whose prints are kept in the folder that is searched. */
    private void then(String... args) throws IOException {
        ChildTrimtab.Outcome outcome = InProcessTrimtab.execute(List.of(args));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        Files.writeString(dir.resolve("command-" + commands++), outcome.out() + outcome.err());
    }

    /** The folder holds the run, all that was made of it and all that was printed. */
    private void assertKeyIsNowhere() throws IOException {
        try (Stream<Path> files = Files.walk(dir)) {
            assertThat(files).hasSizeGreaterThan(2).allSatisfy(file -> {
                assertThat(file.toString()).doesNotContain(KEY_START, OTHER_KEY_START);
                if (Files.isRegularFile(file)) {
                    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(KEY_START)
                            .doesNotContain(OTHER_KEY_START);
                }
            });
        }
    }
}
