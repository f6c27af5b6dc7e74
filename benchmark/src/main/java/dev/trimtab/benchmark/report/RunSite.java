package dev.trimtab.benchmark.report;

import dev.trimtab.runtime.workspace.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The report of one run.
 *
 * @param run the run's directory
 * @param lowerIsBetter says it of a competition where it is known
 * @param hindsight says of a run what its submissions were worth
 */
public record RunSite(
        RunDirectory run,
        Function<String, Optional<Boolean>> lowerIsBetter,
        Function<RunDirectory, Hindsight> hindsight)
        implements ReportSite {
    /** Returns whether a directory holds a run that was begun. */
    public static boolean isRun(Path root) {
        return Files.isRegularFile(new RunDirectory(root).runJson());
    }

    @Override
    public Path root() {
        return run.root();
    }

    @Override
    public List<String> pages() {
        return List.of(PAGE);
    }

    @Override
    public Optional<ReportData> page(String path) {
        return path.equals(PAGE)
                ? Optional.of(RunReport.of(run, lowerIsBetter, hindsight.apply(run)))
                : Optional.empty();
    }

    /** Returns none: a damaged run that is asked for by itself is refused when its page is made. */
    @Override
    public List<String> leftOut() {
        return List.of();
    }

    @Override
    public List<Path> sources(String path) {
        return List.of(run.events(), run.gradingReport());
    }
}
