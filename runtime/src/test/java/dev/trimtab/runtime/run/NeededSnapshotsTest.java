package dev.trimtab.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.journal.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which snapshots a run cannot go on without. */
final class NeededSnapshotsTest {
    private final List<Event> log = new ArrayList<>();

    NeededSnapshotsTest() {
        step(0, /* submitted= */ true);
        step(1, /* submitted= */ false);
        step(2, /* submitted= */ true);
        log.add(executed(3, "refold:a0:1"));
        step(4, /* submitted= */ false);
    }

    @Test
    void of_aRunThatGoesOn_areTheLastProgramsAndThoseOfAllSubmissions() {
        assertThat(NeededSnapshots.of(log).steps()).containsExactly(0, 2, 4);
    }

    @Test
    void of_aRunThatEndsInARefold_doNotHoldTheRefolds() {
        log.add(executed(5, "refold:a2:1"));

        assertThat(NeededSnapshots.of(log).steps()).containsExactly(0, 2, 4);
    }

    @Test
    void of_aRunThatHasChosen_isTheChosenOneOrNone() {
        assertThat(chosen("a2")).containsExactly(2);
        assertThat(chosen(null)).isEmpty();
    }

    @Test
    void of_anEmptyLog_areNone() {
        assertThat(NeededSnapshots.of(List.of()).steps()).isEmpty();
    }

    private Iterable<Integer> chosen(@Nullable String attempt) {
        List<Event> ended = new ArrayList<>(log);
        ended.add(new Event.Selected(4, attempt, "weak"));
        return NeededSnapshots.of(ended).steps();
    }

    private void step(int step, boolean submitted) {
        log.add(executed(step, "solution"));
        log.add(new Event.Attempted(
                step,
                new Attempt("a" + step, null, step, Attempt.Stage.DRAFT, "", "", 0.5, "", null, null, submitted, null),
                "f",
                "code"));
    }

    private static Event executed(int step, String purpose) {
        return new Event.Executed(step, purpose, "p", 0, null, null, "", 0, false, true, null, Map.of(), 1, 0);
    }
}
