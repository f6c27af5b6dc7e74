package dev.trimtab.benchmark.report;

import dev.trimtab.benchmark.comparison.Comparer;
import dev.trimtab.benchmark.comparison.RunOutcome;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The report of several runs of no experiment: their comparison, in the nearest directory that holds them all, and a page for each. */
public final class RunsSite implements ReportSite {
    private final FinishedRuns finished;
    private final Function<String, Optional<Boolean>> lowerIsBetter;
    private final String reference;
    private final List<RunDirectory> runs;
    private final Path root;

    /**
     * @param home the checkout
     * @param sets the competitions there are
     * @param reference the policy that every other is compared with
     * @param runs the runs, at least two
     */
    public RunsSite(Path home, CompetitionSets sets, String reference, List<RunDirectory> runs) {
        this.finished = new FinishedRuns(home, sets);
        this.lowerIsBetter = sets::lowerIsBetter;
        this.reference = reference;
        this.runs = List.copyOf(runs);
        this.root = common(runs.stream().map(RunDirectory::root).toList());
    }

    /**
     * Returns the runs whose directories are right below another one, by name.
     *
     * @throws UserError if it cannot be read
     */
    public static List<RunDirectory> below(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(RunSite::isRun).sorted().map(RunDirectory::new).toList();
        } catch (IOException e) {
            throw new UserError("cannot look for runs: " + IoReason.of(e), e);
        }
    }

    /**
     * Makes sure that the files of runs can be read.
     *
     * @throws UserError naming the first that is damaged
     */
    public static void requireWhole(List<RunDirectory> runs) {
        runs.forEach(RunFiles::read);
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public List<String> pages() {
        List<String> pages = new ArrayList<>(List.of(PAGE));
        runs.stream().filter(run -> RunFiles.damage(run).isEmpty()).forEach(run -> pages.add(path(run)));
        return pages;
    }

    @Override
    public List<String> leftOut() {
        return runs.stream()
                .flatMap(run -> RunFiles.damage(run).or(() -> finished.refusal(run)).stream())
                .toList();
    }

    @Override
    public Optional<ReportData> page(String path) {
        if (path.equals(PAGE)) {
            return Optional.of(comparison());
        }
        return run(path).map(run -> RunReport.of(run, lowerIsBetter, finished.hindsight(run)));
    }

    @Override
    public List<Path> sources(String path) {
        return run(path).map(List::of).orElse(runs).stream()
                .flatMap(run -> List.of(run.events(), run.gradingReport()).stream())
                .toList();
    }

    private ComparisonReport comparison() {
        List<RunOutcome> outcomes = new ArrayList<>();
        List<String> omitted = new ArrayList<>();
        List<RunRow> rows = new ArrayList<>();
        for (RunDirectory run : runs) {
            String name = root.relativize(run.root()).toString();
            Optional<String> damage = RunFiles.damage(run);
            Optional<String> refusal = damage.isPresent() ? damage : finished.refusal(run);
            if (damage.isPresent()) {
                omitted.add(name + " is damaged: " + damage.get());
                rows.add(RunRow.damaged(name, damage.get()));
            } else if (refusal.isPresent()) {
                omitted.add(name + " is not graded: " + refusal.get());
                rows.add(begun(name, run).broken(RunRow.NOT_GRADED, refusal.get()));
            } else if (RunOutcome.isFinished(run.root())) {
                RunOutcome outcome = finished.outcome(run);
                outcomes.add(outcome);
                rows.add(RunRow.of(name, href(run), outcome));
            } else {
                omitted.add(name + " is not finished");
                rows.add(begun(name, run));
            }
        }
        return new ComparisonReport(
                String.valueOf(root.getFileName()),
                null,
                outcomes.isEmpty() ? null : Comparer.compare(reference, outcomes, omitted),
                rows,
                SeedRow.of(rows));
    }

    private RunRow begun(String name, RunDirectory run) {
        return RunRow.of(name, href(run), RunFiles.read(run).facts());
    }

    private Optional<RunDirectory> run(String path) {
        return runs.stream().filter(run -> path(run).equals(path)).findFirst();
    }

    private String path(RunDirectory run) {
        return root.relativize(run.report()).toString().replace('\\', '/');
    }

    /** A directory's name may hold what a link must not. */
    private String href(RunDirectory run) {
        return root.toUri().relativize(run.report().toUri()).toString();
    }

    private static Path common(List<Path> roots) {
        Path common = roots.get(0).getParent();
        while (common != null && !startAll(roots, common)) {
            common = common.getParent();
        }
        if (common == null) {
            throw new IllegalArgumentException("no directory holds all of " + roots);
        }
        return common;
    }

    private static boolean startAll(List<Path> roots, Path common) {
        return roots.stream().allMatch(root -> root.startsWith(common));
    }
}
