package dev.trimtab.benchmark.simulation;

import dev.trimtab.controller.ecology.Attribution;
import dev.trimtab.controller.ecology.Contender;
import dev.trimtab.controller.ecology.Ensemble;
import dev.trimtab.controller.ecology.Outcome;
import dev.trimtab.controller.law.CounterfactualTable;
import dev.trimtab.controller.law.FailureClass;
import dev.trimtab.controller.law.RegretDecomposition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * What a policy's failures come from over all cells of an experiment (law L10): exact, by episodes run again with each set of channels off.
 *
 * @param policy its name
 * @param episodes episodes attributed
 * @param success share of them with success
 * @param regret regret an episode by channel
 * @param intervals 95 % intervals of it
 * @param classes failed episodes by what would have cured them
 */
public record RegretShares(
        String policy,
        int episodes,
        double success,
        RegretDecomposition regret,
        RegretIntervals intervals,
        Map<FailureClass, Integer> classes) {
    static RegretShares of(List<Ensemble> cells, Contender contender, Predicate<Outcome> success, Executor threads) {
        List<CounterfactualTable> tables = new ArrayList<>();
        List<List<RegretDecomposition>> byWorld = new ArrayList<>();
        for (Ensemble cell : cells) {
            List<Attribution> attributions = cell.attribute(contender, success, threads);
            for (int place = 0; place < attributions.size(); place++) {
                CounterfactualTable table = attributions.get(place).table();
                tables.add(table);
                if (place == byWorld.size()) {
                    byWorld.add(new ArrayList<>());
                }
                byWorld.get(place).add(RegretDecomposition.of(table));
            }
        }
        Map<FailureClass, Integer> classes = new EnumMap<>(FailureClass.class);
        for (FailureClass failure : FailureClass.values()) {
            classes.put(failure, 0);
        }
        tables.forEach(table -> FailureClass.of(table).ifPresent(failure -> classes.merge(failure, 1, Integer::sum)));
        CounterfactualTable mean = CounterfactualTable.mean(tables);
        return new RegretShares(
                contender.name(),
                tables.size(),
                mean.success().get(0),
                RegretDecomposition.of(mean),
                RegretIntervals.of(byWorld),
                classes);
    }
}
