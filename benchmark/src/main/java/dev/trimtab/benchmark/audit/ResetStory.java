package dev.trimtab.benchmark.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.runtime.journal.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reset and what it brought until the next one or the end.
 *
 * @param step the step
 * @param holds whether its certificate holds (law L8)
 * @param contaminationBefore contamination before the plan that it is part of, or null if none was read
 * @param contaminationAfter contamination after it, or null if none was read
 * @param attempts attempts since
 * @param newFamilies families tried since for the first time
 * @param bestBefore the best own score before it, or null if there is none or the metric's direction is not known
 * @param bestAfter the best own score by the next reset or the end, of all attempts, or null likewise
 */
public record ResetStory(
        int step,
        boolean holds,
        @Nullable Double contaminationBefore,
        @Nullable Double contaminationAfter,
        int attempts,
        int newFamilies,
        @Nullable Double bestBefore,
        @Nullable Double bestAfter) {
    /** Returns whether something better than before was found after it. */
    public boolean improved() {
        return bestAfter != null && !bestAfter.equals(bestBefore);
    }

    static List<ResetStory> of(List<Event> events, @Nullable Boolean lowerIsBetter) {
        Best best = new Best(lowerIsBetter);
        Set<String> families = new HashSet<>();
        List<ResetStory> stories = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.ContextPlanned plan) {
                for (JsonNode decision : plan.decisions()) {
                    if (decision.path("type").asText().equals("reset")) {
                        stories.add(begun(plan, decision, best.score()));
                    }
                }
            } else if (event instanceof Event.Attempted attempted) {
                best.take(attempted.attempt());
                boolean fresh = families.add(attempted.family());
                if (!stories.isEmpty()) {
                    int newest = stories.size() - 1;
                    stories.set(newest, stories.get(newest).after(fresh, best.score()));
                }
            }
        }
        return List.copyOf(stories);
    }

    private static ResetStory begun(Event.ContextPlanned plan, JsonNode decision, @Nullable Double best) {
        return new ResetStory(
                plan.step(),
                decision.at("/certificate/holds").asBoolean(),
                plan.readings().get("contamination-before"),
                plan.readings().get("contamination"),
                0,
                0,
                best,
                best);
    }

    private ResetStory after(boolean freshFamily, @Nullable Double best) {
        return new ResetStory(
                step,
                holds,
                contaminationBefore,
                contaminationAfter,
                attempts + 1,
                newFamilies + (freshFamily ? 1 : 0),
                bestBefore,
                best);
    }
}
