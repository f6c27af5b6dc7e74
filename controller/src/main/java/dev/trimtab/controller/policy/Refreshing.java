package dev.trimtab.controller.policy;

import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.law.Law;
import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a decision is good for that nothing else is to be done with, where success is known to ask for no work: work makes the route fresh that it is
 * done on, so that less of the context is legacy (law L1). What it can cost is room, so that it is done only where nothing was seen to grow, and where
 * there is room should it do so now, or a record is worked on as it is. That is tried where it was not seen yet and a decision is left to undo it.
 */
final class Refreshing {
    private final Situation situation;
    private final boolean mayWork;
    private final Representation[] held;
    /** Tokens beside what is held and the reserve that is counted on. */
    private final int free;

    /** @param mayWork whether the caller can work on a route */
    Refreshing(Situation situation, boolean mayWork) {
        this.situation = situation;
        WorkDemand demand = situation.state.demand();
        this.mayWork = mayWork && demand.asksNone() && demand.free() && situation.state.decisionsLeft() > 0;
        held = situation.current();
        int left = situation.budget - situation.tokens(held);
        free = left - situation.reserveUsed(held, Math.max(0, left));
    }

    /** Returns the plan, with work before all that it keeps where it changes nothing and a route can be made fresh. */
    ControlPlan before(ControlPlan plan) {
        boolean idle = plan.decisions().stream().allMatch(Decision.Keep.class::isInstance);
        OptionalInt stalest = mayWork && idle ? stalest() : OptionalInt.empty();
        if (stalest.isEmpty()) {
            return plan;
        }
        int i = stalest.getAsInt();
        Decision work = new Decision.Pursue(situation.items.get(i).id(), certificate(i));
        List<Decision> decisions =
                Stream.concat(Stream.of(work), plan.decisions().stream()).toList();
        return new ControlPlan(plan.policy(), plan.representations(), decisions, plan.diagnostics());
    }

    /** Returns the place of the route that brings the most legacy which work takes away, of those that there is room to work on. */
    private OptionalInt stalest() {
        int stalest = -1;
        double most = 0;
        for (int i = 0; i < held.length; i++) {
            if (held[i].isActive() && hasRoom(situation.items.get(i)) && refreshed(i) > most) {
                stalest = i;
                most = refreshed(i);
            }
        }
        return stalest < 0 ? OptionalInt.empty() : OptionalInt.of(stalest);
    }

    /** How much the first work of a search adds is not known: room for the whole once more, where it is not done on a record. */
    private boolean hasRoom(Hypothesis h) {
        return h.cost().full() <= free || (h.representation() == Representation.COMPRESSED && mayStayRecord());
    }

    private boolean mayStayRecord() {
        RecordWork seen = situation.state.demand().records();
        boolean undone = seen == RecordWork.UNSEEN && situation.state.decisionsLeft() > 1;
        return seen == RecordWork.IN_PLACE || undone;
    }

    /** Returns the tokens of legacy that work on the route takes out of the context. */
    private double refreshed(int i) {
        double taken = situation.legacyDegree(i, /* fresh= */ false) - situation.legacyDegree(i, /* fresh= */ true);
        return taken * situation.items.get(i).tokens();
    }

    private Certificate certificate(int i) {
        Hypothesis h = situation.items.get(i);
        double chi = situation.contamination(held, /* fresh= */ false);
        int active = situation.items.stream()
                .filter(other -> other.representation().isActive())
                .mapToInt(Hypothesis::tokens)
                .sum();
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        inputs.put("s", situation.input(Inputs.STALENESS, h.staleness()));
        inputs.put("o", situation.input(Inputs.OVERLAP, h.overlap()));
        inputs.put("t", situation.input(Inputs.TOKENS, h.tokens()));
        inputs.put("H", Quantity.assumed(situation.parameters.ageing().stalenessHalfLife()));
        inputs.put("active tokens", situation.input(Inputs.TOKENS, active));
        return Certificate.atMost(Law.L1, "chi once it is fresh <= chi", inputs, chi - refreshed(i) / active, chi);
    }
}
