package dev.trimtab.benchmark.testing;

import dev.trimtab.runtime.kernel.ErrorSummary;
import dev.trimtab.runtime.kernel.Kernel;
import dev.trimtab.runtime.sandbox.Command;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.HoldableExecution;
import dev.trimtab.runtime.sandbox.Isolation;
import dev.trimtab.runtime.sandbox.Limits;
import dev.trimtab.runtime.sandbox.Sandbox;
import dev.trimtab.runtime.verify.FoldSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where {@link ToyProgram}s are run, by reading them, and verified, by reading what they submitted. */
final class ToyGround implements Kernel, Sandbox, FoldSource {
    private static final int FOLDS = 3;

    /** Folds differ from each other by this, so that a verification has a spread. */
    private static final double FOLD_STEP = 0.004;

    /** Scores above this are those of programs that cheat, which no fold can score. */
    private static final double BEST = 1.2;

    private final Path publicData;

    ToyGround(Path publicData) {
        this.publicData = publicData;
    }

    @Override
    public String name() {
        return "python";
    }

    @Override
    public String language() {
        return name();
    }

    @Override
    public String version() {
        return "toy";
    }

    @Override
    public String solutionFile() {
        return "solution.py";
    }

    @Override
    public String fenceLanguage() {
        return "python";
    }

    @Override
    public boolean parses(String code) {
        return ToyProgram.last(code).isPresent();
    }

    @Override
    public Command command(Path workspace, Limits limits) {
        return new Command(List.of("/bin/toy"), workspace.toAbsolutePath(), List.of(), Map.of());
    }

    @Override
    public boolean deterministic() {
        return true;
    }

    @Override
    public @Nullable ErrorSummary errorOf(ExecutionResult result, String code) {
        return result.exitCode() == 0 ? null : new ErrorSummary("ValueError", "the toy broke", 1);
    }

    @Override
    public List<String> packages() {
        return List.of("toy");
    }

    @Override
    public ExecutionResult run(Command command, Limits limits) {
        try {
            Path folder = command.workspace();
            ToyProgram program = ToyProgram.last(Files.readString(folder.resolve(solutionFile())))
                    .orElseThrow();
            if (program.broken()) {
                return ended(1, "ValueError: the toy broke\n");
            }
            Files.createDirectories(folder.resolve("submission"));
            Files.writeString(folder.resolve("submission/submission.csv"), "score\n" + program.score() + "\n");
            return ended(0, String.format(Locale.ROOT, "Validation auc: %.6f%n", program.score()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public HoldableExecution start(Command command, Limits limits) {
        throw new UnsupportedOperationException("toy programs are not held");
    }

    @Override
    public Isolation isolation() {
        return new Isolation(List.of(), "none", "none", "none", true, false, "nothing is run");
    }

    @Override
    public void close() {}

    /** Returns how many folds there are. */
    public int folds() {
        return FOLDS;
    }

    @Override
    public Path publicData(int fold) {
        return publicData;
    }

    @Override
    public Verdict score(int fold, Path submission) {
        try {
            double score = Double.parseDouble(Files.readAllLines(submission).get(1));
            return score > BEST
                    ? new Verdict(null, "too good to be true")
                    : new Verdict(score + FOLD_STEP * (fold - 1), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExecutionResult ended(int exitCode, String output) {
        return new ExecutionResult(exitCode, null, output, output.length(), false, Duration.ofMillis(1));
    }
}
