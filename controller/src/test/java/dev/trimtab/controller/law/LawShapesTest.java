package dev.trimtab.controller.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Ranges, directions, limits and invariances of laws L1 to L9 and L12, whatever their constants. */
final class LawShapesTest {
    private static final double ROUNDING = 1e-9;

    @Property(seed = "1")
    void contamination_inOtherUnits_choosesTheSame(
            @ForAll @DoubleRange(min = 0.05, max = 1) double live,
            @ForAll @DoubleRange(min = -1, max = 1) double legacy,
            @ForAll @DoubleRange(min = 0.05, max = 1) double noise,
            @ForAll @DoubleRange(max = 1) double chi,
            @ForAll @DoubleRange(min = 0.1, max = 10) double unit) {
        double chosen = new Contamination(live, legacy, noise).chooseAdequate(chi);

        assertThat(chosen).isBetween(0.0, 1.0);
        assertThat(new Contamination(unit * live, unit * legacy, unit * noise).chooseAdequate(chi))
                .isCloseTo(chosen, within(ROUNDING));
    }

    @Property(seed = "1")
    void contamination_moreReads_helpBelowTheThresholdAndHarmAboveIt(
            @ForAll @DoubleRange(min = 0.05, max = 1) double live,
            @ForAll @DoubleRange(min = 0.05, max = 1) double legacy,
            @ForAll @DoubleRange(max = 1) double chi,
            @ForAll @IntRange(min = 1, max = 50) int reads) {
        Contamination law = new Contamination(live, legacy, 0.3);
        double one = law.chooseAdequate(chi, reads);
        double more = law.chooseAdequate(chi, reads + 1);

        if (chi < live / (live + legacy)) {
            assertThat(more).isGreaterThanOrEqualTo(one - ROUNDING);
        } else {
            assertThat(more).isLessThanOrEqualTo(one + ROUNDING).isLessThanOrEqualTo(0.5 + ROUNDING);
        }
    }

    @Property(seed = "1")
    void legacyDegree_isTheOverlapOfWhatIsFreshAndRisesToOne(
            @ForAll @DoubleRange(max = 100) double staleness,
            @ForAll @DoubleRange(max = 1) double overlap,
            @ForAll @DoubleRange(min = 0.5, max = 50) double halfLife) {
        double degree = Contamination.legacyDegree(staleness, overlap, halfLife);

        assertThat(Contamination.legacyDegree(0, overlap, halfLife)).isCloseTo(overlap, within(ROUNDING));
        assertThat(degree).isBetween(overlap - ROUNDING, 1.0);
        assertThat(Contamination.legacyDegree(staleness + 1, overlap, halfLife)).isGreaterThanOrEqualTo(degree);
        assertThat(Contamination.legacyDegree(1e4, overlap, halfLife)).isCloseTo(1, within(1e-6));
    }

    @Property(seed = "1")
    void lockIn_belowTheCriticalFeedback_neverHappens(
            @ForAll @DoubleRange(max = 3) double drive, @ForAll @DoubleRange(min = 0.01, max = 8) double feedback) {
        boolean locked = !new LockIn(drive, feedback).check(Map.of()).holds();

        if (feedback <= Math.sqrt(2 * Math.PI)) {
            assertThat(locked).isFalse();
        }
        if (!locked) {
            assertThat(new LockIn(drive + 0.1, feedback).check(Map.of()).holds())
                    .isTrue();
        }
    }

    @Property(seed = "1")
    void retirementLoss_isAShareThatRisesWithWhatIsGivenUp(
            @ForAll @DoubleRange(min = 0.01, max = 1) double q,
            @ForAll @DoubleRange(max = 1) double before,
            @ForAll @DoubleRange(max = 1) double share,
            @ForAll @DoubleRange(max = 1) double othersMiss) {
        double after = share * before;
        double some = 1 - (1 - q) * othersMiss;
        double loss = Retirement.loss(q, before, after, othersMiss, some);

        assertThat(loss).isBetween(0.0, 1 + ROUNDING);
        assertThat(Retirement.loss(q, before, before, othersMiss, some)).isZero();
        assertThat(Retirement.loss(q, before, 0, othersMiss, some)).isGreaterThanOrEqualTo(loss);
        assertThat(Retirement.loss(q, before, after, 0, some)).isZero();
    }

    @Property(seed = "1")
    void blindSuccess_isCertainWithAllFamiliesAndRisesWithEachOne(
            @ForAll @IntRange(min = 1, max = 20) int families,
            @ForAll @IntRange(min = 1, max = 20) int some,
            @ForAll @IntRange(max = 20) int few) {
        int adequate = Math.min(some, families);
        int kept = Math.min(few, families - 1);
        double success = Retirement.blindSuccess(families, adequate, kept);

        assertThat(success).isBetween(0.0, 1.0);
        assertThat(Retirement.blindSuccess(families, adequate, kept + 1)).isGreaterThanOrEqualTo(success - ROUNDING);
        assertThat(Retirement.blindSuccess(families, adequate, families)).isEqualTo(1);
        assertThat(Retirement.blindSuccess(families, adequate, 0)).isZero();
        assertThat(Retirement.blindSuccess(families, 1, kept)).isCloseTo(kept / (double) families, within(ROUNDING));
    }

    @Property(seed = "1")
    void coverage_risesWithBreadthAndFallsWithLag(
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double q,
            @ForAll @DoubleRange(min = 0.5, max = 1) double survival,
            @ForAll @IntRange(min = 1, max = 30) int breadth,
            @ForAll @IntRange(max = 30) int lag) {
        Coverage law = new Coverage(q, survival, 1);
        double adequacy = law.adequacy(breadth, lag);

        assertThat(adequacy).isBetween(0.0, 1.0);
        assertThat(law.adequacy(breadth + 1, lag)).isGreaterThanOrEqualTo(adequacy);
        assertThat(law.adequacy(breadth, lag + 1)).isLessThanOrEqualTo(adequacy);
        assertThat(law.adequacy(1, 0)).isCloseTo(q, within(ROUNDING));
        assertThat(law.adequacy(100_000, 0)).isCloseTo(1, within(ROUNDING));
    }

    @Property(seed = "1")
    void reserveNats_ofFamilies_reachTheTargetIffTheirAdequacyDoes(
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = 0.01, max = 0.9) Double> q,
            @ForAll @DoubleRange(max = 1) double survival,
            @ForAll @DoubleRange(min = 0.01, max = 0.9) double failure) {
        double nats = 0;
        double miss = 1;
        double none = 1;
        for (double family : q) {
            nats += ReserveFeasibility.nats(family, survival);
            miss *= 1 - family * survival;
            none *= 1 - family;
        }
        double adequacy = (1 - miss) / (1 - none);
        double target = ReserveFeasibility.targetNats(failure, 1 - none);

        if (Math.abs(adequacy - (1 - failure)) > 1e-6) {
            assertThat(nats >= target).isEqualTo(adequacy >= 1 - failure);
        }
    }

    @Property(seed = "1")
    void substitutes_together_areAtLeastTheBetterAndInAnyOrderTheSame(
            @ForAll @DoubleRange(max = 1) double one, @ForAll @DoubleRange(max = 1) double other) {
        double both = Substitution.together(one, other);

        assertThat(both).isBetween(Math.max(one, other) - ROUNDING, 1.0);
        assertThat(both).isCloseTo(Substitution.together(other, one), within(ROUNDING));
        assertThat(Substitution.check(Map.of(), one, other, 0).holds()).isEqualTo(other >= one);
    }

    @Property(seed = "1")
    void noAlias_fallsWithSignaturesAndRisesWithStates(
            @ForAll @IntRange(min = 1, max = 30) int signatures, @ForAll @IntRange(min = 1, max = 60) int states) {
        double clean = Aliasing.noAlias(signatures, states);

        assertThat(clean).isBetween(0.0, 1.0);
        assertThat(Aliasing.noAlias(signatures + 1, states)).isLessThanOrEqualTo(clean);
        assertThat(Aliasing.noAlias(signatures, states + 1)).isGreaterThanOrEqualTo(clean);
        assertThat(Aliasing.noAlias(1, states)).isEqualTo(1);
    }

    @Property(seed = "1")
    void resetValue_isBelowTheAdequacyAndReachesItWithDecisions(
            @ForAll @DoubleRange(max = 1) double adequacy,
            @ForAll @DoubleRange(max = 1) double chi,
            @ForAll @IntRange(max = 30) int decisions,
            @ForAll @DoubleRange(min = 0.05, max = 1) double realise) {
        Reset law = new Reset(new Contamination(0.3, 0.2, 0.2), realise);
        double value = law.value(adequacy, chi, decisions);

        assertThat(value).isBetween(0.0, adequacy);
        assertThat(law.value(adequacy, chi, decisions + 1)).isGreaterThanOrEqualTo(value);
        assertThat(law.value(adequacy, Math.min(1, chi + 0.1), decisions)).isLessThanOrEqualTo(value + ROUNDING);
        assertThat(law.value(adequacy, chi, 0)).isZero();
        assertThat(law.value(adequacy, 0, 1e6)).isCloseTo(adequacy, within(ROUNDING));
    }

    @Property(seed = "1")
    void drift_fromAnyStart_settlesAtTheSameContamination(
            @ForAll @DoubleRange(min = 0.02, max = 0.5) double inflow,
            @ForAll @DoubleRange(min = 0.02, max = 0.49) double purge,
            @ForAll @DoubleRange(max = 1) double start) {
        Drift law = new Drift(inflow, purge);
        double chi = start;
        for (int step = 0; step < 2000; step++) {
            chi = law.next(chi);
        }

        assertThat(chi).isCloseTo(law.settles().orElseThrow(), within(1e-6));
        assertThat(chi).isCloseTo(inflow / (inflow + purge), within(1e-6));
    }

    @Property(seed = "1")
    void promise_agedInTwoParts_isTheSameAsAtOnceAndLiesBetweenPriorAndEvidence(
            @ForAll @DoubleRange(max = 1) double prior,
            @ForAll @DoubleRange(max = 1) double seen,
            @ForAll @DoubleRange(max = 40) double first,
            @ForAll @DoubleRange(max = 40) double second) {
        double once = Drift.promise(prior, seen, first + second, 7);

        assertThat(Drift.promise(prior, Drift.promise(prior, seen, first, 7), second, 7))
                .isCloseTo(once, within(ROUNDING));
        assertThat(once).isBetween(Math.min(prior, seen) - ROUNDING, Math.max(prior, seen) + ROUNDING);
        assertThat(Drift.promise(prior, seen, first, Double.POSITIVE_INFINITY)).isCloseTo(seen, within(ROUNDING));
    }

    @Property(seed = "1")
    void exploring_isAShareAndNeverBeatsKnowingWhichRouteIsReal(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double promise,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double rival,
            @ForAll @DoubleRange(max = 6) double separation,
            @ForAll @IntRange(min = 1, max = 10) int spent,
            @ForAll @DoubleRange(min = 0.05, max = 1) double realise) {
        BreadthDepth law = new BreadthDepth(realise);
        double value = law.explore(promise, rival, separation, spent, 12);
        double known = (promise + (1 - promise) * rival) * law.finish(12);

        assertThat(value).isBetween(0.0, known + ROUNDING);
        assertThat(law.finish(0)).isZero();
        assertThat(law.finish(12)).isGreaterThanOrEqualTo(law.finish(11)).isLessThanOrEqualTo(1);
    }
}
