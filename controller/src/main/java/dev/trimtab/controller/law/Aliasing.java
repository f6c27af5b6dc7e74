package dev.trimtab.controller.law;

import dev.trimtab.controller.portfolio.ControlSignature;
import dev.trimtab.controller.portfolio.Ranges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Law L7, compressed-control alias hazard: a compression is sufficient for control iff what it maps together has the same
 * control signature.
 *
 * <p>Terms: Takahashi, Search Stability under Finite Context, doi 10.5281/zenodo.18905242; the statement is this project's (L7 in docs/theory.md). The chance of no alias is that of the birthday problem.
 */
public final class Aliasing {
    private Aliasing() {}

    /**
     * One compressed item.
     *
     * @param id what tells it from the others
     * @param signature what the next decision needs to know of it ({@code psi})
     * @param recorded what its compressed text says ({@code phi}), read back
     */
    public record Entry(String id, ControlSignature signature, ControlSignature recorded) {}

    /**
     * Two items that a compression maps together although their signatures differ.
     *
     * @param first id of one
     * @param second id of the other
     * @param rejected whether the next decision would cross families or actions, so that the compression may not stand
     */
    public record Pair(String first, String second, boolean rejected) {}

    /** Returns the alias set: every pair with equal records and different signatures, in order of the first, then of the second. */
    public static List<Pair> aliasSet(List<Entry> entries) {
        Map<ControlSignature, List<Integer>> alike = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            alike.computeIfAbsent(entries.get(i).recorded(), r -> new ArrayList<>())
                    .add(i);
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry one = entries.get(i);
            for (int j : alike.getOrDefault(one.recorded(), List.of())) {
                Entry other = entries.get(j);
                if (j > i && !one.signature().equals(other.signature())) {
                    pairs.add(new Pair(one.id(), other.id(), one.signature().conflictsWith(other.signature())));
                }
            }
        }
        return pairs;
    }

    /**
     * Returns the ids of those whose records may not stand: of every rejected pair what does not read back as itself. Two records that are left and
     * say the same then mean the same, so that of items in one summary state one at most is held as a record.
     */
    public static Set<String> rejected(List<Entry> entries) {
        if (entries.stream().allMatch(entry -> entry.signature().equals(entry.recorded()))) {
            return Set.of();
        }
        Map<String, Entry> byId = new HashMap<>();
        entries.forEach(entry -> byId.put(entry.id(), entry));
        Set<String> rejected = new HashSet<>();
        for (Pair pair : aliasSet(entries)) {
            for (String id : List.of(pair.first(), pair.second())) {
                Entry entry = byId.get(id);
                if (pair.rejected() && entry != null && !entry.signature().equals(entry.recorded())) {
                    rejected.add(id);
                }
            }
        }
        return rejected;
    }

    /** Returns the certificate that no pair of the alias set is rejected. */
    public static Certificate check(Map<String, Quantity> inputs, List<Pair> aliases) {
        long rejected = aliases.stream().filter(Pair::rejected).count();
        return Certificate.atMost(Law.L7, "rejected aliases <= 0", inputs, (double) rejected, 0);
    }

    /**
     * Returns the chance in [0,1] that so many distinct signatures fall on different summary states.
     *
     * @param signatures {@code n >= 0}
     * @param states {@code m >= 1} equally likely states
     */
    public static double noAlias(int signatures, int states) {
        Ranges.positive("states", states);
        double none = 1;
        for (int j = 0; j < signatures; j++) {
            none *= Math.max(0, 1 - j / (double) states);
        }
        return none;
    }

    /** Returns {@code exp(-n(n-1)/2m)}, which {@link #noAlias} never exceeds. */
    public static double noAliasBound(int signatures, int states) {
        return Math.exp(-signatures * (signatures - 1.0) / (2.0 * states));
    }

    /** Returns the chance in [0,1] that a record rewritten at each of so many steps is lost by then. */
    public static double lostByRewriting(double perRewrite, int steps) {
        return 1 - Math.pow(1 - perRewrite, steps);
    }
}
