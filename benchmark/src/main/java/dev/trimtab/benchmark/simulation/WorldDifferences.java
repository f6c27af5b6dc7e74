package dev.trimtab.benchmark.simulation;

import dev.trimtab.benchmark.statistics.Interval;
import dev.trimtab.benchmark.statistics.PairedDifferences;
import dev.trimtab.controller.ecology.Contender;
import dev.trimtab.controller.ecology.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How the reference fared against each policy world by world, summed over the cells: worlds of one index share their random numbers in all cells, so
 * that they stand or fall together.
 */
final class WorldDifferences {
    private static final double LEVEL = 0.95;

    private final Map<String, List<Integer>> sums = new HashMap<>();
    private int episodes;

    /** Counts one cell; outcomes are by contender, those of the reference first, and then by world. */
    void add(Measure measure, List<Contender> contenders, List<List<Outcome>> outcomes) {
        List<Outcome> reference = outcomes.get(0);
        for (int c = 0; c < contenders.size(); c++) {
            List<Integer> sum = sums.computeIfAbsent(contenders.get(c).name(), name -> new ArrayList<>());
            for (int world = 0; world < reference.size(); world++) {
                int difference = value(measure, reference.get(world))
                        - value(measure, outcomes.get(c).get(world));
                if (world < sum.size()) {
                    sum.set(world, sum.get(world) + difference);
                } else {
                    sum.add(difference);
                }
            }
        }
        episodes += reference.size();
    }

    /** Returns the 95 % interval of the mean difference an episode from a policy that was added, of the bootstrap over worlds. */
    Interval interval(String policy) {
        List<Integer> sum = Objects.requireNonNull(sums.get(policy), policy);
        double weight = (double) sum.size() / episodes;
        return new PairedDifferences(
                        sum.stream().map(difference -> difference * weight).toList())
                .bootstrapInterval(LEVEL);
    }

    private static int value(Measure measure, Outcome outcome) {
        return measure.of(outcome) ? 1 : 0;
    }
}
