package dev.trimtab.controller.policy;

import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        List<Decision> work = new ArrayList<>();
        int room = 0;
        if (branch.decision() != null) {
            work.add(branch.decision());
            room = branch.decision().option().tokens();
        } else if (branch.target() != null && situation.state.allows(Action.PURSUE)) {
            room = pursue(branch.target(), certificates, held, work);
        }
        DecisionOrder order = releases(certificates);
        decisions.addAll(order.with(work, room, reset == null && workComesFirst(order.optional(room))));
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
        return new ControlPlan(
                policy,
                representations,
                decisions,
                new Appraiser(situation, before, chosen, representer).diagnostics(held));
    }

    /** Adds the pursuit, out of the archive if need be; returns the tokens that this takes. */
    private int pursue(
            Pursuit.Target target, Certificates certificates, List<Representation> held, List<Decision> work) {
        Hypothesis h = target.hypothesis();
        Certificate certificate = certificates.pursue(target);
        int at = situation.items.indexOf(h);
        int room = 0;
        if (held.get(at) == Representation.SHADOW) {
            work.add(new Decision.Recover(h.id(), certificate));
            held.set(at, Representation.FULL);
            room = h.cost().full() - h.cost().handle();
        }
        work.add(new Decision.Pursue(h.id(), certificate));
        return room;
    }

    /**
     * Whether a caller that carries out one decision a step should work before it makes changes that the budget does not ask
     * for: each takes a decision, and buys a cleaner context for the rest (law L8, a purge that costs steps).
     */
    private boolean workComesFirst(int changes) {
        Resetting resetting = new Resetting(situation);
        return changes > 0 && resetting.goingOn(before) >= resetting.value(chosen, changes);
    }

    /** What leaves or shrinks; what must leave although the caller can retire nothing does so without a decision. */
    private DecisionOrder releases(Certificates certificates) {
        DecisionOrder order = new DecisionOrder(situation.items, situation.budget, chosen.reserve());
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
            Action needed = to == Representation.COMPRESSED ? Action.COMPRESS : Action.RETIRE;
            boolean changes = to != h.representation() && !swapped.contains(h.id());
            if (changes && situation.state.allows(needed)) {
                Decision decision = to == Representation.COMPRESSED
                        ? new Decision.Compress(h.id(), certificates.compress(h))
                        : new Decision.Retire(h.id(), to, certificates.retire(i));
                order.add(decision, Map.of(h.id(), to));
            }
        }
        return order;
    }

    private Representation heldAs(String id) {
        for (int i = 0; i < situation.items.size(); i++) {
            if (situation.items.get(i).id().equals(id)) {
                return chosen.representations().get(i);
            }
        }
        throw new IllegalArgumentException("no hypothesis '" + id + "'");
    }
}
