package dev.trimtab.benchmark.competition;

import dev.trimtab.benchmark.metric.Direction;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.NearestKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sets that are known.
 *
 * @param sets in the order in which they are listed and searched
 */
public record CompetitionSets(List<CompetitionSet> sets) {
    /** Copies the list. */
    public CompetitionSets {
        sets = List.copyOf(sets);
    }

    /** Returns the competitions of all sets. */
    public List<Competition> competitions() {
        return sets.stream().flatMap(set -> set.competitions().stream()).toList();
    }

    /**
     * Returns the set, or part of a set, of that name.
     *
     * @throws UserError naming the nearest one if there is none
     */
    public CompetitionSet set(String name) {
        List<CompetitionSet> named = sets.stream()
                .flatMap(set -> Stream.concat(Stream.of(set), set.parts().stream()))
                .toList();
        return named.stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "set", name, named.stream().map(CompetitionSet::name).toList()));
    }

    /**
     * Returns the competition with that id.
     *
     * @throws UserError naming the nearest one if there is none
     */
    public Competition find(String id) {
        return sets.stream()
                .flatMap(set -> set.find(id).stream())
                .findFirst()
                .orElseThrow(() -> unknown(
                        "competition",
                        id,
                        competitions().stream().map(Competition::id).toList()));
    }

    /** Returns whether a lower score is better in the competition with that id; empty if there is none. */
    public Optional<Boolean> lowerIsBetter(String id) {
        return competitions().stream()
                .filter(competition -> competition.id().equals(id))
                .findFirst()
                .map(competition -> competition.direction() == Direction.MINIMIZE);
    }

    /**
     * Returns data that are ready to use, as {@link CompetitionSet#open}.
     *
     * @throws UserError naming the command to run where the data must be prepared by hand
     */
    public PreparedData open(Competition competition, Path dataDir) {
        return set(competition.definition().set()).open(competition, dataDir);
    }

    /** Splits the public training rows again, as {@link CompetitionSet#refold}. */
    public List<Fold> refold(PreparedData data, int folds, Path workDir) {
        return set(data.competition().definition().set()).refold(data, folds, workDir);
    }

    /**
     * Returns data by which submissions can be graded, as {@link CompetitionSet#openForGrading}.
     *
     * @throws UserError naming the command to run where the data must be prepared by hand
     */
    public PreparedData openForGrading(Competition competition, Path dataDir) {
        return set(competition.definition().set()).openForGrading(competition, dataDir);
    }

    private static UserError unknown(String kind, String name, List<String> known) {
        return new UserError("no " + kind + " is called '" + name + "'"
                + NearestKey.of(name, known)
                        .map(nearest -> "; did you mean '" + nearest + "'?")
                        .orElse("")
                + " (./trimtab competitions lists them)");
    }
}
