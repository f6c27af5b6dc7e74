package dev.trimtab.controller.law;

import dev.trimtab.controller.portfolio.Ranges;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Success by the set {@code T} of channels that are switched off, all else and all random numbers alike (law L10, {@code
 * v(T)}).
 *
 * <p>Terms: Takahashi, Search Stability under Finite Context, doi 10.5281/zenodo.18905242; the statement is this project's (L10 in docs/theory.md).
 *
 * @param success {@code v(T)} in [0,1] at {@link Channel#index}, 64 of them: 0 or 1 for one episode, a share for many
 */
public record CounterfactualTable(List<Double> success) {
    private static final int SETS = 1 << Channel.values().length;

    /** Copies the table and checks its size and ranges. */
    public CounterfactualTable {
        success = List.copyOf(success);
        if (success.size() != SETS) {
            throw new IllegalArgumentException("a table has " + SETS + " entries but this has " + success.size());
        }
        success.forEach(v -> Ranges.unit("success", v));
    }

    /** Asks for the success of each of the 64 sets of channels once, in the order of {@link Channel#index}. */
    public static CounterfactualTable of(ToDoubleFunction<Set<Channel>> success) {
        List<Double> values = new ArrayList<>(SETS);
        for (int set = 0; set < SETS; set++) {
            Set<Channel> off = EnumSet.noneOf(Channel.class);
            for (Channel channel : Channel.values()) {
                if ((set & channel.bit()) != 0) {
                    off.add(channel);
                }
            }
            values.add(success.applyAsDouble(off));
        }
        return new CounterfactualTable(values);
    }

    /**
     * Returns the mean of the tables of several episodes.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static CounterfactualTable mean(Collection<CounterfactualTable> episodes) {
        Ranges.positive("episodes", episodes.size());
        double[] sums = new double[SETS];
        for (CounterfactualTable episode : episodes) {
            for (int set = 0; set < SETS; set++) {
                sums[set] += episode.at(set);
            }
        }
        List<Double> means = new ArrayList<>(SETS);
        for (double sum : sums) {
            means.add(sum / episodes.size());
        }
        return new CounterfactualTable(means);
    }

    /** Returns {@code v(T)}. */
    public double with(Set<Channel> off) {
        return at(Channel.index(off));
    }

    double at(int set) {
        return success.get(set);
    }
}
