package dev.trimtab.benchmark.report;

import dev.trimtab.benchmark.comparison.Comparer;
import dev.trimtab.benchmark.comparison.RunComparison;
import dev.trimtab.benchmark.comparison.RunOutcome;
import dev.trimtab.benchmark.grid.CellRecord;
import dev.trimtab.benchmark.grid.ExperimentDirectory;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report of an experiment: its comparison, and a page for each run that was begun.
 *
 * @param experiment the experiment's directory
 * @param lowerIsBetter says it of a competition where it is known
 */
public record ExperimentSite(ExperimentDirectory experiment, Function<String, Optional<Boolean>> lowerIsBetter)
        implements ReportSite {
    @Override
    public Path root() {
        return experiment.root();
    }

    @Override
    public List<String> pages() {
        List<String> pages = new ArrayList<>(List.of(PAGE));
        experiment.cells().stream()
                .filter(cell -> damage(cell).isEmpty())
                .flatMap(cell -> href(cell).stream())
                .forEach(pages::add);
        return pages;
    }

    @Override
    public List<String> leftOut() {
        return experiment.cells().stream()
                .flatMap(cell -> damage(cell).stream())
                .toList();
    }

    @Override
    public Optional<ReportData> page(String path) {
        if (path.equals(PAGE)) {
            return Optional.of(comparison());
        }
        return cell(path)
                .map(cell -> RunReport.of(
                        new RunDirectory(experiment.run(cell)),
                        lowerIsBetter,
                        cell.outcome() == null ? Hindsight.tooEarly() : Hindsight.of(cell.outcome())));
    }

    @Override
    public List<Path> sources(String path) {
        return cell(path)
                .map(cell -> new RunDirectory(experiment.run(cell)))
                .map(run -> List.of(run.events(), run.gradingReport(), experiment.cellsJsonl()))
                .orElseGet(() -> Stream.concat(
                                Stream.of(experiment.cellsJsonl()),
                                experiment.cells().stream()
                                        .map(cell -> new RunDirectory(experiment.run(cell)).runJson()))
                        .toList());
    }

    private ComparisonReport comparison() {
        List<CellRecord> cells = experiment.cells();
        List<RunRow> runs = cells.stream().map(this::row).toList();
        return new ComparisonReport(
                String.valueOf(root().getFileName()),
                experiment.experiment().title(),
                compare(cells),
                runs,
                SeedRow.of(runs));
    }

    private @Nullable RunComparison compare(List<CellRecord> cells) {
        List<RunOutcome> outcomes = new ArrayList<>();
        List<String> omitted = new ArrayList<>();
        for (CellRecord cell : cells) {
            if (cell.outcome() != null) {
                outcomes.add(cell.outcome());
            } else {
                omitted.add(cell.id() + " " + cell.status().name().toLowerCase(Locale.ROOT));
            }
        }
        Object policies = experiment.experiment().grid().get("policies");
        String reference = policies instanceof List<?> named && !named.isEmpty() ? String.valueOf(named.get(0)) : "";
        return outcomes.isEmpty() ? null : Comparer.compare(reference, outcomes, omitted);
    }

    /** What a finished run came to is written down beside it, so a damaged one is still compared. */
    private RunRow row(CellRecord cell) {
        return damage(cell)
                .map(why -> RunRow.of(cell, null).broken(RunRow.DAMAGED, why))
                .orElseGet(() -> RunRow.of(cell, href(cell).orElse(null)));
    }

    private Optional<String> damage(CellRecord cell) {
        Path root = experiment.run(cell);
        return RunSite.isRun(root) ? RunFiles.damage(new RunDirectory(root)) : Optional.empty();
    }

    private Optional<String> href(CellRecord cell) {
        return RunSite.isRun(experiment.run(cell)) ? Optional.of(cell.run() + "/" + PAGE) : Optional.empty();
    }

    private Optional<CellRecord> cell(String path) {
        return experiment.cells().stream()
                .filter(cell -> href(cell).filter(path::equals).isPresent())
                .findFirst();
    }
}
