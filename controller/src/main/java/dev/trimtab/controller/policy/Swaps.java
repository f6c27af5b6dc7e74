package dev.trimtab.controller.policy;

import dev.trimtab.controller.law.Certificate;
import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.law.Substitution;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Representation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Substitutions within families (law L6): cheaper carriers from the archive that may take the place of dearer ones in the
 * context.
 *
 * @param byReplaced the swap of each hypothesis that leaves, by its id
 */
record Swaps(Map<String, Swap> byReplaced) {
    /** No substitution. */
    static final Swaps NONE = new Swaps(Map.of());

    /**
     * One substitution.
     *
     * @param replaced id of the carrier that leaves
     * @param substitute id of the carrier that comes
     */
    record Swap(String replaced, String substitute, Certificate certificate) {}

    /** Returns, for each full carrier, the swap that frees the most tokens and keeps adequacy; none is used twice. */
    static Swaps find(Situation situation) {
        Map<String, Swap> found = new LinkedHashMap<>();
        Set<String> used = new HashSet<>();
        for (int i = 0; i < situation.items.size(); i++) {
            Hypothesis held = situation.items.get(i);
            if (held.representation() == Representation.FULL) {
                Swap best = null;
                int cheapest = held.cost().full();
                for (int j = 0; j < situation.items.size(); j++) {
                    Hypothesis other = situation.items.get(j);
                    boolean candidate = other.representation() == Representation.SHADOW
                            && Math.max(other.cost().full(), other.cost().recovery()) < cheapest
                            && other.family().equals(held.family())
                            && !used.contains(other.id());
                    if (candidate) {
                        Certificate certificate = check(situation, i, j);
                        if (certificate.holds()) {
                            best = new Swap(held.id(), other.id(), certificate);
                            cheapest = other.cost().full();
                        }
                    }
                }
                if (best != null) {
                    found.put(held.id(), best);
                    used.add(best.substitute());
                }
            }
        }
        return new Swaps(found);
    }

    private static Certificate check(Situation situation, int leaving, int coming) {
        Hypothesis held = situation.items.get(leaving);
        Hypothesis other = situation.items.get(coming);
        double one = situation.carried(leaving, Representation.FULL, 0);
        double two = situation.carried(coming, Representation.FULL, 0);
        Map<String, Quantity> inputs = new LinkedHashMap<>();
        inputs.put("u_i sigma_i", new Quantity(one, situation.promiseProvenance()));
        inputs.put("u_j sigma_j", new Quantity(two, situation.promiseProvenance()));
        inputs.put("eta", situation.input(Inputs.DRIFT, other.drift()));
        inputs.put(
                "t_i - t_j",
                situation.input(Inputs.TOKENS, held.tokens() - other.cost().full()));
        return Substitution.check(inputs, one, two, other.drift());
    }

    /** Returns the swaps whose substitute the plan holds in full; a carrier whose substitute stays away need not leave. */
    Swaps completedBy(Held plan, List<Hypothesis> items) {
        Map<String, Swap> completed = new LinkedHashMap<>(byReplaced);
        for (int i = 0; i < items.size(); i++) {
            String id = items.get(i).id();
            if (plan.representations().get(i) != Representation.FULL) {
                completed.values().removeIf(s -> s.substitute().equals(id));
            }
        }
        return new Swaps(completed);
    }

    boolean leaves(String id) {
        return byReplaced.containsKey(id);
    }

    boolean comes(String id) {
        for (Swap swap : byReplaced.values()) {
            if (swap.substitute().equals(id)) {
                return true;
            }
        }
        return false;
    }
}
