package dev.trimtab.controller.belief;

import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lineages that a search's evidence falls into. Work that leaves the family of what it started from begins a lineage of its own. */
public final class Lineages {
    private final Map<String, Lineage> of = new LinkedHashMap<>();

    private Lineages() {}

    /**
     * Returns the lineages of the portfolio's hypotheses; one without evidence is a lineage of its own.
     *
     * @param evidence all that was seen, in order; entries about hypotheses that the portfolio lacks are not read
     */
    public static Lineages of(Portfolio portfolio, List<Evidence> evidence) {
        Lineages lineages = new Lineages();
        Map<String, Family> families = new HashMap<>();
        portfolio.hypotheses().forEach(h -> families.put(h.id(), h.family()));
        for (Evidence seen : evidence) {
            Family family = families.get(seen.hypothesis());
            if (family != null) {
                Lineage known = lineages.of.get(seen.hypothesis());
                boolean goesOn = known == null && seen.from() != null && family.equals(families.get(seen.from()));
                Lineage lineage = goesOn ? lineages.of.get(seen.from()) : known;
                Lineage taken = lineage == null ? new Lineage() : lineage;
                taken.take(seen);
                lineages.of.put(seen.hypothesis(), taken);
            }
        }
        return lineages;
    }

    /** Returns the id of the hypothesis that the lineage of this one began with; its own if nothing was seen of it. */
    public String root(String hypothesis) {
        Lineage lineage = of.get(hypothesis);
        return lineage == null ? hypothesis : lineage.members().iterator().next();
    }

    /** Returns the lineage of the hypothesis; null if nothing was seen of it. */
    @Nullable Lineage of(Hypothesis hypothesis) {
        return of.get(hypothesis.id());
    }

    /** Returns whether something was seen of the hypothesis. */
    boolean knows(Hypothesis hypothesis) {
        return of.containsKey(hypothesis.id());
    }
}
