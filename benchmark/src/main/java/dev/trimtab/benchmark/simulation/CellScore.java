package dev.trimtab.benchmark.simulation;

import dev.trimtab.benchmark.simulation.CellResult.Comparison;
import dev.trimtab.benchmark.simulation.CellResult.Means;
import dev.trimtab.benchmark.simulation.CellResult.Row;
import dev.trimtab.benchmark.statistics.PairedOutcomes;
import dev.trimtab.benchmark.statistics.Proportion;
import dev.trimtab.controller.ecology.Contender;
import dev.trimtab.controller.ecology.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Turns the outcomes of one cell into its rows. */
final class CellScore {
    private static final double LEVEL = 0.95;
    private static final double SIGNIFICANCE = 0.05;
    private static final double POWER = 0.8;

    private CellScore() {}

    static List<Row> rows(Experiment experiment, List<Contender> contenders, List<List<Outcome>> outcomes) {
        List<Outcome> reference = outcomes.get(0);
        List<Row> rows = new ArrayList<>();
        for (int c = 0; c < contenders.size(); c++) {
            String name = contenders.get(c).name();
            boolean bound = c >= experiment.policies().size();
            List<Outcome> own = outcomes.get(c);
            long successes = own.stream().filter(experiment.measure()::of).count();
            Proportion proportion = new Proportion(successes, own.size());
            Comparison comparison = !bound && name.equals(experiment.reference())
                    ? null
                    : compare(experiment.measure(), reference, own);
            rows.add(new Row(
                    name, bound, own.size(), proportion.share(), proportion.interval(LEVEL), means(own), comparison));
        }
        return rows;
    }

    private static @Nullable Comparison compare(Measure measure, List<Outcome> reference, List<Outcome> other) {
        int wins = 0;
        int losses = 0;
        for (int i = 0; i < reference.size(); i++) {
            boolean first = measure.of(reference.get(i));
            boolean second = measure.of(other.get(i));
            wins += first && !second ? 1 : 0;
            losses += second && !first ? 1 : 0;
        }
        PairedOutcomes pairs = new PairedOutcomes(wins, losses, reference.size());
        double p = pairs.exactMcNemar();
        return new Comparison(
                wins,
                losses,
                pairs.difference(),
                pairs.bootstrapInterval(LEVEL),
                p,
                p,
                pairs.smallestDetectable(SIGNIFICANCE, POWER));
    }

    private static Means means(List<Outcome> outcomes) {
        return new Means(
                mean(outcomes, o -> o.realised() ? 1 : 0),
                mean(outcomes, Outcome::recoverable),
                mean(outcomes, Outcome::aliases),
                mean(outcomes, Outcome::avoidableRetirements),
                mean(outcomes, Outcome::truncations),
                mean(outcomes, Outcome::resets),
                mean(outcomes, Outcome::tokens),
                mean(outcomes, Outcome::contamination),
                adequateChoices(outcomes));
    }

    private static double adequateChoices(List<Outcome> outcomes) {
        double choices = outcomes.stream().mapToLong(Outcome::choices).sum();
        return choices == 0
                ? 0
                : outcomes.stream().mapToLong(Outcome::adequateChoices).sum() / choices;
    }

    private static double mean(List<Outcome> outcomes, ToDoubleFunction<Outcome> value) {
        return outcomes.stream().mapToDouble(value).sum() / outcomes.size();
    }
}
