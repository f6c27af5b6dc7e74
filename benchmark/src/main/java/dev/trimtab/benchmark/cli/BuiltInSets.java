package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.competition.UserCache;
import dev.trimtab.benchmark.metric.Direction;
import dev.trimtab.benchmark.mlebench.MleBenchSet;
import dev.trimtab.benchmark.pocket.PocketSet;
import dev.trimtab.runtime.InfrastructureError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The competition sets that come with Trimtab. */
final class BuiltInSets {
    private BuiltInSets() {}

    /**
     * Returns the sets below the checkout that the launcher names.
     *
     * @throws InfrastructureError if the system property {@code trimtab.home} is not set
     */
    static CompetitionSets find() {
        @Nullable String home = System.getProperty("trimtab.home");
        if (home == null) {
            throw new InfrastructureError("the system property trimtab.home is not set; start Trimtab by ./trimtab");
        }
        return in(Path.of(home));
    }

    /** Returns whether a lower score is better in the competition of that id; empty if there is none of that id. */
    static Optional<Boolean> lowerIsBetter(String id) {
        return find().competitions().stream()
                .filter(competition -> competition.id().equals(id))
                .findFirst()
                .map(competition -> competition.direction() == Direction.MINIMIZE);
    }

    /** Returns the sets below a checkout. */
    static CompetitionSets in(Path home) {
        Path competitions = home.resolve("benchmark").resolve("competitions");
        return new CompetitionSets(List.of(
                new PocketSet(competitions.resolve("pocket")),
                new MleBenchSet(competitions.resolve("mle-bench"), UserCache.mleBenchDataDir())));
    }
}
