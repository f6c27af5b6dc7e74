package dev.trimtab.runtime.run;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.Sha256;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.Journal;
import dev.trimtab.runtime.kernel.ErrorSummary;
import dev.trimtab.runtime.kernel.Kernel;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Violation;
import dev.trimtab.runtime.tool.AgentFiles;
import dev.trimtab.runtime.tool.ShellCall;
import dev.trimtab.runtime.verify.FoldSource;
import dev.trimtab.runtime.workspace.DurableFile;
import dev.trimtab.runtime.workspace.InputMode;
import dev.trimtab.runtime.workspace.Manifest;
import dev.trimtab.runtime.workspace.SnapshotStore;
import dev.trimtab.runtime.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs programs, journals what came of it, and serves from the journal what it already holds. Not thread-safe. */
final class Executions {
    /** Where a solution leaves its result, in its workspace. */
    static final String SUBMISSION = "submission/submission.csv";

    /** How the purpose of an execution on a fold begins, which is in no workspace of the run and leaves no snapshot. */
    static final String REFOLD = "refold:";

    private final Journal journal;
    private final ProgramRunner runner;
    private final Kernel kernel;
    private final Workspace workspace;
    private final SnapshotStore snapshots;
    private final AgentFiles files;
    private final RunShell shell;
    private final Repetition repetition;
    private int last = -1;
    /** Whether the workspace is not yet what the played-back log left; an earlier process may have left it in any state. */
    private boolean behind = true;

    Executions(
            Journal journal,
            ProgramRunner runner,
            Kernel kernel,
            Workspace workspace,
            SnapshotStore snapshots,
            Repetition repetition) {
        this.journal = journal;
        this.runner = runner;
        this.kernel = kernel;
        this.workspace = workspace;
        this.snapshots = snapshots;
        this.files = new AgentFiles(workspace);
        this.shell = runner.session(workspace.root());
        this.repetition = repetition;
    }

    /**
     * Runs a solution in the run's workspace.
     *
     * @throws dev.trimtab.runtime.budget.BudgetExceededException if the run's time is over before or while it runs
     */
    Execution solution(int step, String code) {
        return inWorkspace(step, "solution", code, earlier -> {
            workspace.readyForProgram();
            return runner.run(code, workspace.root(), earlier);
        });
    }

    /** Runs a script where it lies. */
    Execution script(int step, String path, String code) {
        return inWorkspace(step, "script:" + path, code, earlier -> {
            workspace.markSubmission();
            return runner.script(path, workspace.root(), earlier);
        });
    }

    /** Runs a command of the workspace's shell session. */
    Execution shell(int step, String command, Duration wallTime) {
        return inWorkspace(step, "shell", command, earlier -> {
            workspace.markSubmission();
            return runner.shell(command, wallTime, workspace.root(), earlier);
        });
    }

    /** Asks the workspace's shell session for something; what a command left is counted from its beginning. */
    Execution shell(int step, ShellCall call) {
        String purpose = "shell:" + call.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return inWorkspace(step, purpose, call.text(), earlier -> {
            if (call.kind() == ShellCall.Kind.RUN || !shell.isLive()) {
                workspace.markSubmission();
            }
            return runner.shell(call, shell, workspace.root(), earlier);
        });
    }

    /** Ends what the shell session left running. */
    void close() {
        shell.close();
    }

    /** Returns the workspace's files as the last step left them. */
    AgentFiles files() {
        catchUp();
        return files;
    }

    private Execution inWorkspace(
            int step, String purpose, String code, Function<Optional<RepeatedExecution>, ProgramRunner.Outcome> run) {
        if (step == last) {
            throw new IllegalStateException("step " + step + " runs a second program, and snapshots are one a step");
        }
        RecordedStop.obey(journal);
        Optional<Event.Executed> recorded = journal.recorded(Event.Executed.class);
        if (recorded.isPresent()) {
            Event.Executed event = recorded.get();
            checkProgram(event, code);
            journal.append(event);
            last = step;
            behind = true;
            stopIfEnded(event);
            return execution(event);
        }
        Optional<RepeatedExecution> earlier = repetition.execution(step, purpose, code);
        catchUp();
        ProgramRunner.Outcome outcome = run.apply(earlier);
        boolean submitted = !outcome.result().held() && workspace.submittedSinceMark();
        Map<String, String> left = hashes(snapshots.take(workspace, step));
        Event.Executed now = event(step, purpose, code, outcome, submitted && left.containsKey(SUBMISSION), null, left);
        last = step;
        return execution(log(now, outcome, earlier));
    }

    /**
     * Runs a solution on one fold, in a workspace of its own.
     *
     * @return the score on the fold's held-out labels, or null when there is none
     * @throws dev.trimtab.runtime.budget.BudgetExceededException if the run's time is over before or while it runs
     */
    @Nullable Double refold(int step, String attempt, String code, int fold, FoldSource folds, Path directory) {
        RecordedStop.obey(journal);
        Optional<Event.Executed> recorded = journal.recorded(Event.Executed.class);
        if (recorded.isPresent()) {
            checkProgram(recorded.get(), code);
            journal.append(recorded.get());
            stopIfEnded(recorded.get());
            return recorded.get().score();
        }
        String purpose = REFOLD + attempt + ":" + fold;
        Optional<RepeatedExecution> earlier = repetition.execution(step, purpose, code);
        Workspace place = Workspace.createFresh(directory, folds.publicData(fold), InputMode.COPY);
        ProgramRunner.Outcome outcome = runner.run(code, place.root(), earlier);
        FoldSource.Verdict verdict = folds.score(fold, place.root().resolve(SUBMISSION));
        Event.Executed now = event(step, purpose, code, outcome, /* submitted= */ false, verdict.score(), Map.of());
        return log(now, outcome, earlier).score();
    }

    private void stopIfEnded(Event.Executed recorded) {
        if (Violation.TIMEOUT.name().equals(recorded.violation())) {
            RecordedStop.obey(journal);
        }
        repetition.executed(recorded);
    }

    /** Writes down what ran, in the time that an earlier run's took where it repeats that. */
    private Event.Executed log(Event.Executed now, ProgramRunner.Outcome outcome, Optional<RepeatedExecution> earlier) {
        Event.Executed event = earlier.map(then -> then.asThen(now)).orElse(now);
        journal.append(event);
        journal.sync();
        if (outcome.overTime()) {
            throw runner.timeOver();
        }
        repetition.executed(event);
        return event;
    }

    /** Brings the workspace back to what an attempt left, and copies its submission to a place. */
    void exportSubmission(int step, Path target) {
        snapshots.restore(snapshots.require(step), workspace);
        try {
            Files.createDirectories(target.getParent());
            DurableFile.write(target, Files.readAllBytes(workspace.submissionFile()));
        } catch (IOException e) {
            throw new InfrastructureError("cannot write the submission " + target + ": " + IoReason.of(e), e);
        }
    }

    /** Brings the workspace to where the played-back log left it, before anything new happens in it. */
    private void catchUp() {
        if (behind) {
            snapshots.restore(last < 0 ? Manifest.EMPTY : snapshots.require(last), workspace);
            behind = false;
        }
    }

    private static Map<String, String> hashes(Manifest manifest) {
        Map<String, String> hashes = new LinkedHashMap<>();
        manifest.files().forEach((path, entry) -> hashes.put(path, entry.hash()));
        return hashes;
    }

    private Event.Executed event(
            int step,
            String purpose,
            String code,
            ProgramRunner.Outcome outcome,
            boolean submitted,
            @Nullable Double score,
            Map<String, String> files) {
        ExecutionResult result = outcome.result();
        ErrorSummary error = result.held() ? null : kernel.errorOf(result, code);
        long millis = Math.max(1, result.wallTime().toMillis());
        return new Event.Executed(
                step,
                purpose,
                Sha256.of(code),
                result.exitCode(),
                result.violation() == null ? null : result.violation().name(),
                error == null ? null : error.type(),
                result.output(),
                result.outputBytes(),
                result.truncated(),
                submitted,
                score,
                files,
                outcome.cached() ? 0 : millis,
                outcome.cached() ? millis : 0);
    }

    /** The log keeps what was printed as it was; what an agent makes of it is what a terminal would show. */
    private static Execution execution(Event.Executed event) {
        ExecutionResult result = new ExecutionResult(
                event.exitCode(),
                event.violation() == null ? null : Violation.valueOf(event.violation()),
                TerminalText.of(event.output()),
                event.outputBytes(),
                event.truncated(),
                Duration.ofMillis(event.elapsedMillis() + event.savedMillis()));
        return new Execution(result, event.error(), event.submitted());
    }

    private static void checkProgram(Event.Executed event, String code) {
        if (!event.program().equals(Sha256.of(code))) {
            throw new UserError(
                    "cannot resume: at step " + event.step()
                            + " the log holds the execution of another program; the code or the configuration changed since, start a new run");
        }
    }
}
