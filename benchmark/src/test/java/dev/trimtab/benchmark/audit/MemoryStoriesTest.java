package dev.trimtab.benchmark.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.runtime.journal.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What became of families, resets, rows on one family and repeated programs, in logs written by hand. */
final class MemoryStoriesTest {
    @Test
    void family_isRecoverableUntilItsLastAttemptIsExtinct() {
        List<FamilyStory> stories = FamilyStory.of(List.of(
                Logs.attempted(0, "a", "trees", 0.5),
                Logs.attempted(1, "b", "trees", 0.6),
                Logs.attempted(2, "c", "lines", 0.4),
                Logs.plan(3, Map.of("a", "full", "b", "shadow", "c", "compressed"), Map.of()),
                Logs.plan(4, Map.of("a", "shadow", "b", "shadow", "c", "compressed"), Map.of()),
                Logs.plan(5, Map.of("a", "extinct", "b", "extinct", "c", "shadow"), Map.of())));

        assertThat(stories)
                .containsExactly(
                        new FamilyStory("trees", List.of("a", "b"), 0, 1, 3, 4, false),
                        new FamilyStory("lines", List.of("c"), 2, 2, 4, 5, true));
    }

    @Test
    void family_thatNoPromptEverHeld_wasNeverRecoverable() {
        assertThat(FamilyStory.of(List.of(Logs.attempted(0, "a", "trees", 0.5), Logs.plan(1, Map.of(), Map.of()))))
                .containsExactly(new FamilyStory("trees", List.of("a"), 0, 0, null, null, false));
    }

    @Test
    void window_countsAFamilyTriedSinceTheLastPromptAsHeld() {
        List<Window> windows = Window.of(List.of(
                Logs.attempted(0, "a", "trees", 0.5),
                Logs.attempted(1, "b", "lines", 0.5),
                Logs.plan(2, Map.of("a", "shadow"), Map.of()),
                Logs.attempted(2, "c", "nets", 0.5),
                Logs.verified(3, "c", 0.4)));

        assertThat(windows).containsExactly(new Window(3, "c", "nets", 0.5, 0.4, 3, 2));
    }

    @Test
    void reset_tellsWhatCameUntilTheNext() {
        List<ResetStory> stories = ResetStory.of(
                List.of(
                        Logs.attempted(0, "a", "trees", 0.5),
                        reset(1, 0.9, 0.1),
                        Logs.attempted(1, "b", "trees", 0.4),
                        Logs.attempted(2, "c", "lines", 0.7),
                        reset(3, 0.8, 0.2),
                        Logs.failed(3, "d", "nets")),
                /* lowerIsBetter= */ false);

        assertThat(stories)
                .containsExactly(
                        new ResetStory(1, true, 0.9, 0.1, 2, 1, 0.5, 0.7),
                        new ResetStory(3, true, 0.8, 0.2, 1, 1, 0.7, 0.7));
        assertThat(stories).extracting(ResetStory::improved).containsExactly(true, false);
    }

    @Test
    void reset_withoutADirection_saysNothingOfTheBest() {
        assertThat(ResetStory.of(List.of(Logs.attempted(0, "a", "trees", 0.5), reset(1, 0.9, 0.1)), null))
                .containsExactly(new ResetStory(1, true, 0.9, 0.1, 0, 0, null, null));
    }

    @Test
    void lockIn_isTheLongestRowOnOneFamilyWithNothingBetter() {
        List<Event> log = List.of(
                Logs.attempted(0, "a", "trees", 0.5),
                Logs.attempted(1, "b", "trees", 0.6),
                Logs.failed(2, "c", "trees"),
                Logs.attempted(3, "d", "lines", 0.6),
                Logs.attempted(4, "e", "lines", 0.6),
                Logs.attempted(5, "f", "lines", 0.55),
                Logs.attempted(6, "g", "lines", 0.4));

        assertThat(LockIn.of(log, /* lowerIsBetter= */ true)).isEqualTo(new LockIn("lines", 3, 3, 5));
        assertThat(LockIn.of(log, /* lowerIsBetter= */ false)).isEqualTo(new LockIn("lines", 4, 3, 6));
        assertThat(LockIn.of(log, null)).isNull();
        assertThat(LockIn.of(log.subList(0, 3), /* lowerIsBetter= */ false)).isNull();
    }

    @Test
    void repeat_isForgotten_onlyIfNoFormOfItWasInThePrompt() {
        assertThat(Repeats.of(List.of(
                        program(0, "a", "one"),
                        Logs.plan(1, Map.of("a", "shadow"), Map.of()),
                        program(1, "b", "one"),
                        Logs.plan(2, Map.of("a", "shadow", "b", "compressed"), Map.of()),
                        program(2, "c", "one"),
                        program(3, "d", "two"),
                        program(4, "e", ""),
                        program(5, "f", ""))))
                .isEqualTo(new Repeats(1, 1));
    }

    @Test
    void retirement_isLost_onlyIfLawL2DidNotAdmitIt_andNoLaterPromptShowsItsFamily() {
        assertThat(Retirements.of(List.of(
                        Logs.attempted(0, "a", "trees", 0.5),
                        Logs.attempted(1, "b", "lines", 0.5),
                        Logs.attempted(2, "c", "nets", 0.5),
                        Logs.plan(3, Map.of(), Map.of(), retire("a", true), retire("b", false), retire("c", false)),
                        Logs.attempted(3, "d", "lines", 0.5),
                        Logs.plan(4, Map.of("a", "shadow", "c", "shadow", "d", "compressed"), Map.of()))))
                .isEqualTo(new Retirements(3, 1, 1));
    }

    @Test
    void declined_countsPromptsThatAskedForANewFamilyByACertificateThatHolds() {
        assertThat(Declined.of(List.of(
                        Logs.plan(0, Map.of(), Map.of(), Logs.decision("branch", true, "assumed")),
                        Logs.attempted(0, "a", "trees", 0.5),
                        Logs.plan(1, Map.of(), Map.of(), Logs.decision("branch", true, "assumed")),
                        Logs.attempted(1, "b", "trees", 0.5),
                        Logs.plan(2, Map.of(), Map.of(), Logs.decision("branch", false, "assumed")),
                        Logs.attempted(2, "c", "trees", 0.5))))
                .isEqualTo(new Declined(1, 2));
    }

    private static JsonNode retire(String hypothesis, boolean holds) {
        return ((ObjectNode) Logs.decision("retire", holds, "assumed")).put("hypothesis", hypothesis);
    }

    private static Event program(int step, String id, String code) {
        return Logs.attempted(step, id, "family", code, "plan", 0.5, null);
    }

    private static Event reset(int step, double before, double after) {
        return Logs.plan(
                step,
                Map.of(),
                Map.of("contamination-before", before, "contamination", after),
                Logs.decision("reset", true, "measured"));
    }
}
