package dev.trimtab.benchmark.pocket;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionFolders;
import dev.trimtab.benchmark.competition.CompetitionSet;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.competition.Preparer;
import dev.trimtab.benchmark.competition.RawSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Competitions with bundled raw data, prepared without being asked. */
public final class PocketSet implements CompetitionSet {
    private final Path folder;

    /** @param folder holds one folder a competition */
    public PocketSet(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "pocket";
    }

    @Override
    public List<Competition> competitions() {
        return CompetitionFolders.read(folder);
    }

    @Override
    public Optional<Competition> find(String id) {
        return CompetitionFolders.find(folder, id);
    }

    @Override
    public PreparedData open(Competition competition, Path dataDir) {
        return prepare(competition, dataDir, RawSource.BUNDLED);
    }

    @Override
    public PreparedData prepare(Competition competition, Path dataDir, RawSource source) {
        Path raw = Objects.requireNonNullElse(source.raw(), competition.folder());
        return new Preparer(dataDir).prepare(competition, raw, source.description());
    }
}
