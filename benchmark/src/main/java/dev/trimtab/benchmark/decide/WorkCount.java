package dev.trimtab.benchmark.decide;

import dev.trimtab.benchmark.decide.DecideRequest.Route;
import dev.trimtab.controller.policy.WorkDemand;
import dev.trimtab.controller.portfolio.Evidence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the work that the routes of a session have had (law L12). */
final class WorkCount {
    private WorkCount() {}

    /**
     * Returns what success asks for and what was done of it: what the line states; else the effort of what it saw that is new, but for the first look
     * ever at a route that no plan worked on, which is where it starts; else, where a session shows no evidence at all, what the last plan worked on.
     * Work that failed counts for none: too little costs a step more, too much the route. Work counts in later windows too.
     *
     * @param before the session so far; null if this is its first line
     * @param evidence all that was seen, that of this line last
     * @param known how many of those the session had before
     */
    static WorkDemand of(DecideRequest request, @Nullable Session before, List<Evidence> evidence, int known) {
        WorkDemand last = before == null ? WorkDemand.UNKNOWN : before.state().demand();
        Map<String, Double> done = new HashMap<>(last.done());
        Set<String> begun = new HashSet<>();
        evidence.subList(0, known).forEach(look -> begun.add(look.hypothesis()));
        for (Evidence look : evidence.subList(known, evidence.size())) {
            boolean starts = begun.add(look.hypothesis());
            boolean worked = !starts || (before != null && look.hypothesis().equals(before.pursued()));
            if (worked && look.value().isPresent()) {
                done.merge(look.hypothesis(), look.effort(), Double::sum);
            }
        }
        if (evidence.isEmpty() && before != null && before.pursued() != null) {
            done.merge(before.pursued(), 1.0, Double::sum);
        }
        for (Route route : request.hypotheses() == null ? List.<Route>of() : request.hypotheses()) {
            if (route.work() != null) {
                done.put(route.id(), route.work());
            }
        }
        return request.workNeeded() == null ? last.withDone(done) : WorkDemand.of(request.workNeeded(), done);
    }
}
