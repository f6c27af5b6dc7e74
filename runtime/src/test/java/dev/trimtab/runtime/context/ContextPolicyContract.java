package dev.trimtab.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every context policy. */
abstract class ContextPolicyContract {
    /** Returns a policy that has not seen anything. */
    abstract ContextPolicy fresh();

    @Property(tries = 60, seed = "1")
    void plan_neverShowsMoreThanTheBudget(
            @ForAll @IntRange(max = 24) int attempts, @ForAll @IntRange(max = 900) int budget) {
        ContextPlan plan = fresh().plan(Samples.view(attempts, budget));

        assertThat(plan.granted()).isLessThanOrEqualTo(budget);
    }

    @Property(tries = 30, seed = "1")
    void plan_isTheSameForTheSameView(
            @ForAll @IntRange(max = 24) int attempts, @ForAll @IntRange(max = 900) int budget) {
        ContextPolicy policy = fresh();
        ContextView view = Samples.view(attempts, budget);

        assertThat(policy.plan(view)).isEqualTo(policy.plan(view)).isEqualTo(fresh().plan(view));
    }

    @Property(tries = 30, seed = "1")
    void plan_showsEachItemOnceAndInOrderOfTime(
            @ForAll @IntRange(max = 24) int attempts, @ForAll @IntRange(max = 900) int budget) {
        ContextPlan plan = fresh().plan(Samples.view(attempts, budget));

        assertThat(plan.shown()).extracting(s -> s.item().id()).doesNotHaveDuplicates();
        assertThat(plan.shown())
                .isSortedAccordingTo(Comparator.comparingInt(s -> s.item().step()));
    }

    @Property(tries = 20, seed = "1")
    void plan_withRoomForAll_grantsWhatItWants(@ForAll @IntRange(min = 1, max = 12) int attempts) {
        ContextPlan plan = fresh().plan(Samples.view(attempts, /* budget= */ 100_000));

        assertThat(plan.granted()).isLessThanOrEqualTo(plan.wanted());
        assertThat(plan.shown()).isNotEmpty();
    }
}
