package dev.trimtab.controller.law;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Law L10, diagnostic regret decomposition: what each channel costs, as Shapley values of the success with channels
 * switched off (after Takahashi, doi 10.5281/zenodo.18905242; Shapley, A value for n-person games, 1953).
 *
 * <p>All parts are differences of success, in [-1,1]; one is negative where a cure does harm. The value is linear: the
 * decomposition of a mean table is the mean of the decompositions.
 *
 * @param shapley {@code phi_c} of each channel; they add up to {@code regret}
 * @param regret {@code v(all) - v(none)}
 * @param interaction {@code v(all) - v(none) - sum of (v({c}) - v(none))}: what single cures do not explain; not a further
 *     share, since the Shapley values hold it already
 * @param memoryBloc Shapley value of all memory channels taken as one
 * @param modelBloc the same of the model; the two add up to {@code regret}
 */
public record RegretDecomposition(
        Map<Channel, Double> shapley, double regret, double interaction, double memoryBloc, double modelBloc) {
    /** Copies the map in the order of the channels. */
    public RegretDecomposition {
        shapley = Collections.unmodifiableMap(new EnumMap<>(shapley));
    }

    /** Returns the decomposition of a table of one or many episodes. */
    public static RegretDecomposition of(CounterfactualTable table) {
        int all = (1 << Channel.values().length) - 1;
        int model = Channel.RAW_MODEL.bit();
        int memory = all ^ model;
        double regret = table.at(all) - table.at(0);
        double interaction = regret;
        Map<Channel, Double> shapley = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            shapley.put(channel, shapley(table, channel.bit(), all));
            interaction -= table.at(channel.bit()) - table.at(0);
        }
        double memoryBloc = (table.at(memory) - table.at(0) + table.at(all) - table.at(model)) / 2;
        return new RegretDecomposition(shapley, regret, interaction, memoryBloc, regret - memoryBloc);
    }

    /** Returns the ecological part: the Shapley values of all channels but the model's. */
    public double ecological() {
        return Channel.memory().stream().mapToDouble(shapley::get).sum();
    }

    /** Returns the model's part. */
    public double model() {
        return shapley.getOrDefault(Channel.RAW_MODEL, 0.0);
    }

    /** Returns the ecological part over the regret; empty if there is no regret. It may lie outside [0,1]. */
    public OptionalDouble ecologicalShare() {
        return regret == 0 ? OptionalDouble.empty() : OptionalDouble.of(ecological() / regret);
    }

    /**
     * Returns the certificate that memory costs at least as much as the model, the two taken as blocs, so that the answer does
     * not depend on how finely memory is split into channels.
     *
     * @param episodes how many the table was made of, at least 1
     */
    public Certificate check(int episodes) {
        return Certificate.atLeast(
                Law.L10,
                "memory bloc >= model bloc",
                Map.of("v(all) - v(none)", Quantity.estimated(regret, episodes)),
                memoryBloc,
                modelBloc);
    }

    private static double shapley(CounterfactualTable table, int bit, int all) {
        double value = 0;
        for (int set = 0; set <= all; set++) {
            if ((set & bit) == 0) {
                value += weight(Integer.bitCount(set)) * (table.at(set | bit) - table.at(set));
            }
        }
        return value;
    }

    /** Returns the chance that exactly a given set of so many channels comes before a channel in a random order. */
    private static double weight(int before) {
        int others = Channel.values().length - 1;
        double sets = 1;
        for (int j = 1; j <= before; j++) {
            sets = sets * (others - before + j) / j;
        }
        return 1 / (sets * (others + 1));
    }
}
