package dev.trimtab.benchmark.simulation;

import dev.trimtab.benchmark.simulation.CellResult.Row;
import dev.trimtab.benchmark.statistics.Holm;
import dev.trimtab.controller.ecology.Contender;
import dev.trimtab.controller.ecology.Ensemble;
import dev.trimtab.runtime.Sha256;
import dev.trimtab.runtime.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
     */
    public record Result(
            String title,
            Measure measure,
            String reference,
            String worlds,
            long episodes,
            List<CellResult> cells,
            List<ReferenceLosses> losses) {}

    /**
     * Runs all cells.
     *
     * @throws UserError if a policy does not exist, or the worlds are not those whose fingerprint the file states
     */
    public Result run(ExperimentFile file) {
        Experiment experiment = file.experiment();
        List<ExperimentFile.Cell> cells = file.cells();
        String worlds =
                worlds(cells.stream().map(cell -> cell.experiment().ensemble()).toList());
        String stated = experiment.worlds().fingerprint();
        if (stated != null && !stated.equals(worlds)) {
            throw new UserError("the worlds have the fingerprint " + worlds + " but the file states " + stated
                    + "; a table must be made in the worlds that were frozen for it");
        }
        List<CellResult> results = new ArrayList<>();
        long episodes = 0;
        for (ExperimentFile.Cell cell : cells) {
            Ensemble ensemble = cell.experiment().ensemble();
            List<Contender> contenders = new Contenders(home).of(cell.experiment());
            List<Row> rows = CellScore.rows(cell.experiment(), contenders, ensemble.run(contenders, threads));
            results.add(new CellResult(
                    cell.settings(), ensemble.fingerprint(), predicted(cell.experiment(), ensemble), rows));
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
                ReferenceLosses.of(corrected));
    }

    private static @Nullable Double predicted(Experiment experiment, Ensemble ensemble) {
        Prediction prediction = experiment.prediction();
        if (prediction == null) {
            return null;
        }
        double sum = 0;
        for (int place = 0; place < ensemble.episodes(); place++) {
            sum += prediction.of(ensemble.world(place));
        }
        return sum / ensemble.episodes();
    }

    /** Returns the SHA-256 over the fingerprints of all cells. */
    static String worlds(List<Ensemble> cells) {
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
            corrected.add(new CellResult(cell.settings(), cell.worlds(), cell.predicted(), rows));
        }
        return corrected;
    }
}
