package dev.trimtab.runtime.config;

import dev.trimtab.controller.comparator.Oracle;
import dev.trimtab.controller.comparator.StabilityPolicies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Which kinds of policies read which keys of a policy's file. */
final class PolicyKinds {
    private static final Map<String, Set<String>> READERS = readers();

    private PolicyKinds() {}

    private static Map<String, Set<String>> readers() {
        Set<String> lawful = new TreeSet<>(StabilityPolicies.appraised().names());
        Set<String> comparators = new TreeSet<>(lawful);
        comparators.removeAll(Set.of("portfolio", "posterior-optimal"));
        lawful.add(Oracle.NAME);
        Map<String, Set<String>> readers = new LinkedHashMap<>();
        readers.put("keep", new TreeSet<>(Set.of("best-k", "mlab-research-log", "recent-k")));
        readers.put("drop", Set.of("aide-journal"));
        readers.put("observations", Set.of("mlab-research-log"));
        readers.put("condenser", Set.of("condenser"));
        readers.put("pipeline", Set.of("condenser"));
        readers.put("portfolio", lawful);
        readers.put("portfolio.comparator.learned", comparators);
        readers.put("portfolio.comparator.keep", new TreeSet<>(Set.of("recent-k", "reset-aware")));
        readers.put("portfolio.comparator.reserve-share", Set.of("reserve-aware"));
        readers.put("portfolio.comparator.reset-at", Set.of("reset-aware"));
        readers.put("portfolio.comparator.seed", Set.of("random-matched"));
        return readers;
    }

    /**
     * Refuses what a policy's kind does not read. A kind that is not known is left to who makes policies.
     *
     * @param layers what was written
     * @param policy what they hold together
     * @param found takes what is not read, naming the place and the kinds that the key is for
     */
    static void requireRead(List<Layer> layers, PolicyConfig policy, Consumer<ConfigException> found) {
        boolean own = policy.className() != null;
        boolean known = Stream.concat(READERS.values().stream().flatMap(Set::stream), Stream.of("ledger"))
                .anyMatch(policy.kind()::equals);
        if (!own && !known) {
            return;
        }
        IdleKeys keys = new IdleKeys(layers, policy, PolicyConfig.DEFAULT, found);
        READERS.forEach((key, kinds) -> {
            if (own) {
                keys.refuse(key, "beside class, since a class of your own is given no parameters");
            } else if (!kinds.contains(policy.kind())) {
                keys.refuse(key, "with kind " + policy.kind() + "; it is for kind " + words(kinds));
            }
        });
        if (own) {
            keys.refuse("kind", "beside class");
        }
        // The rule of reset-aware goes by no switch.
        if (!policy.portfolio().switches().reset() && !policy.kind().equals("reset-aware")) {
            keys.refuse(
                    "portfolio.goals.min-decisions",
                    "with portfolio.switches.reset false: no decision is left by a reset");
        }
        CondenserKeys.requireRead(layers, policy, found);
    }

    private static String words(Set<String> kinds) {
        List<String> names = List.copyOf(kinds);
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }
}
