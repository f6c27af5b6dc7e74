package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a caller that carries out one decision a step does where it cannot carry out all of a plan before the verification, or success asks for
 * work: the decision comes first that leaves the most adequacy as things are held then, be it of the plan or not. Evidence raises none, since a
 * posterior is a martingale (law L12), so that work comes first only where no decision does, or success asks for it.
 */
final class LastDecisions {
    private static final double ROUNDING = 1e-12;

    private final Situation situation;
    private final Held before;
    private final Representer representer;
    private final Certificates ofPlan;

    /**
     * @param before how the hypotheses are held
     * @param ofPlan the certificates of the plan
     */
    LastDecisions(Situation situation, Held before, Representer representer, Certificates ofPlan) {
        this.ofPlan = ofPlan;
        this.situation = situation;
        this.before = before;
        this.representer = representer;
    }

    /** Whether that is so: one decision is left, fewer than there are changes, or success asks for work; and what is held is within the budget. */
    boolean pressing(List<Decision> plan) {
        long changes = plan.stream().filter(LastDecisions::changes).count();
        int left = situation.state.decisionsLeft();
        return situation.state.pace() == StabilityController.Pace.ONE_DECISION
                && !situation.state.allows(Action.EXPAND)
                && (left == 1 || left < changes || (left > 0 && situation.ahead.asked()))
                && situation.tokens(situation.current()) <= situation.budget;
    }

    /** Returns the decisions to take in the place of the plan's, in order. */
    List<Decision> instead(List<Decision> plan) {
        boolean asked = situation.ahead.asked();
        WorkAhead left = new WorkAhead(Math.max(0, situation.state.decisionsLeft() - 1), situation.state.demand());
        double idle = adequacy(situation.current(), Map.of(), left);
        LastCertificates certificates = new LastCertificates(situation, idle);
        double most = asked ? idle - ROUNDING : idle + ROUNDING;
        double reaches = idle;
        Decision best = null;
        for (Decision decision : candidates(plan, certificates)) {
            double after = after(situation.current(), decision, situation.ahead);
            // What is neither work nor of the plan must be better than doing nothing.
            boolean wanted = decision instanceof Decision.Pursue || plan.contains(decision);
            if (after > (wanted ? most : Math.max(most, idle + ROUNDING))) {
                best = decision;
                reaches = after;
                most = after + (asked ? ROUNDING : 0);
            }
        }
        double reached = reached(plan);
        if (reached > most) {
            return certificates.of(plan, reached);
        }
        List<Decision> decisions = new ArrayList<>();
        if (best != null) {
            decisions.addAll(certificates.of(List.of(best), reaches));
        }
        if (!(best instanceof Decision.Branch || best instanceof Decision.Pursue)) {
            Representation[] held = best == null ? situation.current() : carriedOut(situation.current(), best);
            plan.stream().filter(decision -> worksOn(decision, held)).forEach(decisions::add);
        }
        return decisions;
    }

    private boolean worksOn(Decision decision, Representation[] held) {
        for (int i = 0; i < held.length; i++) {
            if (decision instanceof Decision.Pursue pursue
                    && pursue.hypothesis().equals(situation.items.get(i).id())) {
                return mayWorkOn(i, held);
            }
        }
        return false;
    }

    /** Whether what is held at that place is in the context, with room for the whole where records were seen to be brought in for work. */
    boolean mayWorkOn(int i, Representation[] held) {
        Representation[] worked = held.clone();
        worked[i] = situation.state.demand().records() == RecordWork.BROUGHT_IN ? Representation.FULL : held[i];
        return held[i].isActive() && situation.tokens(worked) <= situation.budget;
    }

    private static boolean changes(Decision decision) {
        return decision instanceof Decision.Branch
                || (!decision.effect().isEmpty() && !(decision instanceof Decision.Recover));
    }

    /** Returns all that may come first; what is not of the plan is certified as if it left what doing nothing does, until it is weighed. */
    private List<Decision> candidates(List<Decision> plan, LastCertificates certificates) {
        List<Decision> candidates = new ArrayList<>(work(certificates));
        candidates.addAll(plan);
        for (int i = 0; i < situation.items.size(); i++) {
            Hypothesis h = situation.items.get(i);
            if (h.representation() == Representation.FULL && representer.mayCompress(h)) {
                candidates.add(new Decision.Compress(h.id(), ofPlan.compress(h)));
            }
            if (h.representation().isActive() && representer.mayHold(h, Representation.SHADOW)) {
                candidates.add(new Decision.Retire(
                        h.id(), Representation.SHADOW, certificates.retire(h.id(), certificates.idle())));
            }
        }
        return candidates;
    }

    /**
     * Returns work on each route in the context that still needs some. Of those that leave the same the first is taken: the one on which the next step is
     * worth the most (law L12), then the most promising, then the one on which work is known, or likely, to take the fewest tokens.
     */
    private List<Decision> work(LastCertificates certificates) {
        if (!situation.ahead.asked() || !situation.state.allows(Action.PURSUE)) {
            return List.of();
        }
        Pursuit pursuit = new Pursuit(situation, before);
        return situation.byPromise.stream()
                .filter(i -> situation.items.get(i).representation().isActive())
                .filter(i ->
                        situation.state.demand().left(situation.items.get(i).id()) > 0)
                .sorted(Comparator.comparingDouble((Integer i) -> -pursuit.value(i))
                        .thenComparingDouble(i -> -situation.promise(i))
                        .thenComparing(situation.items::get, byTokensOfWork()))
                .map(i -> situation.items.get(i).id())
                .<Decision>map(id -> new Decision.Pursue(id, certificates.pursue(id, certificates.idle())))
                .toList();
    }

    /**
     * One that is held whole comes before a record, which may have to be brought in; where records were seen to be worked on as they are, the one of the
     * fewest tokens, since what work adds to a route is as a rule a share of it.
     */
    private Comparator<Hypothesis> byTokensOfWork() {
        return situation.state.demand().records() == RecordWork.IN_PLACE
                ? Comparator.comparingInt(Hypothesis::tokens)
                : Comparator.comparing(Hypothesis::representation);
    }

    /** Returns how the hypotheses are held once the decisions are carried out, with what is free then as the reserve. */
    Held held(List<Decision> decisions, Held plan) {
        Representation[] held = situation.current();
        for (Decision decision : decisions) {
            held = carriedOut(held, decision);
        }
        int opened = decisions.stream()
                .mapToInt(d ->
                        d instanceof Decision.Branch branch ? branch.option().tokens() : 0)
                .sum();
        int free = situation.budget - situation.tokens(held) - opened;
        int reserve = situation.reserveUsed(held, Math.max(0, free));
        return Held.of(situation, held, reserve, plan.bound(), plan.price(), /* fresh= */ false, /* fits= */ true);
    }

    /** Returns what following the plan as far as the decisions reach leaves. */
    private double reached(List<Decision> plan) {
        Representation[] held = situation.current();
        WorkAhead ahead = situation.ahead;
        double reached = 0;
        for (int k = 0; k < situation.state.decisionsLeft() && k < plan.size(); k++) {
            reached = after(held, plan.get(k), ahead);
            held = carriedOut(held, plan.get(k));
            ahead = ahead.after(plan.get(k));
        }
        return reached;
    }

    private Representation[] carriedOut(Representation[] held, Decision decision) {
        Representation[] next = held.clone();
        Map<String, Representation> effect = effect(decision);
        for (int i = 0; i < next.length; i++) {
            next[i] = effect.getOrDefault(situation.items.get(i).id(), next[i]);
        }
        return next;
    }

    /** What a decision leaves; where records were seen to be brought in for work, it takes the room of the whole. */
    private Map<String, Representation> effect(Decision decision) {
        return decision instanceof Decision.Pursue pursue
                        && situation.state.demand().records() == RecordWork.BROUGHT_IN
                ? Map.of(pursue.hypothesis(), Representation.FULL)
                : decision.effect();
    }

    private double after(Representation[] held, Decision decision, WorkAhead ahead) {
        Map<BranchOption, Double> opened = Map.of();
        if (decision instanceof Decision.Branch branch) {
            double q = situation.probability(Situation.familyOf(branch.option()));
            boolean counts = q > 0 && ahead.leavesTimeToOpen();
            opened = Map.of(branch.option(), counts ? Math.min(1, situation.promise(branch.option()) / q) : 0.0);
        }
        return adequacy(carriedOut(held, decision), opened, ahead.after(decision));
    }

    /** Returns the adequacy of what is held, with what is free then as the reserve; less than any other if it does not fit. */
    private double adequacy(Representation[] held, Map<BranchOption, Double> opened, WorkAhead ahead) {
        int free = situation.budget - situation.tokens(held);
        for (BranchOption option : opened.keySet()) {
            free -= option.tokens();
        }
        if (free < 0) {
            return Double.NEGATIVE_INFINITY;
        }
        Map<Family, Double> survivals = situation.survivals(held, free, ahead);
        opened.forEach((option, survival) ->
                survivals.merge(Situation.familyOf(option), survival, (s, more) -> 1 - (1 - s) * (1 - more)));
        return situation.belief.conditionalAdequacy(survivals);
    }
}
