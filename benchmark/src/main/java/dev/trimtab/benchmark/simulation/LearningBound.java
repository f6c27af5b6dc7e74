package dev.trimtab.benchmark.simulation;

import dev.trimtab.benchmark.statistics.Interval;
import dev.trimtab.benchmark.statistics.PairedDifferences;
import dev.trimtab.controller.ecology.Contender;
import dev.trimtab.controller.ecology.Ensemble;
import dev.trimtab.controller.ecology.PosteriorBound;
import dev.trimtab.runtime.UserError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * A policy in one cell against the best plan under the posterior of what that policy had seen at its last decision, {@code E[A*_posterior(B)]} of law L4:
 * no policy may exceed it by more than chance.
 *
 * @param settings of the cell
 * @param policy its name
 * @param success share of worlds with success
 * @param bound mean of the bound over the same worlds
 * @param difference {@code success} less {@code bound}
 * @param interval 95 % interval of it, paired bootstrap over worlds
 */
public record LearningBound(
        Map<String, String> settings,
        String policy,
        double success,
        double bound,
        double difference,
        Interval interval) {
    private static final double LEVEL = 0.95;

    static LearningBound of(ExperimentFile.Cell cell, Contender contender, Executor threads) {
        Ensemble ensemble = cell.experiment().ensemble();
        List<PosteriorBound> bounds;
        try {
            bounds = ensemble.bound(contender, threads);
        } catch (CompletionException e) {
            if (e.getCause() instanceof IllegalArgumentException reason) {
                throw new UserError("report.posterior: " + reason.getMessage(), reason);
            }
            throw e;
        }
        PairedDifferences differences = new PairedDifferences(bounds.stream()
                .map(each -> (each.success() ? 1 : 0) - each.adequacy())
                .toList());
        double bound =
                bounds.stream().mapToDouble(PosteriorBound::adequacy).average().orElseThrow();
        return new LearningBound(
                cell.settings(),
                contender.name(),
                differences.mean() + bound,
                bound,
                differences.mean(),
                differences.bootstrapInterval(LEVEL));
    }
}
