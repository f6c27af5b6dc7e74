package dev.trimtab.benchmark.competition;

import java.nio.file.Path;
import java.util.List;

/** Competitions that come from one place and are prepared in one way. */
public interface CompetitionSet {
    /** Returns the name, which is also the folder's below {@code benchmark/competitions}. */
    String name();

    /** Returns the competitions in the order of their ids. */
    List<Competition> competitions();

    /**
     * Returns data that are ready to use; a set that bundles its raw data prepares them now if need be.
     *
     * @param competition one of this set
     * @param dataDir where prepared data are kept
     * @throws dev.trimtab.runtime.UserError naming the command to run where the data must be prepared by hand
     */
    PreparedData open(Competition competition, Path dataDir);

    /**
     * Prepares data from raw files, or finds them prepared.
     *
     * @param competition one of this set
     * @param dataDir where prepared data are kept
     * @param source what the user gave
     * @throws dev.trimtab.runtime.UserError if raw files are needed and not given, or do not fit
     */
    PreparedData prepare(Competition competition, Path dataDir, RawSource source);
}
