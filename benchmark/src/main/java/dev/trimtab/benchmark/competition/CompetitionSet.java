package dev.trimtab.benchmark.competition;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Competitions that come from one place and are prepared in one way. */
public interface CompetitionSet {
    /** Returns the name, which is also the folder's below {@code benchmark/competitions}. */
    String name();

    /** Returns the competitions in the order of their ids. */
    List<Competition> competitions();

    /** Returns the competition with an id, read alone where that can be. */
    default Optional<Competition> find(String id) {
        return competitions().stream()
                .filter(competition -> competition.id().equals(id))
                .findFirst();
    }

    /** Returns parts of this set that have a name of their own. */
    default List<CompetitionSet> parts() {
        return List.of();
    }

    /**
     * Returns data that are ready to use; a set that bundles its raw data prepares them now if need be.
     *
     * @param competition one of this set
     * @param dataDir where prepared data are kept
     * @throws dev.trimtab.runtime.UserError naming the command to run where the data must be prepared by hand
     */
    PreparedData open(Competition competition, Path dataDir);

    /**
     * Returns data by which submissions can be graded; what else a run needs may be missing.
     *
     * @param competition one of this set
     * @param dataDir where prepared data are kept
     * @throws dev.trimtab.runtime.UserError naming the command to run where the data must be prepared by hand
     */
    default PreparedData openForGrading(Competition competition, Path dataDir) {
        return open(competition, dataDir);
    }

    /**
     * Prepares data from raw files, or finds them prepared.
     *
     * @param competition one of this set
     * @param dataDir where prepared data are kept
     * @param source what the user gave
     * @throws dev.trimtab.runtime.UserError if raw files are needed and not given, or do not fit
     */
    PreparedData prepare(Competition competition, Path dataDir, RawSource source);

    /**
     * Splits the public training rows again by the competition's own rule, for verification on labels not seen.
     *
     * @param data prepared data of a competition of this set whose rows can be split again
     * @param folds how many, at least 2
     * @param workDir where {@code fold-<j>/public} and {@code fold-<j>/private} are written if they are not there yet; out
     *     of the agent's reach
     * @throws dev.trimtab.runtime.UserError if there are too few rows for so many folds
     */
    default List<Fold> refold(PreparedData data, int folds, Path workDir) {
        return Refold.refold(data.competition(), data.publicDir(), folds, workDir);
    }
}
