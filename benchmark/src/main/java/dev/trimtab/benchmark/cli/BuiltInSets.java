package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.competition.UserCache;
import dev.trimtab.benchmark.mlebench.MleBenchSet;
import dev.trimtab.benchmark.pocket.PocketSet;
import dev.trimtab.runtime.InfrastructureError;
import java.nio.file.Path;
import java.util.List;
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

    /** Returns the sets below a checkout. */
    static CompetitionSets in(Path home) {
        Path competitions = home.resolve("benchmark").resolve("competitions");
        return new CompetitionSets(List.of(
                new PocketSet(competitions.resolve("pocket")),
                new MleBenchSet(competitions.resolve("mle-bench"), UserCache.mleBenchDataDir())));
    }
}
