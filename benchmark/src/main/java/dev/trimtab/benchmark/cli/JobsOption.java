package dev.trimtab.benchmark.cli;

import dev.trimtab.runtime.UserError;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Option;

/** {@code --jobs}: how many threads simulate. */
final class JobsOption {
    @Option(names = "--jobs", paramLabel = "N", description = "Threads; results do not depend on it (default: all).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    /**
     * Starts the threads, which the caller shuts down.
     *
     * @throws UserError if there are to be none
     */
    ExecutorService threads() {
        return Executors.newFixedThreadPool(number());
    }

    /**
     * Returns how many there are to be.
     *
     * @throws UserError if there are to be none
     */
    int number() {
        if (jobs < 1) {
            throw new UserError("--jobs must be at least 1 but was " + jobs);
        }
        return jobs;
    }
}
