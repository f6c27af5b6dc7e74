package dev.trimtab.controller.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.law.Aliasing.Entry;
import dev.trimtab.controller.law.Aliasing.Pair;
import dev.trimtab.controller.portfolio.ControlSignature;
import dev.trimtab.controller.portfolio.ControlSignature.Outcome;
import dev.trimtab.controller.portfolio.Family;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Law L7: what a compression may map together, and how fast rewriting loses a record. */
final class AliasingTest {
    @Test
    void aliasSet_recordThatIsTheSignature_isEmpty() {
        ControlSignature one = signature("a", "tune");
        ControlSignature other = signature("b", "tune");

        assertThat(Aliasing.aliasSet(List.of(new Entry("1", one, one), new Entry("2", other, other))))
                .isEmpty();
    }

    @Test
    void aliasSet_acrossFamilies_isRejected() {
        ControlSignature lossy = signature("a", "tune");

        assertThat(Aliasing.aliasSet(
                        List.of(new Entry("1", lossy, lossy), new Entry("2", signature("b", "tune"), lossy))))
                .containsExactly(new Pair("1", "2", true));
    }

    @Test
    void aliasSet_withinFamilyAndAction_isAnAliasButBearable() {
        ControlSignature lossy = signature("a", "tune");
        ControlSignature scored =
                new ControlSignature(new Family("a"), Outcome.SCORED, OptionalDouble.of(0.7), "", "", "tune");

        assertThat(Aliasing.aliasSet(List.of(new Entry("1", lossy, lossy), new Entry("2", scored, lossy))))
                .containsExactly(new Pair("1", "2", false));
    }

    @Property(seed = "1")
    void rejected_takenOut_leavesNoRecordThatMisleadsAndTakesNoneThatReadsBackAsItself(
            @ForAll @Size(max = 8) List<@IntRange(max = 3) Integer> written) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            entries.add(new Entry("" + i, signature("f" + i % 3, "n"), signature("f" + written.get(i), "n")));
        }
        Set<String> rejected = Aliasing.rejected(entries);

        for (Entry one : entries) {
            if (one.signature().equals(one.recorded())) {
                assertThat(rejected).doesNotContain(one.id());
            }
            for (Entry other : entries) {
                boolean left = !rejected.contains(one.id()) && !rejected.contains(other.id());
                if (left && one.recorded().equals(other.recorded())) {
                    assertThat(one.signature()).isEqualTo(other.signature());
                }
            }
        }
    }

    @Test
    void noAlias_againstDrawnStates_isTheShareWithoutACollision() {
        SplittableRandom random = new SplittableRandom(5);
        int clean = 0;
        for (int run = 0; run < 100_000; run++) {
            Set<Integer> states = new HashSet<>();
            for (int i = 0; i < 6; i++) {
                states.add(random.nextInt(30));
            }
            clean += states.size() == 6 ? 1 : 0;
        }

        assertThat(Aliasing.noAlias(6, 30)).isCloseTo(clean / 100_000.0, within(0.006));
    }

    @Property(seed = "1")
    void noAlias_isBelowItsBoundAndZeroWithTooFewStates(
            @ForAll @IntRange(max = 40) int signatures, @ForAll @IntRange(min = 1, max = 60) int states) {
        assertThat(Aliasing.noAlias(signatures, states))
                .isLessThanOrEqualTo(Aliasing.noAliasBound(signatures, states) + 1e-12);
        if (signatures > states) {
            assertThat(Aliasing.noAlias(signatures, states)).isZero();
        }
    }

    @Property(seed = "1")
    void lostByRewriting_growsWithTheLag(
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double hazard, @ForAll @IntRange(max = 30) int steps) {
        double kept = 1;
        for (int i = 0; i < steps; i++) {
            kept -= kept * hazard;
        }

        assertThat(Aliasing.lostByRewriting(hazard, steps)).isCloseTo(1 - kept, within(1e-12));
    }

    private static ControlSignature signature(String family, String next) {
        return new ControlSignature(new Family(family), Outcome.UNTRIED, OptionalDouble.empty(), "", "", next);
    }
}
