package dev.trimtab.controller.policy;

import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.law.ReserveFeasibility;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what was decided as a plan: decisions in order, each with its certificate, and the diagnostics. */
final class PlanWriter {
    private final String policy;
    private final Situation situation;
    private final Held before;
    private final Held chosen;
    private final Swaps swaps;
    private final Representer representer;

    PlanWriter(String policy, Situation situation, Held before, Held chosen, Swaps swaps, Representer representer) {
        this.policy = policy;
        this.situation = situation;
        this.before = before;
        this.chosen = chosen;
        this.swaps = swaps;
        this.representer = representer;
    }

    ControlPlan write(@Nullable Certificate reset, Branching.Choice branch) {
        Certificates certificates = new Certificates(situation, before, chosen);
        List<Representation> held = new ArrayList<>(chosen.representations());
        List<Decision> decisions = new ArrayList<>();
        if (reset != null) {
            List<String> seed = new ArrayList<>();
            for (int i = 0; i < held.size(); i++) {
                if (held.get(i).isActive()) {
                    seed.add(situation.items.get(i).id());
                }
            }
            decisions.add(new Decision.Reset(seed, reset));
        }
        decisions.addAll(releases(certificates));
        if (branch.decision() != null) {
            decisions.add(branch.decision());
        } else if (branch.target() != null && situation.state.allows(Action.PURSUE)) {
            pursue(branch.target(), certificates, held, decisions);
        }
        if (situation.state.allows(Action.KEEP)) {
            for (int i = 0; i < held.size(); i++) {
                Hypothesis h = situation.items.get(i);
                if (held.get(i) == h.representation() && held.get(i) != Representation.EXTINCT) {
                    decisions.add(new Decision.Keep(h.id(), certificates.keep(i)));
                }
            }
        }
        Map<String, Representation> representations = new LinkedHashMap<>();
        for (int i = 0; i < held.size(); i++) {
            representations.put(situation.items.get(i).id(), held.get(i));
        }
        return new ControlPlan(policy, representations, decisions, diagnostics(held, certificates));
    }

    private void pursue(
            Pursuit.Target target, Certificates certificates, List<Representation> held, List<Decision> decisions) {
        String id = target.hypothesis().id();
        Certificate certificate = certificates.pursue(target);
        int at = situation.items.indexOf(target.hypothesis());
        if (held.get(at) == Representation.SHADOW) {
            decisions.add(new Decision.Recover(id, certificate));
            held.set(at, Representation.FULL);
        }
        decisions.add(new Decision.Pursue(id, certificate));
    }

    /** What leaves or shrinks, ordered so that no prefix occupies more than the budget if that can be. */
    private List<Decision> releases(Certificates certificates) {
        ReleaseOrder order = new ReleaseOrder(situation, chosen.reserve());
        Set<String> swapped = new HashSet<>();
        for (Swaps.Swap swap : swaps.byReplaced().values()) {
            Representation to = heldAs(swap.replaced());
            if (heldAs(swap.substitute()) == Representation.FULL) {
                order.add(
                        new Decision.Substitute(swap.replaced(), to, swap.substitute(), swap.certificate()),
                        Map.of(swap.replaced(), to, swap.substitute(), Representation.FULL));
                swapped.add(swap.replaced());
                swapped.add(swap.substitute());
            }
        }
        for (int i = 0; i < chosen.representations().size(); i++) {
            Hypothesis h = situation.items.get(i);
            Representation to = chosen.representations().get(i);
            if (to != h.representation() && !swapped.contains(h.id())) {
                Decision decision = to == Representation.COMPRESSED
                        ? new Decision.Compress(h.id(), certificates.compress(h))
                        : new Decision.Retire(h.id(), to, certificates.retire(i));
                order.add(decision, Map.of(h.id(), to));
            }
        }
        return order.decisions();
    }

    private Representation heldAs(String id) {
        for (int i = 0; i < situation.items.size(); i++) {
            if (situation.items.get(i).id().equals(id)) {
                return chosen.representations().get(i);
            }
        }
        throw new IllegalArgumentException("no hypothesis '" + id + "'");
    }

    private Diagnostics diagnostics(List<Representation> held, Certificates certificates) {
        double needed = Double.NaN;
        boolean feasible = chosen.adequacy() >= situation.target();
        if (!feasible && situation.someAdequate > 0) {
            needed = representer.tokensNeeded(
                    ReserveFeasibility.targetNats(situation.parameters.goals().failure(), situation.someAdequate));
        }
        double missing = feasible ? 0 : Double.isNaN(needed) ? Double.POSITIVE_INFINITY : needed - situation.budget;
        Set<String> alive = new HashSet<>();
        int tokens = 0;
        for (int i = 0; i < held.size(); i++) {
            tokens += situation.items.get(i).cost().tokens(held.get(i));
            if (held.get(i) != Representation.EXTINCT) {
                alive.add(situation.items.get(i).family().name());
            }
        }
        int reserve = Math.min(
                chosen.reserve(), situation.reserveUsed(held.toArray(new Representation[0]), chosen.reserve()));
        double lost = situation.state.adequacyLost() + Math.max(0, before.adequacy() - chosen.adequacy());
        boolean known = feasible || (!Double.isNaN(needed) && needed < Double.POSITIVE_INFINITY);
        return new Diagnostics(
                before.chi(),
                chosen.chi(),
                situation.reading.threshold(),
                before.adequacy(),
                chosen.adequacy(),
                chosen.bound(),
                situation.target(),
                feasible,
                known ? OptionalDouble.of(feasible ? chosen.occupied() : needed) : OptionalDouble.empty(),
                Math.max(0, missing),
                chosen.price(),
                reserve,
                tokens,
                alive.size(),
                Math.min(1, lost),
                certificates.ofPlan(
                        feasible ? chosen.occupied() : Double.isNaN(needed) ? Double.POSITIVE_INFINITY : needed));
    }
}
