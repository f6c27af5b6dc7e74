package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.experiment.CompetitionRun;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.model.failure.PermanentFailure;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A run that our ground stopped: its user is told how to go on with it, and whether there is something to mend before. */
final class StoppedRun {
    private StoppedRun() {}

    /**
     * Returns the result of a run in a directory.
     *
     * @throws UserError if the model's server refuses for a reason that the user can mend, such as a wrong key
     * @throws InfrastructureError if anything else stops the run
     */
    static CompetitionRun.Result orResult(Path directory, Supplier<CompetitionRun.Result> run) {
        try {
            return run.get();
        } catch (InfrastructureError e) {
            boolean kept = Files.isRegularFile(new RunDirectory(directory).runJson());
            String line = e.getMessage() + (kept ? wayOn(e, directory) : "");
            throw e instanceof PermanentFailure ? new UserError(line, e) : new InfrastructureError(line, e);
        }
    }

    /** A run is resumed as it was configured, so a remedy that changes its configuration makes another run. */
    private static String wayOn(InfrastructureError stop, Path directory) {
        String resume = "go on with: ./trimtab resume " + directory;
        if (stop instanceof PermanentFailure.ContextOverflow) {
            return "";
        }
        return stop instanceof PermanentFailure.ModelNotFound || stop instanceof PermanentFailure.InvalidRequest
                ? "; after a change of the model's file or of --base-url start a new run, else " + resume
                : "; nothing is lost, " + resume;
    }
}
