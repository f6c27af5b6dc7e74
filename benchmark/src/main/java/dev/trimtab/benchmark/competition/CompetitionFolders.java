package dev.trimtab.benchmark.competition;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The competitions below a folder, one a sub-folder with a {@code competition.yaml}. */
public final class CompetitionFolders {
    private CompetitionFolders() {}

    /**
     * Returns the one in a sub-folder of that name; none if there is no such folder.
     *
     * @throws dev.trimtab.runtime.UserError naming file and line if it is malformed
     */
    public static Optional<Competition> find(Path folder, String id) {
        return id.matches(Definition.ID)
                        && Files.isRegularFile(folder.resolve(id).resolve(Competition.FILE))
                ? Optional.of(Competition.load(folder.resolve(id)))
                : Optional.empty();
    }

    /**
     * Returns them in the order of their ids; none if the folder does not exist.
     *
     * @throws dev.trimtab.runtime.UserError naming file and line of a malformed one
     */
    public static List<Competition> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve(Competition.FILE)))
                    .sorted()
                    .map(Competition::load)
                    .toList();
        } catch (IOException e) {
            throw new InfrastructureError("cannot list the competitions in " + folder + ": " + IoReason.of(e), e);
        }
    }
}
