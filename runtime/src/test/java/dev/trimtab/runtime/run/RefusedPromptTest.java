package dev.trimtab.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.runtime.budget.BudgetLimits;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.config.PolicyConfig;
import dev.trimtab.runtime.context.ContextItem;
import dev.trimtab.runtime.context.ContextPolicies;
import dev.trimtab.runtime.context.ContextPolicy;
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
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Prompts that a server refuses as too long are made again, smaller, a few times. */
final class RefusedPromptTest extends ModelCallsFixture {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home", ".."));
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

    @Test
    void o14_historyRefusedAsTooLong_isCondensed_andTheSameStepIsAskedAgain() {
        ModelConfig config = config(ModelProvider.OPENAI, MaxOutputParameter.MAX_TOKENS);
        server.answers(400, OVERFLOW).answers(200, ModelServer.openAiReply("\"content\":\"fine\"", "stop", ""));
        Path log = dir.resolve("events.jsonl");
        try (Journal journal = Journal.create(log, server.clock)) {
            ContextPolicy window =
                    new ContextPolicies().create(PolicyConfig.load(HOME, "openhands-conversation-window"));
            calls(config, journal, window).call(3, history(6, 400), search(), new StepFiles(dir.resolve("step")));
        }

        List<Event> events = JournalReader.read(log).events();
        assertThat(events)
                .hasExactlyElementsOfTypes(
                        Event.ContextPlanned.class,
                        Event.ModelFailed.class,
                        Event.Noticed.class,
                        Event.ContextPlanned.class,
                        Event.ModelCalled.class);
        assertThat(events).extracting(Event::step).containsOnly(3);
        assertThat(List.of((Event.ContextPlanned) events.get(0), (Event.ContextPlanned) events.get(3)))
                .extracting(planned -> planned.representations().keySet())
                .containsExactly(Set.of("e0", "e1", "e2", "e3", "e4", "e5"), Set.of("e3", "e4", "e5"));
    }

    @Test
    void o14_promptRefusedAsTooLong_whereTheWindowIsToStayAsItIs_fails() {
        ModelConfig config = config(ModelProvider.OPENAI, MaxOutputParameter.MAX_TOKENS);
        server.answers(400, OVERFLOW);
        try (Journal journal = Journal.create(dir.resolve("events.jsonl"), server.clock)) {
            ModelCalls calls = calls(
                    config,
                    journal,
                    600,
                    new BudgetMeter(BudgetLimits.NONE, server.clock),
                    new ContextPolicies().create(PolicyConfig.DEFAULT),
                    /* shrinks= */ false);
            assertThatExceptionOfType(PermanentFailure.ContextOverflow.class)
                    .isThrownBy(() -> calls.call(0, fixed(700), search(), new StepFiles(dir.resolve("step"))));
        }
        assertThat(told).isEmpty();
    }

    private static ContextRequest history(int events, int words) {
        List<ContextItem> items = IntStream.range(0, events)
                .mapToObj(i -> new ContextItem(
                        "e" + i, ContextItem.Kind.OBSERVATION, i, "word ".repeat(words), /* attempt= */ null))
                .toList();
        return new ContextRequest(
                "act",
                ContextRequest.Model.CODER,
                List.of(
                        new Section.Fixed(Section.Role.USER, "hello world"),
                        new Section.Memory(Section.Role.USER, "# Memory")),
                items,
                List.of());
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
