package dev.trimtab.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.config.DropOrder;
import org.junit.jupiter.api.Test;

/** AIDE's own memory: working attempts only (fidelity A10). */
final class AideJournalPolicyTest extends ContextPolicyContract {
    @Override
    ContextPolicy fresh() {
        return RecencyPolicy.aideJournal(DropOrder.OLDEST);
    }

    @Test
    void a10_plan_showsWorkingAttemptsOnlyInJournalOrder() {
        ContextPlan plan = fresh().plan(Samples.view(/* attempts= */ 8, /* budget= */ 10_000));

        assertThat(plan.shown()).extracting(s -> s.item().id()).containsExactly("n0", "n1", "n2", "n4", "n5", "n6");
    }

    @Test
    void plan_underABudget_dropsTheOldestFirst() {
        ContextPlan plan = fresh().plan(Samples.view(/* attempts= */ 8, /* budget= */ 60));

        assertThat(plan.shown()).isNotEmpty();
        assertThat(plan.shown().get(plan.shown().size() - 1).item().id()).isEqualTo("n6");
        assertThat(plan.wanted()).isGreaterThan(60);
    }

    @Test
    void plan_droppingTheWorstFirst_keepsTheBest() {
        ContextPlan plan =
                RecencyPolicy.aideJournal(DropOrder.WORST).plan(Samples.view(/* attempts= */ 8, /* budget= */ 60));

        assertThat(plan.shown()).extracting(s -> s.item().id()).contains("n6").doesNotContain("n0", "n1");
    }
}
