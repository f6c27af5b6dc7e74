package dev.trimtab.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.runtime.attempt.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Evidence read out of attempts: one scale for all metrics, directions and kinds of score. */
final class AttemptEvidenceTest {
    private static final int WINDOW = 8;

    @Property(tries = 100, seed = "1")
    void read_scoresInAnotherUnitOrDirection_showTheSameRises(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double unit,
            @ForAll @DoubleRange(min = -100, max = 100) double zero) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Hypotheses.Tracked> plain = new ArrayList<>();
        List<Hypotheses.Tracked> changed = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            double score = random.nextDouble();
            boolean verified = i % 3 == 0;
            plain.add(tracked("a" + i, score, verified ? score + 0.1 : null, verified ? 0.02 : null, verified));
            changed.add(tracked(
                    "a" + i,
                    zero - unit * score,
                    verified ? zero - unit * (score + 0.1) : null,
                    verified ? unit * 0.02 : null,
                    verified));
        }
        List<Evidence> one = new AttemptEvidence(plain, /* higherIsBetter= */ true, WINDOW).read();
        List<Evidence> other = new AttemptEvidence(changed, /* higherIsBetter= */ false, WINDOW).read();

        for (int i = 1; i < one.size(); i++) {
            assertThat(rise(other, 0, i)).isCloseTo(rise(one, 0, i), within(1e-6));
            assertThat(other.get(i).noise()).isCloseTo(one.get(i).noise(), within(1e-6));
        }
    }

    @Test
    void read_aRouteThatMakesUpTheSpreadOfTheScoresInAWindow_risesByOneAStep() {
        List<Evidence> read = read(scored("a", 0), scored("b", 1), scored("c", 2), scored("d", 3), scored("e", 4));

        assertThat(rise(read, 0, 1)).isCloseTo(WINDOW / 1.4826, within(1e-12));
    }

    @Test
    void read_strongScores_areShiftedOntoTheScaleOfTheProgramsOwn() {
        List<Evidence> read = read(
                tracked("a", 0.5, 0.4, 0.03, true),
                tracked("b", 0.6, 0.5, 0.03, true),
                tracked("leaks", 0.9, 0.2, 0.03, true),
                scored("c", 0.6));

        assertThat(rise(read, 1, 3)).as("b and c stand alike").isCloseTo(0, within(1e-12));
        assertThat(rise(read, 0, 2))
                .as("what only its own score praises falls behind")
                .isNegative();
        assertThat(read)
                .extracting(Evidence::noise)
                .as("the spread over folds")
                .containsOnly(read.get(0).noise());
    }

    @Test
    void read_whatFailed_isWorkWithoutAScore() {
        List<Evidence> read = read(
                scored("a", 0.5),
                new Hypotheses.Tracked(attempt("b", "a", null), family(), "code", 0, 0, null, null, false),
                tracked("c", 0.6, null, null, /* verified= */ true));

        assertThat(read.get(1).value()).isEmpty();
        assertThat(read.get(1).from()).isEqualTo("a");
        assertThat(read.get(2).value()).as("it failed the strong verification").isEmpty();
        assertThat(read).extracting(Evidence::effort).containsOnly(1.0);
    }

    private static List<Evidence> read(Hypotheses.Tracked... attempts) {
        return new AttemptEvidence(List.of(attempts), /* higherIsBetter= */ true, WINDOW).read();
    }

    private static double rise(List<Evidence> read, int from, int to) {
        return read.get(to).value().orElseThrow() - read.get(from).value().orElseThrow();
    }

    private static Hypotheses.Tracked scored(String id, double score) {
        return tracked(id, score, null, null, /* verified= */ false);
    }

    private static Hypotheses.Tracked tracked(
            String id, double score, @Nullable Double strong, @Nullable Double spread, boolean verified) {
        return new Hypotheses.Tracked(attempt(id, null, score), family(), "code", 0, 0, strong, spread, verified);
    }

    private static Family family() {
        return new Family("linear");
    }

    private static Attempt attempt(String id, @Nullable String parent, @Nullable Double score) {
        Attempt.Fault fault = score == null ? Attempt.Fault.EXCEPTION : null;
        return new Attempt(
                id, parent, 0, Attempt.Stage.DRAFT, "plan", "code", score, "", null, fault, score != null, null);
    }
}
