package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.competition.UserCache;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where prepared data are kept. */
final class DataDirOption {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where prepared data are kept (default: trimtab/data in the user's cache directory).")
    private @Nullable Path given;

    /** Returns the directory given, or else the default. */
    Path path() {
        return given == null ? UserCache.dataDir() : given;
    }
}
