package dev.trimtab.benchmark.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.trimtab.benchmark.testing.ComparableRun;
import dev.trimtab.benchmark.testing.DebianPython;
import dev.trimtab.benchmark.testing.OpenAiServer;
import dev.trimtab.benchmark.testing.StraightLine;
import dev.trimtab.runtime.run.RunListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Under every policy that comes with Trimtab, what agents that act step by step send keeps to the budget by a count of our own. */
final class EveryPolicyActingRunTest {
    private static final int WINDOW = 4000;
    private static final int RESERVE = 500;
    private static final int MEMORY = 500;
    private static final int STEPS = 5;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    @TempDir
    private static Path dir;

    private static StraightLine line;

    @BeforeAll
    static void prepare() {
        DebianPython.require();
        line = StraightLine.in(dir);
    }

    static Stream<Arguments> combinations() throws IOException {
        List<String> policies = EveryPolicyRunTest.policies();
        return Stream.of("mlab", "openhands")
                .flatMap(scaffold -> policies.stream().map(policy -> Arguments.of(scaffold, policy)));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void run_ofAnActingAgent_keepsToItsBudgetsAndSendsNoCallWithoutItsResult(String scaffold, String policy) {
        Path run = dir.resolve(scaffold + "-" + policy);
        Script script = new Script(scaffold);
        List<JsonNode> sent;
        try (OpenAiServer server = new OpenAiServer(script::answer);
                CompetitionRun started = line.open(
                        server.environment(),
                        List.of(
                                "agent.scaffold=" + scaffold,
                                "agent.policy=" + policy,
                                "model.name=gpt-4o",
                                "model.show-time=false",
                                "context.tokens=" + WINDOW,
                                "context.output-reserve=" + RESERVE,
                                "context.memory-tokens=" + MEMORY,
                                "budget.steps=" + STEPS,
                                "verification.kind=self-reported"))) {
            started.run(run, RunListener.SILENT);
            sent = server.requests();
        }

        assertThat(sent).hasSizeGreaterThanOrEqualTo(STEPS - 1).allSatisfy(request -> {
            assertThat(tokens(request)).isBetween(1, WINDOW - RESERVE);
            assertThat(request.path("max_tokens").intValue()).isEqualTo(RESERVE);
            assertThat(unanswered(request)).isEmpty();
        });
        assertThat(ComparableRun.events(run, "context-planned"))
                .allSatisfy(plan -> assertThat(plan.get("granted").asInt()).isBetween(0, MEMORY));
        assertThat(ComparableRun.events(run, "context-planned"))
                .as("something is remembered")
                .anySatisfy(plan -> assertThat(plan.get("granted").asInt()).isPositive());
        assertThat(ENCODING.countTokensOrdinary(Script.remarks(2))).isBetween(MEMORY / 2 + 1, MEMORY);
        String last = sent.get(sent.size() - 1).toString();
        assertThat(IntStream.range(2, STEPS).filter(note -> last.contains(Script.END_OF_NOTE + note)))
                .as("notes in full, of which two have no room")
                .hasSizeLessThanOrEqualTo(1);
        assertThat(ComparableRun.events(run, "attempted")).isNotEmpty();
    }

    /** At least what OpenAI counts: each text and call of the messages, and the functions. */
    private static int tokens(JsonNode request) {
        int tokens = 0;
        for (JsonNode message : request.path("messages")) {
            tokens += ENCODING.countTokensOrdinary(message.path("content").asText(""));
            for (JsonNode call : message.path("tool_calls")) {
                tokens += ENCODING.countTokensOrdinary(
                        call.at("/function/arguments").asText());
            }
        }
        for (JsonNode tool : request.path("tools")) {
            tokens += ENCODING.countTokensOrdinary(tool.toString());
        }
        return tokens;
    }

    /** Returns the ids of calls without a result and of results without a call. */
    private static Set<String> unanswered(JsonNode request) {
        Set<String> open = new TreeSet<>();
        for (JsonNode message : request.path("messages")) {
            message.path("tool_calls").forEach(call -> open.add(call.get("id").asText()));
            String result = message.path("tool_call_id").asText("");
            if (!result.isEmpty() && !open.remove(result)) {
                open.add("no call of " + result);
            }
        }
        return open;
    }

    /** What the engineer does, whatever it sees: it writes a program, runs it, and then fills its memory with long files. */
    private static final class Script {
        static final String END_OF_NOTE = "remark 39 in note ";

        private final boolean functions;
        private int actions;

        Script(String scaffold) {
            this.functions = scaffold.equals("openhands");
        }

        synchronized ObjectNode answer(JsonNode request) {
            boolean acts = functions
                    ? request.path("tools").findValuesAsText("name").contains("execute_bash")
                    : !request.path("stop").isEmpty();
            if (!acts) {
                return OpenAiServer.text("Some things were tried.");
            }
            int action = actions++;
            String file = action == 0 ? "train.py" : "note-" + action + ".txt";
            String text = action == 0 ? StraightLine.SOLUTION : remarks(action);
            if (action == 1) {
                return functions
                        ? OpenAiServer.call("execute_bash", Map.of("command", "python train.py"))
                        : act("Execute Script", Map.of("script_name", "train.py"));
            }
            return functions
                    ? OpenAiServer.call(
                            "str_replace_editor", Map.of("command", "create", "path", file, "file_text", text))
                    : act("Write File", Map.of("file_name", file, "content", text));
        }

        private static ObjectNode act(String action, Map<String, String> input) {
            return OpenAiServer.text(
                    "Reflection: None.\nResearch Plan and Status: None.\nFact Check: None.\nThought: None.\nAction: "
                            + action + "\nAction Input: " + JSON.valueToTree(input));
        }

        private static String remarks(int action) {
            return IntStream.range(0, 40)
                    .mapToObj(i -> "remark " + i + " in note " + action + " that nobody needs")
                    .collect(Collectors.joining("\n"));
        }
    }
}
