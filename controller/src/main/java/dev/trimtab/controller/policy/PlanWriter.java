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
    private final Branching.Choice branch;
    private final Representation[] counted;
    private final Representation[] now;
    private final Swaps swaps;
    private final Representer representer;
    private final Appraiser appraiser;
    private final Certificates certificates;

    /**
     * @param before how the hypotheses are held
     * @param branch what was chosen
     * @param counted how the choice counts on them
     * @param now how they are to be held for now, what was lent included
     */
    PlanWriter(
            String policy,
            Situation situation,
            Held before,
            Branching.Choice branch,
            Representation[] counted,
            Representation[] now,
            Swaps swaps,
            Representer representer) {
        this.policy = policy;
        this.situation = situation;
        this.before = before;
        this.chosen = branch.held();
        this.branch = branch;
        this.counted = counted;
        this.now = now;
        this.swaps = swaps;
        this.representer = representer;
        appraiser = new Appraiser(situation, before, chosen, representer);
        certificates = new Certificates(situation, before, chosen, opened(), appraiser.loss(now));
    }

    /** Returns what the route that is opened adds to the adequacy of the plan that makes room for it. */
    private double opened() {
        return branch.decision() == null
                ? 0
                : new Branching(situation, before, representer)
                        .gain(branch.decision().option(), chosen);
    }

    ControlPlan write(@Nullable Certificate reset) {
        List<Decision> decisions = new ArrayList<>();
        if (reset != null) {
            decisions.add(new Decision.Reset(active(), reset));
        }
        List<Decision> work = new ArrayList<>();
        int room = work(work);
        DecisionOrder order = releases();
        List<Decision> ordered = order.with(work, room, reset == null && workComesFirst(order.optional(room)));
        LastDecisions last = new LastDecisions(situation, before, representer, certificates);
        if (reset == null && last.pressing(ordered)) {
            return instead(last, last.instead(ordered));
        }
        decisions.addAll(ordered);
        decisions.addAll(loans());
        addKept(decisions, now);
        return new ControlPlan(policy, representations(now), decisions, appraiser.diagnostics(counted, now));
    }

    /** What the last decisions lead to is what is to be held. */
    private ControlPlan instead(LastDecisions last, List<Decision> decisions) {
        Held reached = last.held(decisions, chosen);
        Representation[] held = reached.representations().toArray(new Representation[0]);
        List<Decision> all = new ArrayList<>(decisions);
        if (decisions.isEmpty()) {
            all.addAll(anyWork(last, reached));
        }
        addKept(all, held);
        Appraiser honest = new Appraiser(situation, before, reached, representer);
        return new ControlPlan(policy, representations(held), all, honest.diagnostics(held, held));
    }

    /** A decision that nothing better is done with goes to the best route in the context. */
    private List<Decision> anyWork(LastDecisions last, Held reached) {
        Representation[] held = situation.current();
        Pursuit.Target target = new Pursuit(situation, reached).best(i -> last.mayWorkOn(i, held));
        return target == null || !situation.state.allows(Action.PURSUE)
                ? List.of()
                : List.of(new Decision.Pursue(target.hypothesis().id(), certificates.pursue(target)));
    }

    private void addKept(List<Decision> decisions, Representation[] held) {
        if (situation.state.allows(Action.KEEP)) {
            for (int i = 0; i < held.length; i++) {
                Hypothesis h = situation.items.get(i);
                if (held[i] == h.representation() && held[i].isActive()) {
                    decisions.add(new Decision.Keep(h.id(), certificates.keep(i)));
                }
            }
        }
    }

    private Map<String, Representation> representations(Representation[] held) {
        Map<String, Representation> representations = new LinkedHashMap<>();
        for (int i = 0; i < held.length; i++) {
            representations.put(situation.items.get(i).id(), held[i]);
        }
        return representations;
    }

    private List<String> active() {
        List<String> active = new ArrayList<>();
        for (int i = 0; i < now.length; i++) {
            if (now[i].isActive()) {
                active.add(situation.items.get(i).id());
            }
        }
        return active;
    }

    /** Adds what to work on next: a route that is opened, or one that is held, out of the archive if need be; returns the tokens that this takes. */
    private int work(List<Decision> work) {
        Pursuit.Target target = branch.target();
        if (branch.decision() != null) {
            work.add(branch.decision());
            return situation.state.allows(Action.EXPAND)
                    ? 0
                    : branch.decision().option().tokens();
        }
        if (target == null) {
            return 0;
        }
        Hypothesis h = target.hypothesis();
        Certificate certificate = certificates.pursue(target);
        int room = 0;
        if (recovers(h)) {
            work.add(new Decision.Recover(h.id(), certificate));
            room = h.cost().full() - h.cost().handle();
        }
        work.add(new Decision.Pursue(h.id(), certificate));
        return room;
    }

    private boolean recovers(Hypothesis h) {
        Pursuit.Target target = branch.target();
        return branch.decision() == null
                && target != null
                && target.hypothesis().equals(h)
                && h.representation() == Representation.SHADOW;
    }

    private List<Decision> loans() {
        List<Decision> loans = new ArrayList<>();
        for (int i = 0; i < now.length; i++) {
            Hypothesis h = situation.items.get(i);
            boolean substitute = swaps.comes(h.id()) && now[i] == Representation.FULL;
            if (now[i].compareTo(h.representation()) < 0 && !substitute && !recovers(h)) {
                loans.add(new Decision.Expand(h.id(), now[i], certificates.expand(i, now, counted)));
            }
        }
        return loans;
    }

    /**
     * Whether a caller that carries out one decision a step should work before it makes changes that the budget does not ask for. A cleaner context
     * comes first where it is worth the decisions (law L8, a purge that costs steps), more adequacy as late as there are decisions for it.
     */
    private boolean workComesFirst(int changes) {
        Resetting resetting = new Resetting(situation);
        boolean due = situation.state.decisionsLeft() <= changes && chosen.adequacy() > adequacyNow();
        return changes > 0 && !due && resetting.goingOn(before) >= resetting.value(chosen, changes);
    }

    /** Returns the adequacy of what is held, with the tokens that are free as its reserve. */
    private double adequacyNow() {
        Representation[] held = situation.current();
        return situation.belief.conditionalAdequacy(
                situation.survivals(held, Math.max(0, situation.budget - before.tokens())));
    }

    /**
     * What leaves or shrinks; what must leave although the caller can retire nothing does so without a decision. The reserve is a claim on tokens
     * at the verification: where it is not there yet, no change comes early for its sake; where it is, it stays.
     */
    private DecisionOrder releases() {
        int claimed = situation.reserveUsed(situation.current(), chosen.reserve());
        boolean there = !situation.state.allows(Action.EXPAND) && before.tokens() + claimed <= situation.budget;
        DecisionOrder order = new DecisionOrder(situation.items, situation.budget, there ? chosen.reserve() : 0);
        Set<String> swapped = new HashSet<>();
        for (Swaps.Swap swap : swaps.byReplaced().values()) {
            Representation to = heldAs(swap.replaced());
            if (heldAs(swap.substitute()) == Representation.FULL) {
                order.add(new Decision.Substitute(swap.replaced(), to, swap.substitute(), swap.certificate()));
                swapped.add(swap.replaced());
            }
        }
        for (int i = 0; i < now.length; i++) {
            Hypothesis h = situation.items.get(i);
            Action needed = now[i] == Representation.COMPRESSED ? Action.COMPRESS : Action.RETIRE;
            boolean shrinks = now[i].compareTo(h.representation()) > 0 && !swapped.contains(h.id());
            if (shrinks && situation.state.allows(needed)) {
                order.add(
                        now[i] == Representation.COMPRESSED
                                ? new Decision.Compress(h.id(), certificates.compress(h))
                                : new Decision.Retire(h.id(), now[i], certificates.retire(i)));
            }
        }
        return order;
    }

    private Representation heldAs(String id) {
        for (int i = 0; i < now.length; i++) {
            if (situation.items.get(i).id().equals(id)) {
                return now[i];
            }
        }
        throw new IllegalArgumentException("no hypothesis '" + id + "'");
    }
}
