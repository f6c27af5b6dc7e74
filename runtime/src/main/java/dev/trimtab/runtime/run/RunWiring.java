package dev.trimtab.runtime.run;

import dev.trimtab.runtime.context.BudgetGate;
import dev.trimtab.runtime.context.ContextPolicy;
import dev.trimtab.runtime.context.FamilyClassifier;
import dev.trimtab.runtime.context.Hypotheses;
import dev.trimtab.runtime.journal.Journal;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.tool.SubmissionCheck;
import dev.trimtab.runtime.verify.FoldSource;
import dev.trimtab.runtime.workspace.RunDirectory;
import dev.trimtab.runtime.workspace.SnapshotStore;
import dev.trimtab.runtime.workspace.Workspace;

/**
 * What a caller chooses for a run, beside its agent.
 *
 * @param task what the agent is asked to do
 * @param directory the run's directory
 * @param workspace where solutions run, with the public data in it
 * @param dataPreview a description of the files under {@code input/}
 * @param journal the event log, fresh or to be played back
 * @param models the models behind one meter
 * @param gate fits prompts into the window
 * @param counter counts tokens, the same as the gate's
 * @param policy chooses what enters a prompt
 * @param classifier finds families
 * @param runner runs programs
 * @param folds splits the public data again
 * @param check tells the agent whether a submission can be graded
 * @param record the log of the run that is made again; {@link RunRecord#NONE} for none
 * @param listener hears of progress, but not of what is only played back
 */
public record RunWiring(
        Task task,
        RunDirectory directory,
        Workspace workspace,
        String dataPreview,
        Journal journal,
        RunModels models,
        BudgetGate gate,
        CalibratedTokenCounter counter,
        ContextPolicy policy,
        FamilyClassifier classifier,
        ProgramRunner runner,
        FoldSource folds,
        SubmissionCheck check,
        RunRecord record,
        RunListener listener) {
    private static final long SNAPSHOT_FILE_BYTES = 256L << 20;
    private static final long SNAPSHOT_BYTES = 1L << 30;

    /**
     * Returns the parts.
     *
     * @param window control steps between strong verifications
     * @throws dev.trimtab.runtime.UserError if a snapshot is gone that a run with such a log needs
     */
    RunParts parts(int window) {
        SnapshotStore snapshots = new SnapshotStore(directory.snapshots(), SNAPSHOT_FILE_BYTES, SNAPSHOT_BYTES);
        NeededSnapshots.of(journal.remaining()).requireIn(snapshots);
        RunListener live = new LiveListener(journal, listener);
        Repetition repetition = new Repetition(record, live);
        return new RunParts(
                task,
                directory,
                runner.kernel(),
                dataPreview,
                journal,
                new ModelCalls(journal, models, gate, policy, counter, live, repetition),
                new Executions(journal, runner, runner.kernel(), workspace, snapshots, repetition),
                new Hypotheses(classifier, task.higherIsBetter(), window),
                repetition,
                folds,
                check,
                live);
    }
}
