package dev.trimtab.benchmark.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.runtime.journal.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Prompts that asked for a new family by a certificate that held, against what was tried next.
 *
 * @param count those followed by an attempt on a known family
 * @param of those followed by an attempt at all
 */
record Declined(int count, int of) {
    static Declined of(List<Event> events) {
        int count = 0;
        int of = 0;
        boolean asked = false;
        Set<String> known = new HashSet<>();
        for (Event event : events) {
            if (event instanceof Event.ContextPlanned plan) {
                asked = plan.decisions().stream().anyMatch(Declined::asks);
            } else if (event instanceof Event.Attempted attempted) {
                boolean fresh = known.add(attempted.family());
                of += asked ? 1 : 0;
                count += asked && !fresh ? 1 : 0;
                asked = false;
            }
        }
        return new Declined(count, of);
    }

    private static boolean asks(JsonNode decision) {
        return decision.path("type").asText().equals("branch")
                && decision.at("/certificate/holds").asBoolean();
    }
}
