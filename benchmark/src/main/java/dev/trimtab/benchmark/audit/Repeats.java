package dev.trimtab.benchmark.audit;

import dev.trimtab.runtime.journal.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Attempts whose program had been tried before, by whether the prompt still told of it.
 *
 * @param forgotten those after a prompt that held no earlier attempt of that program
 * @param remembered those after a prompt that held one, in full or compressed
 */
public record Repeats(int forgotten, int remembered) {
    static Repeats of(List<Event> events) {
        int forgotten = 0;
        int remembered = 0;
        Map<String, Set<String>> byProgram = new HashMap<>();
        Set<String> held = new HashSet<>();
        for (Event event : events) {
            if (event instanceof Event.ContextPlanned plan) {
                held.clear();
                plan.representations().forEach((item, form) -> {
                    if (form.equals("full") || form.equals("compressed")) {
                        held.add(item);
                    }
                });
            } else if (event instanceof Event.Attempted attempted) {
                String code = attempted.attempt().code();
                Set<String> earlier = byProgram.computeIfAbsent(code, any -> new HashSet<>());
                if (!earlier.isEmpty() && !code.isBlank()) {
                    boolean told = earlier.stream().anyMatch(held::contains);
                    remembered += told ? 1 : 0;
                    forgotten += told ? 0 : 1;
                }
                earlier.add(attempted.attempt().id());
            }
        }
        return new Repeats(forgotten, remembered);
    }
}
