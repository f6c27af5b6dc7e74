package dev.trimtab.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.runtime.context.ContextItem;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.context.Section;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.Journal;
import dev.trimtab.runtime.journal.JournalReader;
import dev.trimtab.runtime.model.MaxOutputParameter;
import dev.trimtab.runtime.model.ModelConfig;
import dev.trimtab.runtime.model.ModelProvider;
import dev.trimtab.runtime.model.ModelServer;
import dev.trimtab.runtime.model.failure.PermanentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prompts that a server refuses as too long are made again, smaller, a few times. */
final class RefusedPromptTest extends ModelCallsFixture {
    private static final String OVERFLOW =
            "{\"error\":{\"message\":\"too long\",\"code\":\"context_length_exceeded\"}}";

    @Test
    void call_refusedAsTooLong_isMadeAgainSmaller_andPlaysBackSo() throws IOException {
        ModelConfig config = config(ModelProvider.OPENAI, MaxOutputParameter.MAX_TOKENS);
        String counted = ModelServer.openAiReply(
                "\"content\":\"fine\"", "stop", "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":1}");
        server.answers(400, OVERFLOW).answers(400, OVERFLOW).answers(200, counted);
        Path log = dir.resolve("events.jsonl");
        try (Journal journal = Journal.create(log, server.clock)) {
            calls(config, journal, 600).call(0, required(2500), search(), new StepFiles(dir.resolve("step")));
        }
        List<Integer> lengths = List.of(
                server.taken().getBody().size(),
                server.taken().getBody().size(),
                server.taken().getBody().size());
        try (Journal journal = Journal.resume(log, server.clock)) {
            calls(config, journal, 600).call(0, required(2500), search(), new StepFiles(dir.resolve("again")));
            assertThat(journal.replaying()).isFalse();
        }

        assertThat(lengths).isSortedAccordingTo(Comparator.reverseOrder()).doesNotHaveDuplicates();
        assertThat(JournalReader.read(log).events())
                .hasExactlyElementsOfTypes(
                        Event.ModelFailed.class,
                        Event.Noticed.class,
                        Event.ModelFailed.class,
                        Event.Noticed.class,
                        Event.ModelCalled.class);
        assertThat(new ObjectMapper()
                        .readTree(dir.resolve("step/prompt.json").toFile())
                        .findValuesAsText("window"))
                .containsExactly("4000", "2666", "1777");
        assertThat(told)
                .as("once when it was made and once when it was played back")
                .hasSize(4)
                .allMatch(line -> line.contains("refused a prompt as too long"));
        assertThat(Files.readString(dir.resolve("again/prompt.json")))
                .isEqualTo(Files.readString(dir.resolve("step/prompt.json")));
    }

    @Test
    void call_refusedAsTooLongHoweverSmall_endsWithWhatTheServerSaid_andIsMadeAgainWhenTheLogIsPlayedBack() {
        ModelConfig config = config(ModelProvider.OPENAI, MaxOutputParameter.MAX_TOKENS);
        for (int refused = 0; refused < 4; refused++) {
            server.answers(400, OVERFLOW);
        }
        Path log = dir.resolve("events.jsonl");
        try (Journal journal = Journal.create(log, server.clock)) {
            ModelCalls calls = calls(config, journal, 600);
            assertThatExceptionOfType(PermanentFailure.ContextOverflow.class)
                    .isThrownBy(() -> calls.call(0, fixed(700), search(), new StepFiles(dir.resolve("step"))))
                    .withMessageContaining("--context-tokens");
        }
        assertThat(JournalReader.read(log).events()).hasSize(8);
        try (Journal journal = Journal.resume(log, server.clock)) {
            ModelCalls calls = calls(config, journal, 600);
            assertThatExceptionOfType(PermanentFailure.ContextOverflow.class)
                    .isThrownBy(() -> calls.call(0, fixed(700), search(), new StepFiles(dir.resolve("again"))));
        }
        assertThat(JournalReader.read(log).events()).hasSize(8);
    }

    private static ContextRequest fixed(int words) {
        return new ContextRequest(
                "draft",
                ContextRequest.Model.CODER,
                List.of(new Section.Fixed(Section.Role.USER, "word ".repeat(words))),
                List.of(),
                List.of());
    }

    private static ContextRequest required(int words) {
        ContextItem item =
                new ContextItem("output", ContextItem.Kind.OBSERVATION, 0, "word ".repeat(words), /* attempt= */ null);
        return new ContextRequest(
                "review",
                ContextRequest.Model.CODER,
                List.of(
                        new Section.Fixed(Section.Role.USER, "hello world"),
                        new Section.Required(
                                Section.Role.USER, "# Output", item, /* fence= */ null, /* floorTokens= */ 50)),
                List.of(),
                List.of());
    }
}
