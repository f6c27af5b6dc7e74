package dev.trimtab.controller.ecology;

import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.law.Law;
import dev.trimtab.controller.policy.BranchOption;
import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.portfolio.TokenBudget;
import dev.trimtab.controller.testing.FixedPolicies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Policies without sense, which do everything that a policy can, some of it against the budget. */
final class RulePolicies {
    private static final Certificate NONE = Certificate.atMost(Law.L5, "none", Map.of(), 0, 0);

    private static final List<Representation> HELD = List.of(Representation.values());

    private RulePolicies() {}

    /** Decides by a hash of a seed, the step and each hypothesis's face value, never by a label. */
    static StabilityPolicy erratic(long seed) {
        return new StabilityPolicy() {
            @Override
            public String name() {
                return "erratic";
            }

            @Override
            public ControlPlan decide(PortfolioState state, TokenBudget budget) {
                return plan(seed, state);
            }
        };
    }

    static Arbitrary<StabilityPolicy> any() {
        return Arbitraries.longs().map(RulePolicies::erratic);
    }

    static Decision pursue(String id) {
        return new Decision.Pursue(id, NONE);
    }

    static Decision reset(List<String> seed) {
        return new Decision.Reset(seed, NONE);
    }

    static Decision branch(BranchOption option) {
        return new Decision.Branch(option, NONE);
    }

    private static ControlPlan plan(long seed, PortfolioState state) {
        Map<String, Representation> held = new LinkedHashMap<>();
        List<Decision> decisions = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Hypothesis h : state.portfolio().hypotheses()) {
            long lot = lot(
                    seed,
                    state.step(),
                    Double.doubleToLongBits(h.promise()) + h.cost().full());
            Representation next = HELD.get((int) Math.floorMod(lot / 3, 4L));
            held.put(h.id(), lot % 3 == 0 ? next : h.representation());
            ids.add(h.id());
            if (lot % 5 == 0) {
                decisions.add(pursue(h.id()));
            }
        }
        long lot = lot(seed, state.step(), 0);
        if (Math.floorMod(lot, 7L) == 0) {
            decisions.add(reset(ids));
        }
        if (!state.branches().isEmpty() && Math.floorMod(lot, 3L) == 0) {
            decisions.add(branch(state.branches().get(0)));
        }
        return new ControlPlan("erratic", held, decisions, FixedPolicies.NOTHING);
    }

    private static long lot(long seed, long step, long entity) {
        return Draws.mix(Draws.mix(seed + step) + entity);
    }
}
