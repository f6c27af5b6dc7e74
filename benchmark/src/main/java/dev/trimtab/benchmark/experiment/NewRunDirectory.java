package dev.trimtab.benchmark.experiment;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.JournalReader;
import dev.trimtab.runtime.workspace.FileTrees;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The place of a run that is about to begin, which can be given back.
 *
 * @param root the run's directory
 * @param existed whether it was there already, empty
 */
record NewRunDirectory(Path root, boolean existed) {
    static NewRunDirectory at(Path root) {
        return new NewRunDirectory(root, Files.exists(root));
    }

    /** Leaves the place as it was before the run, unless a model answered or a program ran. */
    void withdrawUnlessUsed() {
        Path log = new RunDirectory(root).events();
        boolean used = JournalReader.read(log).events().stream()
                .anyMatch(event -> event instanceof Event.ModelCalled || event instanceof Event.Executed);
        if (used) {
            return;
        }
        try {
            FileTrees.delete(root);
            if (existed) {
                Files.createDirectory(root);
            }
        } catch (IOException e) {
            throw new InfrastructureError("cannot delete " + root + ": " + IoReason.of(e), e);
        }
    }
}
