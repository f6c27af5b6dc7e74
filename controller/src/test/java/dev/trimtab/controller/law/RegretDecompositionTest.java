package dev.trimtab.controller.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Law L10: the parts of a regret add up, say what each cure is worth, and every failure has exactly one class. */
final class RegretDecompositionTest {
    private static final Channel[] CHANNELS = Channel.values();

    @Property(tries = 200, seed = "1")
    void of_anyTable_isTheMeanContributionOverAllOrdersOfCuring(@ForAll long seed) {
        double[] v = drawn(new SplittableRandom(seed));
        double[] sums = new double[6];
        int orders = addOrders(v, 0, sums);

        Map<Channel, Double> shapley = RegretDecomposition.of(table(v)).shapley();

        assertThat(orders).isEqualTo(720);
        for (Channel channel : CHANNELS) {
            assertThat(shapley.get(channel)).isCloseTo(sums[channel.ordinal()] / orders, within(1e-12));
        }
    }

    @Property(tries = 200, seed = "1")
    void of_anyTable_addsUpToTheRegret(@ForAll long seed) {
        double[] v = drawn(new SplittableRandom(seed));
        RegretDecomposition parts = RegretDecomposition.of(table(v));

        assertThat(parts.ecological() + parts.model()).isCloseTo(v[63] - v[0], within(1e-12));
        assertThat(parts.memoryBloc() + parts.modelBloc()).isCloseTo(v[63] - v[0], within(1e-12));
        assertThat(parts.shapley().values()).allMatch(part -> part >= -1 && part <= 1);
    }

    @Property(tries = 200, seed = "1")
    void of_channelThatChangesNothing_givesItNothing(@ForAll long seed, @ForAll @IntRange(max = 5) int idle) {
        double[] v = drawn(new SplittableRandom(seed));
        for (int set = 0; set < 64; set++) {
            v[set] = v[set & ~(1 << idle)];
        }

        assertThat(RegretDecomposition.of(table(v)).shapley().get(CHANNELS[idle]))
                .isZero();
    }

    @Property(tries = 200, seed = "1")
    void of_channelsThatAreWorthTheSame_givesThemTheSame(@ForAll long seed) {
        double[] v = drawn(new SplittableRandom(seed));
        for (int set = 0; set < 64; set++) {
            boolean onlySecond = (set & 3) == 2;
            v[set] = onlySecond ? v[set ^ 3] : v[set];
        }
        Map<Channel, Double> shapley = RegretDecomposition.of(table(v)).shapley();

        assertThat(shapley.get(CHANNELS[0])).isCloseTo(shapley.get(CHANNELS[1]), within(1e-12));
    }

    @Property(tries = 100, seed = "1")
    void of_meanTable_isTheMeanOfTheDecompositions(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CounterfactualTable> episodes = new ArrayList<>();
        double[] mean = new double[6];
        for (int episode = 0; episode < 5; episode++) {
            CounterfactualTable table = table(drawn(random));
            episodes.add(table);
            RegretDecomposition.of(table).shapley().forEach((c, part) -> mean[c.ordinal()] += part / 5);
        }
        Map<Channel, Double> shapley =
                RegretDecomposition.of(CounterfactualTable.mean(episodes)).shapley();

        for (Channel channel : CHANNELS) {
            assertThat(shapley.get(channel)).isCloseTo(mean[channel.ordinal()], within(1e-12));
        }
    }

    @Property(tries = 200, seed = "1")
    void of_curesThatOnlyAdd_haveNoInteraction(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] worth = random.doubles(6, 0, 1 / 6.0).toArray();
        CounterfactualTable additive = CounterfactualTable.of(
                off -> off.stream().mapToDouble(c -> worth[c.ordinal()]).sum());
        RegretDecomposition parts = RegretDecomposition.of(additive);

        assertThat(parts.interaction()).isCloseTo(0, within(1e-12));
        assertThat(parts.shapley().get(Channel.STALE_LEGACY))
                .isCloseTo(worth[Channel.STALE_LEGACY.ordinal()], within(1e-12));
    }

    @Test
    void of_cureThatNeedsAllChannels_hasTheModelSharedOutWithMemoryButNotInBlocs() {
        RegretDecomposition parts =
                RegretDecomposition.of(CounterfactualTable.of(off -> off.size() == CHANNELS.length ? 1 : 0));

        assertThat(parts.interaction()).isEqualTo(1);
        assertThat(parts.model()).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(parts.ecologicalShare().orElseThrow()).isCloseTo(5 / 6.0, within(1e-12));
        assertThat(parts.modelBloc()).isEqualTo(0.5);
        assertThat(parts.check(1).holds()).isTrue();
    }

    @Test
    void of_cureByAnyOneChannel_hasNegativeInteraction() {
        RegretDecomposition parts = RegretDecomposition.of(CounterfactualTable.of(off -> off.isEmpty() ? 0 : 1));

        assertThat(parts.interaction()).isEqualTo(-5);
        assertThat(parts.model()).isCloseTo(1 / 6.0, within(1e-12));
    }

    @Test
    void ecologicalShare_withoutRegret_isUnknown() {
        assertThat(RegretDecomposition.of(CounterfactualTable.of(off -> 0.4)).ecologicalShare())
                .isEmpty();
    }

    /** Episodes fail for drawn causes, each of which needs its channel cured; blocs are counted by class. */
    @Test
    void memoryBloc_ofSimulatedEpisodes_isTheShareOfItsClassAndHalfOfTheSharedOnes() {
        SplittableRandom random = new SplittableRandom(10);
        List<CounterfactualTable> episodes = new ArrayList<>();
        double expected = 0;
        int runs = 2000;
        for (int run = 0; run < runs; run++) {
            List<Set<Channel>> ways = new ArrayList<>();
            for (int way = random.nextInt(3); way >= 0; way--) {
                Set<Channel> causes = EnumSet.noneOf(Channel.class);
                for (Channel channel : CHANNELS) {
                    if (random.nextInt(4) == 0) {
                        causes.add(channel);
                    }
                }
                ways.add(causes);
            }
            episodes.add(CounterfactualTable.of(off -> ways.stream().anyMatch(off::containsAll) ? 1 : 0));
            boolean asItIs = ways.stream().anyMatch(Set::isEmpty);
            boolean memory = ways.stream().anyMatch(way -> !way.contains(Channel.RAW_MODEL));
            boolean model = ways.stream().anyMatch(Set.of(Channel.RAW_MODEL)::containsAll);
            expected += asItIs || (model && !memory) ? 0 : memory && !model ? 1 : 0.5;
        }

        double bloc = RegretDecomposition.of(CounterfactualTable.mean(episodes)).memoryBloc();

        assertThat(bloc).isCloseTo(expected / runs, within(1e-9));
    }

    @Property(seed = "1")
    void failureClass_ofAnyFailedEpisode_isTheOneItsCuresName(
            @ForAll boolean memory, @ForAll boolean model, @ForAll boolean both) {
        double[] v = new double[64];
        v[Channel.index(Channel.memory())] = memory ? 1 : 0;
        v[Channel.RAW_MODEL.bit()] = model ? 1 : 0;
        v[63] = both ? 1 : 0;
        List<FailureClass> named = new ArrayList<>();
        if (memory && !model) {
            named.add(FailureClass.MEMORY);
        }
        if (model && !memory) {
            named.add(FailureClass.MODEL);
        }
        if (memory && model) {
            named.add(FailureClass.EITHER);
        }
        if (both && !memory && !model) {
            named.add(FailureClass.BOTH);
        }
        if (!both && !memory && !model) {
            named.add(FailureClass.NEITHER);
        }

        assertThat(named).containsExactly(FailureClass.of(table(v)).orElseThrow());
    }

    @Test
    void failureClass_ofASuccess_doesNotExistAndOfAShareIsRefused() {
        assertThat(FailureClass.of(CounterfactualTable.of(off -> 1))).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> FailureClass.of(CounterfactualTable.of(off -> 0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.5");
    }

    @Test
    void table_ofTheWrongSizeOrRange_isRefused() {
        assertThatThrownBy(() -> new CounterfactualTable(List.of(0.0, 1.0))).hasMessageContaining("64");
        assertThatThrownBy(() -> CounterfactualTable.of(off -> 2)).hasMessageContaining("[0, 1]");
    }

    /** Adds the contributions of every order that begins with the cured ones; returns how many orders those are. */
    private static int addOrders(double[] v, int cured, double[] sums) {
        int orders = cured == 63 ? 1 : 0;
        for (int channel = 0; channel < 6; channel++) {
            if ((cured >> channel & 1) == 0) {
                int next = cured | 1 << channel;
                int through = addOrders(v, next, sums);
                sums[channel] += through * (v[next] - v[cured]);
                orders += through;
            }
        }
        return orders;
    }

    private static double[] drawn(SplittableRandom random) {
        return random.doubles(64).toArray();
    }

    private static CounterfactualTable table(double[] v) {
        List<Double> success = new ArrayList<>();
        for (double value : v) {
            success.add(value);
        }
        return new CounterfactualTable(success);
    }
}
