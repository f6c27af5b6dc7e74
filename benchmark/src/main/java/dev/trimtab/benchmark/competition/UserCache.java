package dev.trimtab.benchmark.competition;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The place where a user's programs keep what they can make again. */
public final class UserCache {
    private UserCache() {}

    /** Returns the default data directory, {@code trimtab/data} in the user's cache. */
    public static Path dataDir() {
        return root(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")))
                .resolve("trimtab")
                .resolve("data");
    }

    /** Returns MLE-bench's default data directory, {@code mle-bench/data} in the user's cache. */
    public static Path mleBenchDataDir() {
        return root(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")))
                .resolve("mle-bench")
                .resolve("data");
    }

    /**
     * Returns a user's cache directory by the custom of the system.
     *
     * @param environment environment variables: XDG_CACHE_HOME or, on Windows, LOCALAPPDATA come first
     * @param system the system's name as Java tells it
     * @param home the user's home
     */
    static Path root(Map<String, String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches");
        }
        if (name.startsWith("windows")) {
            return Path.of(environment.getOrDefault(
                    "LOCALAPPDATA", home.resolve("AppData").resolve("Local").toString()));
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        return xdg.isEmpty() ? home.resolve(".cache") : Path.of(xdg);
    }
}
