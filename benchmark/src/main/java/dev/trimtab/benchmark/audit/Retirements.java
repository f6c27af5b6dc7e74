package dev.trimtab.benchmark.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.runtime.journal.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hypotheses that left the context by a decision.
 *
 * @param all retirements
 * @param admissible those that law L2 admitted
 * @param lost those that it did not admit and after which no prompt showed the hypothesis' family again
 */
public record Retirements(int all, int admissible, int lost) {
    static Retirements of(List<Event> events) {
        int all = 0;
        int admissible = 0;
        Map<String, String> families = new HashMap<>();
        List<String> open = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Attempted attempted) {
                families.put(attempted.attempt().id(), attempted.family());
            } else if (event instanceof Event.ContextPlanned plan) {
                Set<String> shown = shown(plan, families);
                open.removeIf(shown::contains);
                for (JsonNode decision : plan.decisions()) {
                    if (decision.path("type").asText().equals("retire")) {
                        boolean holds = decision.at("/certificate/holds").asBoolean();
                        String family = families.get(decision.path("hypothesis").asText());
                        all++;
                        admissible += holds ? 1 : 0;
                        if (!holds && family != null && !shown.contains(family)) {
                            open.add(family);
                        }
                    }
                }
            }
        }
        return new Retirements(all, admissible, open.size());
    }

    private static Set<String> shown(Event.ContextPlanned plan, Map<String, String> families) {
        Set<String> shown = new HashSet<>();
        plan.representations().forEach((item, form) -> {
            String family = families.get(item);
            if (family != null && (form.equals("full") || form.equals("compressed"))) {
                shown.add(family);
            }
        });
        return shown;
    }
}
