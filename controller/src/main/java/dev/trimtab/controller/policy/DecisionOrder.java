package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of a plan's decisions: what makes room comes as early as it is needed, work as early as it has room.
 *
 * <p>Carried out in this order, no prefix occupies more than the budget, reserve included, if the portfolio did not before
 * and that can be.
 */
public final class DecisionOrder {
    private final int budget;
    private final int reserve;
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Hypothesis> byId = new HashMap<>();
    private int occupied;
    /** Largest recovery cost of the shadows that are counted on already. */
    private int level;

    private record Change(Decision decision, int freed, int recovery) {}

    /**
     * Starts an order without decisions.
     *
     * @param hypotheses as held now
     * @param budget tokens
     * @param reserve tokens that the plan keeps free; a shadow of a larger recovery cost asks for none
     */
    public DecisionOrder(List<Hypothesis> hypotheses, int budget, int reserve) {
        this.budget = budget;
        this.reserve = reserve;
        for (Hypothesis h : hypotheses) {
            byId.put(h.id(), h);
            occupied += h.tokens();
            if (h.representation() == Representation.SHADOW) {
                level = Math.max(level, counted(h));
            }
        }
    }

    /** Adds a decision that changes how hypotheses are held. */
    public void add(Decision decision) {
        int freed = 0;
        int recovery = 0;
        for (Map.Entry<String, Representation> entry : decision.effect().entrySet()) {
            Hypothesis h = byId.get(entry.getKey());
            if (h != null) {
                freed += h.tokens() - h.cost().tokens(entry.getValue());
                recovery = Math.max(recovery, entry.getValue() == Representation.SHADOW ? counted(h) : 0);
            }
        }
        changes.add(new Change(decision, freed, recovery));
    }

    /**
     * Returns all decisions in order.
     *
     * @param work what the next step does: to recover, branch or pursue, in that order
     * @param room tokens that the work takes
     * @param first whether the work comes as soon as there is room for it; if not, it comes last
     */
    public List<Decision> with(List<Decision> work, int room, boolean first) {
        List<Change> ordered = ordered();
        int at = first ? earliest(ordered, room) : ordered.size();
        List<Decision> decisions = new ArrayList<>(ordered.size() + work.size());
        for (int i = 0; i < ordered.size(); i++) {
            if (i == at) {
                decisions.addAll(work);
            }
            decisions.add(ordered.get(i).decision());
        }
        if (at == ordered.size()) {
            decisions.addAll(work);
        }
        return decisions;
    }

    /** Returns how many of the changes could wait until the work is done. */
    public int optional(int room) {
        List<Change> ordered = ordered();
        return ordered.size() - earliest(ordered, room);
    }

    private int counted(Hypothesis h) {
        return h.cost().recovery() <= reserve ? h.cost().recovery() : 0;
    }

    /** The change that leaves the least occupied comes first. */
    private List<Change> ordered() {
        List<Change> ordered = new ArrayList<>(changes.size());
        List<Change> left = new ArrayList<>(changes);
        int kept = level;
        while (!left.isEmpty()) {
            Change next = left.get(0);
            for (Change change : left) {
                if (net(change, kept) > net(next, kept)) {
                    next = change;
                }
            }
            left.remove(next);
            kept = Math.max(kept, next.recovery());
            ordered.add(next);
        }
        return ordered;
    }

    /** Returns how many changes must come before work that takes so much room, so that no later prefix is over the budget. */
    private int earliest(List<Change> ordered, int room) {
        int taken = occupied + level;
        int at = taken + room <= budget ? 0 : 1;
        int kept = level;
        for (int i = 0; i < ordered.size(); i++) {
            taken -= net(ordered.get(i), kept);
            kept = Math.max(kept, ordered.get(i).recovery());
            at = taken + room <= budget ? at : i + 2;
        }
        return Math.min(at, ordered.size());
    }

    private static int net(Change change, int level) {
        return change.freed() - Math.max(0, change.recovery() - level);
    }
}
