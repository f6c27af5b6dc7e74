package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Orders decisions that free tokens, the one that leaves the least occupied first. */
final class ReleaseOrder {
    private final Situation situation;
    private final int reserve;
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Hypothesis> byId = new HashMap<>();

    private record Change(Decision decision, int freed, int recovery) {}

    /**
     * @param reserve tokens that the plan keeps free; a shadow of a larger recovery cost asks for none
     */
    ReleaseOrder(Situation situation, int reserve) {
        this.situation = situation;
        this.reserve = reserve;
        situation.items.forEach(h -> byId.put(h.id(), h));
    }

    void add(Decision decision, Map<String, Representation> effect) {
        int freed = 0;
        int recovery = 0;
        for (Map.Entry<String, Representation> entry : effect.entrySet()) {
            Hypothesis h = byId.get(entry.getKey());
            if (h != null) {
                freed += h.tokens() - h.cost().tokens(entry.getValue());
                boolean counted =
                        entry.getValue() == Representation.SHADOW && h.cost().recovery() <= reserve;
                recovery = counted ? Math.max(recovery, h.cost().recovery()) : recovery;
            }
        }
        changes.add(new Change(decision, freed, recovery));
    }

    /** Returns the decisions; those that ask for no more reserve than is set aside already come first. */
    List<Decision> decisions() {
        List<Decision> ordered = new ArrayList<>();
        List<Change> left = new ArrayList<>(changes);
        int level = 0;
        for (Hypothesis h : situation.items) {
            if (h.representation() == Representation.SHADOW && h.cost().recovery() <= reserve) {
                level = Math.max(level, h.cost().recovery());
            }
        }
        while (!left.isEmpty()) {
            Change next = left.get(0);
            for (Change change : left) {
                if (net(change, level) > net(next, level)) {
                    next = change;
                }
            }
            left.remove(next);
            level = Math.max(level, next.recovery());
            ordered.add(next.decision());
        }
        return ordered;
    }

    private static int net(Change change, int level) {
        return change.freed() - Math.max(0, change.recovery() - level);
    }
}
