package dev.trimtab.benchmark.audit;

import dev.trimtab.runtime.journal.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one family of hypotheses.
 *
 * @param family its name
 * @param attempts the ids of its attempts, oldest first
 * @param firstTried step of the first
 * @param lastTried step of the last
 * @param lastInContext step of the last prompt that held one of them in full or compressed, or null if none did
 * @param lastRecoverable step of the last prompt after which one of them was held at all, be it in the archive, or null if none was
 * @param recoverableAtEnd whether that was the last prompt
 */
public record FamilyStory(
        String family,
        List<String> attempts,
        int firstTried,
        int lastTried,
        @Nullable Integer lastInContext,
        @Nullable Integer lastRecoverable,
        boolean recoverableAtEnd) {
    static List<FamilyStory> of(List<Event> events) {
        Map<String, Course> courses = new LinkedHashMap<>();
        Map<String, Course> byAttempt = new LinkedHashMap<>();
        Event.ContextPlanned last = null;
        for (Event event : events) {
            if (event instanceof Event.Attempted attempted) {
                Course course = courses.computeIfAbsent(attempted.family(), name -> new Course(attempted.step()));
                course.attempts.add(attempted.attempt().id());
                course.lastTried = attempted.step();
                byAttempt.put(attempted.attempt().id(), course);
            } else if (event instanceof Event.ContextPlanned plan) {
                last = plan;
                plan.representations().forEach((item, form) -> {
                    Course course = byAttempt.get(item);
                    if (course != null) {
                        course.held(form, plan);
                    }
                });
            }
        }
        Event.ContextPlanned end = last;
        List<FamilyStory> stories = new ArrayList<>();
        courses.forEach((name, course) -> stories.add(course.story(name, end)));
        return List.copyOf(stories);
    }

    private static final class Course {
        private final List<String> attempts = new ArrayList<>();
        private final int firstTried;
        private int lastTried;
        private @Nullable Integer inContext;
        private Event.@Nullable ContextPlanned recoverable;

        Course(int firstTried) {
            this.firstTried = firstTried;
        }

        void held(String form, Event.ContextPlanned plan) {
            if (form.equals("full") || form.equals("compressed")) {
                inContext = plan.step();
            }
            if (!form.equals("extinct")) {
                recoverable = plan;
            }
        }

        FamilyStory story(String name, Event.@Nullable ContextPlanned end) {
            return new FamilyStory(
                    name,
                    List.copyOf(attempts),
                    firstTried,
                    lastTried,
                    inContext,
                    recoverable == null ? null : recoverable.step(),
                    recoverable != null && recoverable.equals(end));
        }
    }
}
