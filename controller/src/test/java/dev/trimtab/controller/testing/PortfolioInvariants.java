package dev.trimtab.controller.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.controller.policy.Action;
import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.Diagnostics;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.List;

/** What must hold after every decision of every policy; each check is one sentence. */
public final class PortfolioInvariants {
    private static final double ROUNDING = 1e-9;
    private static final int MOST_ORDERED = 7;

    private PortfolioInvariants() {}

    /** Checks all invariants of one decision. */
    public static void check(PortfolioState state, int budget, ControlPlan plan) {
        Portfolio before = state.portfolio();
        Portfolio after = plan.applyTo(before);
        Diagnostics seen = plan.diagnostics();

        assertThat(plan.representations().keySet())
                .as("a plan says of every hypothesis how it is held")
                .containsExactlyElementsOf(
                        before.hypotheses().stream().map(Hypothesis::id).toList());
        assertThat(seen.tokens()).as("a plan counts its tokens right").isEqualTo(after.tokens());
        int opened = plan.decision(Decision.Branch.class)
                .map(b -> b.option().tokens())
                .orElse(0);
        assertThat(after.tokens())
                .as("tokens and handles stay within the budget")
                .isLessThanOrEqualTo(budget);
        assertThat(after.tokens() - seen.lent() + opened)
                .as("what is counted on and what is opened stay within the budget")
                .isLessThanOrEqualTo(budget);
        boolean shrinks = state.decisionsLeft() > 1 && state.allows(Action.COMPRESS);
        assertThat(after.tokens() - seen.lent() + seen.reserve() + (shrinks ? 0 : opened))
                .as("and the reserve too, unless what is opened can still shrink")
                .isLessThanOrEqualTo(budget);
        if (!state.available().contains(Action.EXPAND)) {
            assertThat(seen.lent())
                    .as("nothing is lent to who cannot take it back")
                    .isZero();
        }
        for (Hypothesis h : before.hypotheses()) {
            Representation to = after.find(h.id()).orElseThrow().representation();
            if (h.representation() == Representation.EXTINCT) {
                assertThat(to).as("what is extinct stays so").isEqualTo(Representation.EXTINCT);
            }
            boolean expanded = plan.decisions().stream()
                    .anyMatch(d ->
                            d instanceof Decision.Expand e && e.hypothesis().equals(h.id()));
            if (h.representation() == Representation.COMPRESSED && !expanded) {
                assertThat(to).as("a record does not become whole").isNotEqualTo(Representation.FULL);
            }
        }
        for (Decision decision : plan.decisions()) {
            assertThat(state.available())
                    .as("an unavailable action is never proposed")
                    .contains(decision.action());
        }
        assertThat(seen.adequacy()).as("adequacy is a probability").isBetween(0.0, 1.0);
        assertThat(seen.adequacyBound()).as("no plan beats the bound").isBetween(seen.adequacy() - ROUNDING, 1.0);
        assertThat(seen.contamination()).as("contamination is a share").isBetween(0.0, 1.0);
        assertThat(seen.price()).as("a token is worth something or nothing").isNotNegative();
        assertThat(seen.feasible())
                .as("feasible means that the target is reached")
                .isEqualTo(seen.adequacy() >= seen.target());
        assertThat(seen.tokensMissing() > 0 && seen.feasible())
                .as("a feasible plan lacks nothing")
                .isFalse();
        assertThat(plan.decisions().stream().filter(d -> d.action() == Action.PURSUE))
                .as("at most one hypothesis is pursued")
                .hasSizeLessThanOrEqualTo(1);
        plan.decision(Decision.Pursue.class)
                .ifPresent(
                        p -> assertThat(after.find(p.hypothesis()).orElseThrow().representation())
                                .as("what is pursued is in the context")
                                .matches(Representation::isActive));
        checkPrefixes(state, budget, plan);
    }

    private static void checkPrefixes(PortfolioState state, int budget, ControlPlan plan) {
        Portfolio now = state.portfolio();
        int reserve = state.available().contains(Action.EXPAND)
                ? 0
                : plan.diagnostics().reserve();
        if (now.tokens() + counted(now, reserve) > budget) {
            return;
        }
        boolean kept = true;
        for (Decision decision : plan.decisions()) {
            now = now.heldAs(decision.effect());
            assertThat(now.tokens())
                    .as("every prefix of the decisions stays within the budget")
                    .isLessThanOrEqualTo(budget);
            kept &= now.tokens() + counted(now, reserve) <= budget;
        }
        List<Decision> changes = plan.decisions().stream()
                .filter(decision -> !decision.effect().isEmpty())
                .toList();
        assertThat(kept || changes.size() > MOST_ORDERED || !someOrderFits(state.portfolio(), changes, budget, reserve))
                .as("and so does the reserve with it, if there is an order in which it does")
                .isTrue();
        assertThat(now.hypotheses().stream().map(Hypothesis::representation))
                .as("the decisions lead to the representations")
                .containsExactlyElementsOf(plan.representations().values());
    }

    private static boolean someOrderFits(Portfolio now, List<Decision> changes, int budget, int reserve) {
        for (Decision change : changes) {
            Portfolio next = now.heldAs(change.effect());
            List<Decision> left = new ArrayList<>(changes);
            left.remove(change);
            if (next.tokens() + counted(next, reserve) <= budget && someOrderFits(next, left, budget, reserve)) {
                return true;
            }
        }
        return changes.isEmpty();
    }

    private static int counted(Portfolio portfolio, int reserve) {
        return portfolio.hypotheses().stream()
                .filter(h -> h.representation() == Representation.SHADOW)
                .mapToInt(h -> h.cost().recovery())
                .filter(r -> r <= reserve)
                .max()
                .orElse(0);
    }
}
