package dev.trimtab.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A log survives a kill at any byte, and a run played back from it repeats nothing and forks never. */
final class JournalTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    Path directory;

    @Test
    void resume_afterAKillAtAnyByte_keepsEveryWholeLineAndGoesOn() throws IOException {
        Path log = directory.resolve("events.jsonl");
        List<Event> events = List.of(
                new Event.RunStarted(-1, "c0"),
                new Event.Noticed(0, "naïve – 日本 \"quoted\"\nline"),
                executed(0, "solution"),
                new Event.RunEnded(1, "steps"));
        write(log, events);
        byte[] whole = Files.readAllBytes(log);

        for (int cut = 0; cut <= whole.length; cut++) {
            Path torn = directory.resolve("torn.jsonl");
            Files.write(torn, Arrays.copyOf(whole, cut));
            try (Journal journal = Journal.resume(torn, CLOCK)) {
                events.forEach(journal::append);
            }
            assertThat(Files.readAllBytes(torn)).as("cut at %d", cut).isEqualTo(whole);
        }
    }

    @Test
    void recorded_duringPlayBack_handsOutTheNextEventUntilItIsAppended() {
        Path log = directory.resolve("events.jsonl");
        write(log, List.of(executed(0, "solution")));

        try (Journal journal = Journal.resume(log, CLOCK)) {
            Event.Executed event = journal.recorded(Event.Executed.class).orElseThrow();
            journal.append(event);

            assertThat(event.purpose()).isEqualTo("solution");
            assertThat(journal.recorded(Event.Executed.class)).isEmpty();
            assertThat(journal.replaying()).isFalse();
        }
    }

    @Test
    void append_ofADifferentEventDuringPlayBack_isAUserErrorThatNamesTheStep() {
        Path log = directory.resolve("events.jsonl");
        write(log, List.of(new Event.StepStarted(3, "native", List.of(), null)));

        try (Journal journal = Journal.resume(log, CLOCK)) {
            assertThatThrownBy(() -> journal.append(new Event.StepStarted(3, "open-family", List.of(), null)))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("at step 3 the log holds another 'step-started' than the run now makes");
            assertThatThrownBy(() -> journal.recorded(Event.Executed.class))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("the log holds 'step-started' where the run now does 'executed'");
        }
    }

    @Test
    void append_duringPlayBack_ignoresDurations() {
        Path log = directory.resolve("events.jsonl");
        write(log, List.of(executed(0, "solution")));
        Event.Executed slower = new Event.Executed(
                0, "solution", "p", 0, null, null, "out", 3, false, true, 0.5, Map.of("a", "b"), 999, 7);

        try (Journal journal = Journal.resume(log, CLOCK)) {
            journal.append(slower);
            assertThat(journal.replaying()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {oops}                                   | is damaged: it is no JSON
                    {"type":"noticed","step":0,"text":"a     | is damaged: it is no JSON
                    {"type":"noticed","step":0,"text":"a"}}  | is damaged: it is no JSON
                    null                                     | is no event but a JSON null
                    ``                                       | is no event but empty
                    [1]                                      | is no event but a JSON array
                    {"step":0,"text":"a"}                    | is damaged: it names no type of event
                    {"type":"pondered","step":0}             | holds an event of a type that this version does not know, 'pondered'
                    {"type":"noticed","step":0}              | holds an event 'noticed' whose fields are not those that this version writes
                    {"type":"noticed","step":"x","text":"a"} | holds an event 'noticed' whose fields are not those that this version writes
                    {"type":"noticed","step":null,"text":""} | holds an event 'noticed' whose fields are not those that this version writes
                    {"type":"context-planned","step":1}      | holds an event 'context-planned' whose fields are not those that this version writes
                    """)
    void read_ofALineThatIsNotOurs_saysInOneLineWhereWhatAndWhatToDo(String line, String problem) throws IOException {
        Path log = directory.resolve("events.jsonl");
        Files.writeString(log, "{\"type\":\"noticed\",\"step\":0,\"text\":\"a\"}\n" + line + "\n");

        assertThatThrownBy(() -> JournalReader.read(log))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "line 2 of " + log + " " + problem
                                + "; restore the file if it was changed, read it by the version that wrote it, or start a new run");
    }

    @Test
    void line_holdsNumberTimeAndType() throws IOException {
        Path log = directory.resolve("events.jsonl");
        write(log, List.of(new Event.Noticed(0, "a"), new Event.Noticed(0, "b")));

        var second = new ObjectMapper().readTree(Files.readAllLines(log).get(1));

        assertThat(second.get("n").asInt()).isEqualTo(1);
        assertThat(second.get("at").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(second.get("type").asText()).isEqualTo("noticed");
    }

    private static Event.Executed executed(int step, String purpose) {
        return new Event.Executed(
                step, purpose, "p", 0, null, null, "out", 3, false, true, 0.5, Map.of("a", "b"), 12, 0);
    }

    private static void write(Path log, List<Event> events) {
        try (Journal journal = Journal.create(log, CLOCK)) {
            events.forEach(journal::append);
        }
    }
}
