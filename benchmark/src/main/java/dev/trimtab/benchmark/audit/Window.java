package dev.trimtab.benchmark.audit;

import dev.trimtab.runtime.journal.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A strong verification of one candidate, which ends a window, and what the memory held by then.
 *
 * @param step the control step it was charged to
 * @param attempt the candidate
 * @param family its family
 * @param own the score it printed for itself
 * @param strong the mean score over folds, or null when it failed
 * @param familiesTried families with an attempt by then
 * @param familiesHeld families that the last plan before it still held, be it in the archive, or that were tried since
 */
public record Window(
        int step,
        String attempt,
        String family,
        @Nullable Double own,
        @Nullable Double strong,
        int familiesTried,
        int familiesHeld) {
    static List<Window> of(List<Event> events) {
        List<Window> windows = new ArrayList<>();
        Map<String, Event.Attempted> byId = new HashMap<>();
        Set<String> tried = new HashSet<>();
        Set<String> held = new HashSet<>();
        for (Event event : events) {
            if (event instanceof Event.Attempted attempted) {
                byId.put(attempted.attempt().id(), attempted);
                tried.add(attempted.family());
                held.add(attempted.family());
            } else if (event instanceof Event.ContextPlanned plan) {
                held.clear();
                plan.representations().forEach((item, form) -> {
                    if (byId.containsKey(item) && !form.equals("extinct")) {
                        held.add(byId.get(item).family());
                    }
                });
            } else if (event instanceof Event.Verified verified) {
                Event.Attempted candidate = byId.get(verified.attempt());
                windows.add(new Window(
                        verified.step(),
                        verified.attempt(),
                        candidate == null ? "unknown" : candidate.family(),
                        candidate == null ? null : candidate.attempt().score(),
                        verified.mean(),
                        tried.size(),
                        held.size()));
            }
        }
        return List.copyOf(windows);
    }
}
