package dev.trimtab.benchmark.simulation;

import dev.trimtab.benchmark.simulation.CellResult.Row;
import dev.trimtab.benchmark.statistics.Holm;
import dev.trimtab.controller.comparator.Oracle;
import dev.trimtab.controller.ecology.Contender;
import dev.trimtab.controller.ecology.Ensemble;
import dev.trimtab.controller.ecology.Episode;
import dev.trimtab.controller.ecology.Outcome;
import dev.trimtab.controller.ecology.World;
import dev.trimtab.controller.estimate.Calibration;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.Sha256;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs an experiment in the search ecology.
 *
 * @param home the checkout, which holds {@code configs/policies}
 * @param threads where episodes run; results do not depend on it
 */
public record Simulation(Path home, Executor threads) {
    /**
     * What came out.
     *
     * @param title what the experiment asks
     * @param measure what counted as success
     * @param reference the policy that the others were compared with
     * @param worlds SHA-256 over the fingerprints of all cells
     * @param episodes episodes run over all cells and policies
     * @param cells one a combination of the axes' values
     * @param losses how the reference fared against each policy over all cells
     * @param regret what the failures of each policy come from; empty if not asked for
     * @param learning every policy against the best plan under the posterior of what it had seen, by cell; empty if not asked for
     * @param calibration adequacy that the reference predicts against success; null if not asked for
     */
    public record Result(
            String title,
            Measure measure,
            String reference,
            String worlds,
            long episodes,
            List<CellResult> cells,
            List<ReferenceLosses> losses,
            List<RegretShares> regret,
            List<LearningBound> learning,
            @Nullable Calibration calibration) {}

    /**
     * Runs all cells.
     *
     * @throws UserError if a policy does not exist, or the worlds are not those whose fingerprint the file states
     */
    public Result run(ExperimentFile file) {
        Experiment experiment = file.experiment();
        List<ExperimentFile.Cell> cells = file.cells();
        List<Ensemble> ensembles =
                cells.stream().map(cell -> cell.experiment().ensemble()).toList();
        String worlds = worlds(ensembles);
        String stated = experiment.worlds().fingerprint();
        if (stated != null && !stated.equals(worlds)) {
            throw new UserError("the worlds have the fingerprint " + worlds + " but the file states " + stated
                    + "; a table must be made in the worlds that were frozen for it");
        }
        List<CellResult> results = new ArrayList<>();
        WorldDifferences differences = new WorldDifferences();
        long episodes = 0;
        for (ExperimentFile.Cell cell : cells) {
            Ensemble ensemble = cell.experiment().ensemble();
            List<Contender> contenders = new Contenders(home).of(cell.experiment());
            List<List<Outcome>> outcomes = ensemble.run(contenders, threads);
            results.add(new CellResult(
                    cell.settings(),
                    ensemble.fingerprint(),
                    prediction(cell.experiment(), ensemble, outcomes.get(0)),
                    CellScore.rows(cell.experiment(), contenders, outcomes)));
            differences.add(experiment.measure(), contenders, outcomes);
            episodes += (long) ensemble.episodes() * contenders.size();
        }
        List<CellResult> corrected = corrected(results);
        return new Result(
                experiment.title(),
                experiment.measure(),
                experiment.reference(),
                worlds,
                episodes,
                corrected,
                ReferenceLosses.of(corrected, differences),
                experiment.report().regret() ? regret(experiment, ensembles) : List.of(),
                experiment.report().posterior() ? learning(cells) : List.of(),
                experiment.report().calibration() ? calibration(experiment, ensembles) : null);
    }

    private List<RegretShares> regret(Experiment experiment, List<Ensemble> ensembles) {
        return new Contenders(home)
                .of(experiment).stream()
                        .map(contender -> RegretShares.of(ensembles, contender, experiment.measure()::of, threads))
                        .toList();
    }

    private List<LearningBound> learning(List<ExperimentFile.Cell> cells) {
        return cells.stream()
                .flatMap(cell -> new Contenders(home)
                        .of(cell.experiment()).stream()
                                .filter(contender -> !contender.name().equals(Oracle.NAME))
                                .map(contender -> LearningBound.of(cell, contender, threads)))
                .toList();
    }

    private Calibration calibration(Experiment experiment, List<Ensemble> ensembles) {
        Contender reference = new Contenders(home).of(experiment).get(0);
        List<Calibration.Prediction> predictions = new ArrayList<>();
        ensembles.forEach(ensemble -> predictions.addAll(ensemble.predict(reference, threads)));
        return Calibration.of(predictions);
    }

    /**
     * Writes the reference's episode in the first world of each cell as the event log of a run, each in a folder of its own.
     *
     * @param folder is made; must not hold logs yet
     * @throws InfrastructureError if that fails
     */
    public void log(ExperimentFile file, Path folder) {
        int number = 0;
        for (ExperimentFile.Cell cell : file.cells()) {
            Ensemble ensemble = cell.experiment().ensemble();
            World world = ensemble.world(0);
            Contender reference = new Contenders(home).of(cell.experiment()).get(0);
            Path run = folder.resolve(String.format(Locale.ROOT, "cell-%03d", number++));
            try {
                Files.createDirectories(run);
            } catch (IOException e) {
                throw new InfrastructureError("cannot make " + run + ": " + e.getMessage(), e);
            }
            try (EpisodeLog log =
                    EpisodeLog.create(new RunDirectory(run.toAbsolutePath()).events(), ensemble.fingerprint())) {
                new Episode(world, ensemble.protocol()).run(reference.in().apply(world), log);
            }
        }
    }

    private static @Nullable PredictionCheck prediction(
            Experiment experiment, Ensemble ensemble, List<Outcome> reference) {
        Prediction prediction = experiment.prediction();
        return prediction == null ? null : PredictionCheck.of(prediction, experiment.tolerance(), ensemble, reference);
    }

    /** Returns the SHA-256 over the fingerprints of all cells. */
    public static String worlds(List<Ensemble> cells) {
        StringBuilder all = new StringBuilder();
        cells.forEach(cell -> all.append(cell.fingerprint()));
        return Sha256.of(all.toString());
    }

    private static List<CellResult> corrected(List<CellResult> cells) {
        List<Double> pValues = new ArrayList<>();
        for (CellResult cell : cells) {
            for (Row row : cell.rows()) {
                if (row.comparison() != null && !row.bound()) {
                    pValues.add(row.comparison().p());
                }
            }
        }
        Iterator<Double> adjusted = Holm.adjust(pValues).iterator();
        List<CellResult> corrected = new ArrayList<>();
        for (CellResult cell : cells) {
            List<Row> rows = new ArrayList<>();
            for (Row row : cell.rows()) {
                boolean counts = row.comparison() != null && !row.bound();
                rows.add(
                        !counts || row.comparison() == null
                                ? row
                                : new Row(
                                        row.policy(),
                                        /* bound= */ false,
                                        row.episodes(),
                                        row.share(),
                                        row.interval(),
                                        row.means(),
                                        row.comparison().corrected(adjusted.next())));
            }
            corrected.add(new CellResult(cell.settings(), cell.worlds(), cell.prediction(), rows));
        }
        return corrected;
    }
}
