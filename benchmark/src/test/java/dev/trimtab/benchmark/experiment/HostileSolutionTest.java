package dev.trimtab.benchmark.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.benchmark.testing.ComparableRun;
import dev.trimtab.benchmark.testing.DebianPython;
import dev.trimtab.benchmark.testing.OpenAiServer;
import dev.trimtab.benchmark.testing.ProgramSequence;
import dev.trimtab.benchmark.testing.StraightLine;
import dev.trimtab.runtime.run.RunListener;
import dev.trimtab.runtime.sandbox.DockerEngineUnderTest;
import dev.trimtab.runtime.sandbox.DockerSettings;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Solutions that take what they can get, break what they can reach, and lie about it: the run goes on, each step says what happened, nothing
 * private is read, and the honest solution, which comes last, is what is graded. The first line of each says how its step must be marked.
 */
final class HostileSolutionTest {
    private static final int CANDIDATES = 8;
    private static final List<String> OPTIONS = List.of(
            "model.name=gpt-4o",
            "agent.policy=ledger",
            "aide.num-drafts=100",
            "limits.wall-time=6s",
            "limits.cpu-time=1s",
            "limits.processes=64",
            "limits.file=8MiB",
            "limits.disk=24MiB",
            "limits.output=16KiB",
            "verification.folds=2",
            "verification.candidates=" + CANDIDATES,
            "verification.every=100");

    @TempDir
    private Path dir;

    @Test
    void run_ofHostilePython_marksEachStepAndGradesTheHonestSolution() throws Exception {
        DebianPython.require();

        survive("python", List.of("limits.memory=256MiB"));

        assertThat(ComparableRun.events(dir.resolve("run"), "verified"))
                .as("the liars and the honest one")
                .hasSizeGreaterThan(5);
    }

    @Test
    void run_ofHostileJava_marksEachStepAndGradesTheHonestSolution() throws Exception {
        survive("java", List.of("limits.memory=512MiB"));
    }

    @Test
    void run_ofHostilePythonInContainers_marksEachStepAndGradesTheHonestSolution() throws Exception {
        survive("python", inContainers("limits.memory=256MiB"));

        assertThat(DockerEngineUnderTest.containersOfThisProcess()).isEmpty();
    }

    @Test
    void run_ofHostileJavaInContainers_marksEachStepAndGradesTheHonestSolution() throws Exception {
        survive("java", inContainers("limits.memory=512MiB"));

        assertThat(DockerEngineUnderTest.containersOfThisProcess()).isEmpty();
    }

    private static List<String> inContainers(String memory) {
        DockerSettings engine = DockerEngineUnderTest.settings();
        return List.of(
                memory, "execution.sandbox=docker", "docker.host=" + engine.host(), "docker.image=" + engine.image());
    }

    private void survive(String kernel, List<String> place) throws Exception {
        StraightLine line = StraightLine.in(dir);
        Path run = line.home().resolveSibling("run");
        List<String> programs = programs(kernel, line, run);
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(place);
        options.addAll(List.of("execution.kernel=" + kernel, "budget.steps=" + (programs.size() + CANDIDATES)));
        CompetitionRun.Result result;
        try (OpenAiServer server = new OpenAiServer(new ProgramSequence(kernel, programs));
                CompetitionRun hostile = line.open(server.environment(), options)) {
            result = hostile.run(run, RunListener.SILENT);
        }

        List<String> marks = programs.stream()
                .map(program -> program.lines().findFirst().orElseThrow())
                .toList();
        assertThat(marked(run, marks)).isEqualTo(marks);
        assertThat(result.grade().report().score()).isNotNull().isLessThan(0.3);
        assertThat(ComparableRun.events(run, "selected")).singleElement().satisfies(selected -> {
            assertThat(selected.get("by").asText()).isEqualTo("strong");
            assertThat(honest(run, marks.size() - 1))
                    .contains(selected.get("attempt").asText());
        });
        assertNothingWasRead(line, run);
        assertNothingIsLeft(line, run);
    }

    private static List<String> programs(String kernel, StraightLine line, Path run)
            throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(HostileSolutionTest.class.getResource("hostile/" + kernel))
                .toURI());
        List<String> programs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                programs.add(Files.readString(file)
                        .replace("@HOME@", line.home().toString())
                        .replace("@DATA@", line.dataDir().toString())
                        .replace("@RUN@", run.toString()));
            }
        }
        return programs;
    }

    private static List<String> honest(Path run, int from) {
        List<JsonNode> attempts = ComparableRun.events(run, "attempted");
        return attempts.subList(from, attempts.size()).stream()
                .map(attempted -> attempted.at("/attempt/id").asText())
                .toList();
    }

    /** Returns the first line of each program with the mark that its step really has. */
    private static List<String> marked(Path run, List<String> marks) {
        List<JsonNode> attempts = ComparableRun.events(run, "attempted");
        List<JsonNode> executions = ComparableRun.events(run, "executed").stream()
                .filter(event -> event.get("purpose").asText().equals("solution"))
                .toList();
        List<String> marked = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            String what = marks.get(i).substring(0, marks.get(i).lastIndexOf(' ') + 1);
            marked.add(what + mark(executions.get(i), attempts.get(i).get("attempt")));
        }
        return marked;
    }

    private static String mark(JsonNode execution, JsonNode attempt) {
        return Stream.of(execution.get("violation"), attempt.get("error"), attempt.get("fault"))
                .filter(node -> node != null && !node.isNull())
                .map(JsonNode::asText)
                .findFirst()
                .orElse("none");
    }

    private static void assertNothingWasRead(StraightLine line, Path run) throws IOException {
        List<String> answers = Files.readAllLines(line.dataDir().resolve("straight-line/prepared/private/answers.csv"));
        assertThat(answers).hasSizeGreaterThan(10);
        assertThat(ComparableRun.events(run, "executed"))
                .extracting(event -> event.get("output").asText())
                .allSatisfy(output ->
                        assertThat(output).doesNotContain(answers.get(1), answers.get(2), "input was harmed"));
    }

    /** The data are as they were, and no process is left that could still change anything. */
    private static void assertNothingIsLeft(StraightLine line, Path run) throws IOException {
        assertThat(ProcessHandle.current().descendants()).isEmpty();
        assertThat(contents(run.resolve("workspace/input")))
                .isEqualTo(contents(line.dataDir().resolve("straight-line/prepared/public")));
        try (Stream<Path> places = Files.list(run.resolve("refold"))) {
            for (Path place : places.toList()) {
                String fold = place.toString().substring(place.toString().lastIndexOf('-') + 1);
                assertThat(contents(place.resolve("input")))
                        .isEqualTo(contents(run.resolve("folds/fold-" + fold + "/public")));
            }
        }
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
