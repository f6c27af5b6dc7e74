package dev.trimtab.benchmark.simulation;

import dev.trimtab.benchmark.statistics.Interval;
import dev.trimtab.benchmark.statistics.PairedDifferences;
import dev.trimtab.controller.law.Channel;
import dev.trimtab.controller.law.RegretDecomposition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * 95 % intervals of a regret table, of the bootstrap over worlds: a world's episodes in all cells stand or fall together, since they share its random
 * numbers.
 *
 * @param regret of {@code v(all) - v(none)}
 * @param shapley of each channel's value
 * @param memoryBloc of all memory channels taken as one
 * @param modelBloc of the model
 */
public record RegretIntervals(
        Interval regret, Map<Channel, Interval> shapley, Interval memoryBloc, Interval modelBloc) {
    private static final double LEVEL = 0.95;

    /** Copies the map in the order of the channels. */
    public RegretIntervals {
        shapley = Collections.unmodifiableMap(new EnumMap<>(shapley));
    }

    /**
     * Returns the intervals.
     *
     * @param byWorld decompositions of single episodes, at least one world; those of one world together
     */
    static RegretIntervals of(List<List<RegretDecomposition>> byWorld) {
        Map<Channel, Interval> shapley = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            shapley.put(channel, interval(byWorld, each -> each.shapley().getOrDefault(channel, 0.0)));
        }
        return new RegretIntervals(
                interval(byWorld, RegretDecomposition::regret),
                shapley,
                interval(byWorld, RegretDecomposition::memoryBloc),
                interval(byWorld, RegretDecomposition::modelBloc));
    }

    /** A world that serves more cells than another counts for more, so that the mean is that over all episodes. */
    private static Interval interval(
            List<List<RegretDecomposition>> byWorld, ToDoubleFunction<RegretDecomposition> part) {
        double episodes = byWorld.stream().mapToInt(List::size).sum();
        List<Double> values = new ArrayList<>();
        for (List<RegretDecomposition> world : byWorld) {
            values.add(world.stream().mapToDouble(part).sum() * byWorld.size() / episodes);
        }
        return new PairedDifferences(values).bootstrapInterval(LEVEL);
    }
}
