package dev.trimtab.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Mean differences: their interval, their test and what they could show, against small cases and simulated ones. */
final class PairedDifferencesTest {
    @Test
    void signFlip_ofThreePairs_isCountedByHand() {
        // sums of +-1 +-2 +-4 are 7, 5, 3, 1 and their opposites
        assertThat(new PairedDifferences(List.of(1.0, -2.0, 4.0)).signFlip()).isEqualTo(0.75);
        assertThat(new PairedDifferences(List.of(-1.0, 2.0, 4.0)).signFlip()).isEqualTo(0.5);
        assertThat(new PairedDifferences(List.of(1.0, 2.0, 4.0)).signFlip()).isEqualTo(0.25);
        assertThat(new PairedDifferences(List.of(0.0, 0.0)).signFlip()).isEqualTo(1.0);
    }

    @Property(tries = 60, seed = "1")
    void signFlip_isTheSameForTheOtherSide_andAtLeastWhatThePairsAllow(
            @ForAll @Size(min = 1, max = 10) List<@DoubleRange(min = -1, max = 1) Double> values) {
        PairedDifferences differences = new PairedDifferences(values);
        PairedDifferences mirrored =
                new PairedDifferences(values.stream().map(value -> -value).toList());

        assertThat(differences.signFlip()).isEqualTo(mirrored.signFlip());
        assertThat(differences.signFlip()).isBetween(Math.pow(2, 1.0 - values.size()) - 1e-12, 1.0);
    }

    @Property(tries = 20, seed = "1")
    void signFlip_ofManyPairs_isNearTheNormalApproximation(@ForAll @IntRange(min = 0, max = 5) int lead) {
        List<Double> values = new ArrayList<>(Collections.nCopies(40, 1.0));
        for (int i = 0; i < 20 - lead; i++) {
            values.set(i, -1.0);
        }

        // a sum of 40 signs is as far from 0 as 2 * lead with the chance of a symmetric binomial
        assertThat(new PairedDifferences(values).signFlip())
                .isCloseTo(new PairedOutcomes(20 + lead, 20 - lead, 40).exactMcNemar(), within(0.01));
    }

    @Test
    void signFlip_underNoDifference_rejectsAtMostAsOftenAsStated() {
        SplittableRandom random = new SplittableRandom(3);
        int rejected = 0;
        for (int i = 0; i < 2000; i++) {
            rejected += new PairedDifferences(drawn(random, 8, 0)).signFlip() <= 0.05 ? 1 : 0;
        }

        assertThat(rejected / 2000.0).isCloseTo(0.05, within(0.015));
    }

    @Test
    void bootstrapInterval_holdsTheTrueMeanAboutAsOftenAsStated() {
        SplittableRandom random = new SplittableRandom(4);
        int held = 0;
        for (int i = 0; i < 100; i++) {
            held += new PairedDifferences(drawn(random, 40, 0.3))
                            .bootstrapInterval(0.95)
                            .holds(0.3)
                    ? 1
                    : 0;
        }

        assertThat(held).isBetween(88, 99);
    }

    @Test
    void bootstrapInterval_ofTwoPairs_isThatOfTheirFourSamples() {
        PairedDifferences differences = new PairedDifferences(List.of(0.0, 1.0));

        assertThat(differences.bootstrapInterval(0.95)).isEqualTo(new Interval(0, 1));
        assertThat(differences.bootstrapInterval(0.4)).isEqualTo(new Interval(0.5, 0.5));
        assertThat(differences.bootstrapInterval(0.95)).isEqualTo(differences.bootstrapInterval(0.95));
    }

    @Test
    void smallestDetectable_isFoundAsOftenAsItsPowerSays() {
        SplittableRandom random = new SplittableRandom(5);
        double spread = Math.sqrt(1 / 12.0);
        double smallest = (1.959964 + 0.841621) * spread / Math.sqrt(30);
        int found = 0;
        for (int i = 0; i < 120; i++) {
            found += new PairedDifferences(drawn(random, 30, smallest)).signFlip() <= 0.05 ? 1 : 0;
        }

        assertThat(found / 120.0).isCloseTo(0.8, within(0.08));
        assertThat(new PairedDifferences(List.of(-1.0, 1.0)).smallestDetectable(0.05, 0.8))
                .isCloseTo(2.801585, within(1e-4));
        assertThat(new PairedDifferences(List.of(1.0)).smallestDetectable(0.05, 0.8))
                .isNull();
    }

    @Test
    void values_thatAreNoNumbers_areRefused() {
        assertThatThrownBy(() -> new PairedDifferences(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PairedDifferences(List.of(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Double> drawn(SplittableRandom random, int pairs, double mean) {
        return random.doubles(pairs, mean - 0.5, mean + 0.5).boxed().toList();
    }
}
