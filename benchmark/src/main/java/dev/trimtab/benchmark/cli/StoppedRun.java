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
            String line = e.getMessage() + (kept ? "; nothing is lost, go on with: ./trimtab resume " + directory : "");
            throw e instanceof PermanentFailure ? new UserError(line, e) : new InfrastructureError(line, e);
        }
    }
}
