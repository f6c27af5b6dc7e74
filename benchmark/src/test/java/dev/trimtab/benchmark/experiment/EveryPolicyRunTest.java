package dev.trimtab.benchmark.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.trimtab.benchmark.testing.ComparableRun;
import dev.trimtab.benchmark.testing.DebianPython;
import dev.trimtab.benchmark.testing.OpenAiServer;
import dev.trimtab.benchmark.testing.ProgramSequence;
import dev.trimtab.benchmark.testing.StraightLine;
import dev.trimtab.runtime.run.RunListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Under every policy that comes with Trimtab, what is sent keeps to the budget by a count of our own, and verifications cost what they cost
 * under any other.
 */
final class EveryPolicyRunTest {
    private static final int WINDOW = 2200;
    private static final int RESERVE = 500;
    private static final int MEMORY = 130;
    private static final int STEPS = 6;
    private static final int EVERY = 2;
    private static final int FOLDS = 2;
    private static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    private static final List<String> OPTIONS = List.of(
            "model.name=gpt-4o",
            "agent.seed=5",
            "aide.num-drafts=2",
            "context.tokens=" + WINDOW,
            "context.output-reserve=" + RESERVE,
            "context.memory-tokens=" + MEMORY,
            "budget.steps=" + STEPS,
            "verification.folds=" + FOLDS,
            "verification.candidates=1",
            "verification.every=" + EVERY);

    @TempDir
    private static Path dir;

    private static StraightLine line;

    @BeforeAll
    static void prepare() {
        DebianPython.require();
        line = StraightLine.in(dir);
    }

    static List<String> policies() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("trimtab.home"), "configs/policies"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.equals("oracle.yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void run_underAPolicy_keepsToItsBudgetsAndIsChargedForEachVerification(String policy) throws IOException {
        Path run = dir.resolve(policy);
        List<String> options = new ArrayList<>(OPTIONS);
        options.add("agent.policy=" + policy);
        List<JsonNode> sent;
        try (OpenAiServer server = new OpenAiServer(new ProgramSequence("python", programs()));
                CompetitionRun started = line.open(server.environment(), options)) {
            started.run(run, RunListener.SILENT);
            sent = server.requests();
        }

        assertThat(sent)
                .isNotEmpty()
                .allSatisfy(request -> assertThat(
                                tokens(request.path("messages"), "content") + tools(request.path("tools")))
                        .isBetween(1, WINDOW - RESERVE));
        assertPrompts(prompts(run), sent.size());
        assertSteps(ComparableRun.events(run));
    }

    @Test
    void run_serverCountsMoreThanWe_isWithinTheBudgetByItsCountFromTheSecondCallOn() {
        ToIntFunction<JsonNode> count =
                request -> (int) (1.3 * (tokens(request.path("messages"), "content") + tools(request.path("tools"))));
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(List.of("agent.policy=ledger", "context.tokens=" + 2 * WINDOW));
        Path run = dir.resolve("counts-more");
        List<JsonNode> sent;
        try (OpenAiServer server = new OpenAiServer(new ProgramSequence("python", programs()), count);
                CompetitionRun started = line.open(server.environment(), options)) {
            started.run(run, RunListener.SILENT);
            sent = server.requests();
        }

        assertThat(ComparableRun.events(run, "noticed"))
                .first()
                .satisfies(notice ->
                        assertThat(notice.get("text").asText()).containsPattern("safety factor is now 1\\.(29|30)"));
        assertThat(sent.subList(1, sent.size()))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(count.applyAsInt(request)).isLessThanOrEqualTo(2 * WINDOW - RESERVE));
    }

    private static void assertPrompts(List<JsonNode> prompts, int sent) {
        assertThat(prompts).hasSize(sent);
        assertThat(prompts).allSatisfy(prompt -> {
            JsonNode request = prompt.get("request");
            int counted = tokens(request.get("messages"), "text") + tools(request.path("tools"));
            assertThat(counted)
                    .as("the prompt as counted here and there")
                    .isEqualTo(prompt.get("counted-tokens").asInt())
                    .isLessThanOrEqualTo(WINDOW - RESERVE);
        });
        List<String> memories = prompts.stream()
                .map(EveryPolicyRunTest::memory)
                .filter(text -> !text.isEmpty())
                .toList();
        assertThat(memories)
                .isNotEmpty()
                .allSatisfy(memory ->
                        assertThat(ENCODING.countTokensOrdinary(memory)).isBetween(1, MEMORY));
        assertThat(prompts.stream().anyMatch(prompt -> prompt.toString().contains("characters cut")))
                .as("some required item had to be cut")
                .isTrue();
    }

    /** What is charged: each agent step and each verified candidate one control step, a reset another one. */
    private static void assertSteps(List<JsonNode> events) {
        List<Integer> agent = steps(events, "step-started");
        List<Integer> verified = steps(events, "verified");
        long resets = events.stream()
                .flatMap(event -> event.path("decisions").findValuesAsText("type").stream())
                .filter("reset"::equals)
                .count();
        Set<Integer> charged = new TreeSet<>(agent);
        charged.addAll(verified);
        assertThat(charged).as("no step is used twice").hasSize(agent.size() + verified.size());
        if (resets == 0) {
            assertThat(charged)
                    .containsExactlyElementsOf(IntStream.range(0, STEPS).boxed().toList());
            assertThat(verified).containsExactly(EVERY, STEPS - 1);
        }
        assertThat(verified).isNotEmpty().last().isEqualTo(STEPS - 1);
        for (int step : verified) {
            assertThat(events.stream()
                            .filter(event -> event.path("purpose").asText().startsWith("refold:")
                                    && event.get("step").asInt() == step))
                    .as("executions of the verification in step " + step)
                    .hasSize(FOLDS);
        }
    }

    private static List<Integer> steps(List<JsonNode> events, String type) {
        return events.stream()
                .filter(event -> event.get("type").asText().equals(type))
                .map(event -> event.get("step").asInt())
                .toList();
    }

    /** OpenAI's accounting with a token a message more, as docs/configuration.md states it. */
    private static int tokens(JsonNode messages, String field) {
        int tokens = 3;
        for (JsonNode message : messages) {
            tokens += 4 + ENCODING.countTokensOrdinary(message.get(field).asText());
        }
        return tokens;
    }

    private static int tools(JsonNode tools) {
        int tokens = tools.isEmpty() ? 0 : 12;
        for (JsonNode tool : tools) {
            tokens += 8 + ENCODING.countTokensOrdinary(tool.toString());
        }
        return tokens;
    }

    private static String memory(JsonNode prompt) {
        String text = String.join("\n\n", prompt.get("request").findValuesAsText("text"));
        int from = text.indexOf("# Memory\n\n");
        return from < 0 ? "" : text.substring(from + "# Memory\n\n".length(), text.indexOf("\n\n# ", from));
    }

    private static List<JsonNode> prompts(Path run) throws IOException {
        List<JsonNode> prompts = new ArrayList<>();
        try (Stream<Path> steps = Files.list(run.resolve("steps"))) {
            for (Path step : steps.sorted().toList()) {
                new ObjectMapper()
                        .readTree(step.resolve("prompt.json").toFile())
                        .forEach(prompts::add);
            }
        }
        return prompts;
    }

    /** Long programs with long outputs, of which the second fails. */
    private static List<String> programs() {
        return IntStream.range(0, STEPS)
                .mapToObj(i -> """
                        import csv
                        %s
                        print([k * k for k in range(600)])
                        slope = %s
                        with open("submission/submission.csv", "w") as file:
                            file.write("id,y\\n")
                            for row in csv.DictReader(open("input/test.csv")):
                                file.write(f"{row['id']},{slope * float(row['x'])}\\n")
                        print("Validation rmse: %s")
                        """.formatted(comments(i), i == 1 ? "unknown" : "2." + i, "7." + (9 - i)))
                .toList();
    }

    private static String comments(int program) {
        return IntStream.range(0, 60)
                .mapToObj(i -> "# remark " + i + " on program " + program + " that nobody needs")
                .collect(Collectors.joining("\n"));
    }
}
