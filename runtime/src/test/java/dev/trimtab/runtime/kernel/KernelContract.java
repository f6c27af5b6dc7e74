package dev.trimtab.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Limits;
import dev.trimtab.runtime.sandbox.LocalSandbox;
import dev.trimtab.runtime.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every kernel promises, with real executions in a sandbox. */
abstract class KernelContract {
    static final Limits LIMITS = Limits.DEFAULT.withWallTime(Duration.ofMinutes(2));

    @TempDir
    Path workspace;

    private Kernel kernel;
    private Sandbox sandbox;

    abstract Kernel kernel();

    /** Returns a program that prints {@code score: 0.5} and writes {@code working/submission.csv} with {@code id}. */
    abstract String good();

    /** Returns a program that opens {@code input/absent.csv} in its third line. */
    abstract String opensMissingFile();

    /** Returns the simple name of the error that {@link #opensMissingFile()} ends with. */
    abstract String missingFileError();

    /** Returns a program that does nothing but exit with code 3. */
    abstract String exits3();

    /** Returns a text that is no program. */
    abstract String malformed();

    /** Returns a program that holds an expression. */
    abstract String withExpression(String expression);

    /** Opens what the programs run in. */
    Sandbox openSandbox() {
        return LocalSandbox.open(List.of());
    }

    @BeforeEach
    void open() throws IOException {
        sandbox = openSandbox();
        kernel = kernel();
        Files.createDirectories(workspace.resolve("working"));
        Files.createDirectories(workspace.resolve("input"));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void command_goodProgram_runsAndLeavesItsSubmission() throws IOException {
        ExecutionResult result = run(good());

        assertThat(result.output()).isEqualTo("score: 0.5\n");
        assertThat(kernel.errorOf(result, good())).isNull();
        assertThat(workspace.resolve("working/submission.csv")).content().startsWith("id");
    }

    @Test
    void errorOf_missingFile_namesTheErrorTheFileAndTheLine() throws IOException {
        ErrorSummary error = failure(opensMissingFile(), LIMITS);

        assertThat(error.type()).isEqualTo(missingFileError());
        assertThat(error.message()).contains("absent.csv");
        assertThat(error.line()).isEqualTo(3);
    }

    @Test
    void errorOf_exitCodeWithoutTrace_namesTheCode() throws IOException {
        ErrorSummary error = kernel.errorOf(run(exits3()), exits3());

        assertThat(error).isEqualTo(new ErrorSummary("ExitCode", "ended with exit code 3", 0));
    }

    @Test
    void parses_tellsProgramsFromOtherText() {
        assertThat(kernel.parses(good())).isTrue();
        assertThat(kernel.parses(opensMissingFile())).isTrue();
        assertThat(kernel.parses(malformed())).isFalse();
        assertThat(kernel.parses("First we load the data, then we fit a model."))
                .isFalse();
    }

    @Test
    void parses_textNestedBeyondEveryParser_isNoProgramAndTheNextTextIsReadAsUsual() {
        int depth = 200_000;
        String nested = withExpression("(".repeat(depth) + "1" + ")".repeat(depth));

        assertThat(kernel.parses(nested)).isFalse();
        assertThat(kernel.parses(withExpression("((1))"))).isTrue();
    }

    @Test
    void parses_manyThreadsAtOnce_answersEachForItsOwnText() {
        List<Boolean> answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(n -> kernel.parses(n % 2 == 0 ? withExpression("(" + n + ")") : malformed()))
                .toList();

        assertThat(answers)
                .containsExactlyElementsOf(
                        IntStream.range(0, 12).mapToObj(n -> n % 2 == 0).toList());
    }

    /** Runs a program that fails and returns what is read of its failure. */
    final ErrorSummary failure(String code, Limits limits) throws IOException {
        return Objects.requireNonNull(kernel.errorOf(run(code, limits), code), "no error was read");
    }

    final ExecutionResult run(String code) throws IOException {
        return run(code, LIMITS);
    }

    final ExecutionResult run(String code, Limits limits) throws IOException {
        Files.writeString(workspace.resolve(kernel.solutionFile()), code);
        return sandbox.run(kernel.command(workspace, limits), limits);
    }
}
