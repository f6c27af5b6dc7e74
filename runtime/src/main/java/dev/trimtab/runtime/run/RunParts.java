package dev.trimtab.runtime.run;

import dev.trimtab.runtime.context.Hypotheses;
import dev.trimtab.runtime.journal.Journal;
import dev.trimtab.runtime.kernel.Kernel;
import dev.trimtab.runtime.tool.SubmissionCheck;
import dev.trimtab.runtime.verify.FoldSource;
import dev.trimtab.runtime.workspace.RunDirectory;

/**
 * What a run is made of; wired once by the caller.
 *
 * @param task what the agent is asked to do
 * @param directory the run's directory
 * @param kernel the language of its solutions
 * @param dataPreview a description of the files under {@code input/}
 * @param journal the event log
 * @param models the models' calls
 * @param executions the programs' runs
 * @param hypotheses the run's hypotheses
 * @param repetition the earlier run that is made again
 * @param folds splits the public data again
 * @param check tells the agent whether a submission can be graded
 * @param listener hears of progress
 */
record RunParts(
        Task task,
        RunDirectory directory,
        Kernel kernel,
        String dataPreview,
        Journal journal,
        ModelCalls models,
        Executions executions,
        Hypotheses hypotheses,
        Repetition repetition,
        FoldSource folds,
        SubmissionCheck check,
        RunListener listener) {}
