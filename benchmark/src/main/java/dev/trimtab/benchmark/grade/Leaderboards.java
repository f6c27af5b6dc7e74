package dev.trimtab.benchmark.grade;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.runtime.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where leaderboards are looked for: a checkout of MLE-bench, if one is given, whose rows are taken as they stand,
 * then the competition's own folder, where the best must come first. Without a
 * leaderboard the thresholds of {@code competition.yaml} stand in.
 *
 * @param checkout root of a checkout of MLE-bench; null if there is none
 */
public record Leaderboards(@Nullable Path checkout) {
    private static final String FILE = "leaderboard.csv";

    /**
     * Returns the scores that medals of a competition need.
     *
     * @throws UserError naming the file if there are none, or the leaderboard is malformed
     */
    public Thresholds thresholds(Competition competition) {
        return find(competition)
                .map(Leaderboard::thresholds)
                .or(() -> competition
                        .definition()
                        .thresholds()
                        .map(given -> new Thresholds(
                                given.gold(), given.silver(), given.bronze(), given.median(), competition.direction())))
                .orElseThrow(() -> new UserError(competition.folder() + " has no " + FILE
                        + " and competition.yaml no thresholds; medals need one of them"));
    }

    /**
     * Returns the leaderboard of a competition; empty if it has none.
     *
     * @throws UserError naming the file if it is malformed
     */
    public Optional<Leaderboard> find(Competition competition) {
        Optional<Path> own = Optional.of(competition.folder().resolve(FILE)).filter(Files::isRegularFile);
        return Optional.ofNullable(checkout)
                .map(root -> root.resolve("mlebench")
                        .resolve("competitions")
                        .resolve(competition.id())
                        .resolve(FILE))
                .filter(Files::isRegularFile)
                .map(Leaderboard::readAsItStands)
                .or(() -> own.map(file -> Leaderboard.read(file, competition.direction())));
    }
}
