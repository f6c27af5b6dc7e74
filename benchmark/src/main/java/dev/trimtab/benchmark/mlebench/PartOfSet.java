package dev.trimtab.benchmark.mlebench;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionSet;
import dev.trimtab.benchmark.competition.PreparedData;
import dev.trimtab.benchmark.competition.RawSource;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * Some competitions of a set under a name of their own.
 *
 * @param name the part's name
 * @param whole the set that prepares them
 * @param rule which competitions belong to the part
 */
record PartOfSet(String name, CompetitionSet whole, Predicate<Competition> rule) implements CompetitionSet {
    @Override
    public List<Competition> competitions() {
        return whole.competitions().stream().filter(rule).toList();
    }

    @Override
    public PreparedData open(Competition competition, Path dataDir) {
        return whole.open(competition, dataDir);
    }

    @Override
    public PreparedData openForGrading(Competition competition, Path dataDir) {
        return whole.openForGrading(competition, dataDir);
    }

    @Override
    public PreparedData prepare(Competition competition, Path dataDir, RawSource source) {
        return whole.prepare(competition, dataDir, source);
    }
}
