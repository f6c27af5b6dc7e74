package dev.trimtab.benchmark.comparison;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Short names of strata: only what differs between them is said. */
final class ArmLabels {
    private static final List<Function<Stratum, String>> FACTORS =
            List.of(Stratum::scaffold, Stratum::model, Stratum::budget, Stratum::pursuit, Stratum::description);

    private final Map<Stratum, String> labels = new LinkedHashMap<>();

    /** @param strata all that are shown together */
    ArmLabels(Collection<Stratum> strata) {
        List<Function<Stratum, String>> varying = FACTORS.stream()
                .filter(factor -> strata.stream().map(factor).distinct().count() > 1)
                .toList();
        Map<String, Integer> used = new LinkedHashMap<>();
        for (Stratum stratum : strata) {
            Set<String> words = new LinkedHashSet<>(List.of(stratum.scaffold()));
            varying.forEach(factor -> words.add(factor.apply(stratum)));
            labels.put(stratum, String.join(" ", words));
        }
        labels.values().forEach(label -> used.merge(label, 1, Integer::sum));
        labels.replaceAll(
                (stratum, label) -> used.getOrDefault(label, 1) == 1 ? label : label + " " + stratum.settings());
    }

    /** Returns the name of a stratum. */
    String of(Stratum stratum) {
        return labels.getOrDefault(stratum, stratum.scaffold());
    }
}
