package dev.trimtab.scaffolds.openhands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.trimtab.scaffolds.testing.FakeRunContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The exported trajectory has every field that {@code openhands.events.serialization} of OpenHands 0.62 reads. What its classes take is written down
 * here, since the original is no part of the build.
 */
class TrajectoryTest {
    private static final Map<String, Set<String>> ARGUMENTS = Map.of(
            "message", Set.of("content", "file_urls", "image_urls", "wait_for_response", "security_risk"),
            "run",
                    Set.of(
                            "command",
                            "is_input",
                            "thought",
                            "blocking",
                            "is_static",
                            "cwd",
                            "hidden",
                            "confirmation_state",
                            "security_risk"),
            "read", Set.of("path", "start", "end", "thought", "security_risk", "impl_source", "view_range"),
            "edit",
                    Set.of(
                            "path",
                            "command",
                            "file_text",
                            "old_str",
                            "new_str",
                            "insert_line",
                            "content",
                            "start",
                            "end",
                            "thought",
                            "security_risk",
                            "impl_source"),
            "think", Set.of("thought"),
            "finish", Set.of("final_thought", "outputs", "thought"),
            "task_tracking", Set.of("command", "task_list", "thought"),
            "call_tool_mcp", Set.of("name", "arguments", "thought", "security_risk"));

    private static final Map<String, Set<String>> EXTRAS = Map.of(
            "run", Set.of("command", "metadata", "hidden"),
            "read", Set.of("path", "impl_source"),
            "edit", Set.of("path", "prev_exist", "old_content", "new_content", "impl_source", "diff"),
            "think", Set.of(),
            "task_tracking", Set.of("command", "task_list"),
            "mcp", Set.of("name", "arguments"),
            "error", Set.of("error_id"));

    private static final int EVERY_STEP = 14;

    private final FakeRunContext context = FakeRunContext.of(FakeRunContext.task(true));

    @TempDir
    private Path directory;

    @Test
    void o21_trajectory_playsToTheSameListOfEvents() throws IOException {
        JsonNode first = exported(agent(context, true), context.acts(everything()), EVERY_STEP);

        FakeRunContext again = FakeRunContext.of(FakeRunContext.task(true));
        JsonNode second = exported(agent(again, true), again.acts(replies(first)), EVERY_STEP);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void o21_everyEvent_hasTheNamesAndFieldsOfOpenHandsOwnClasses() throws IOException {
        JsonNode events = exported(agent(context, true), context.acts(everything()), EVERY_STEP);

        for (JsonNode event : events) {
            if (event.has("action")) {
                assertThat(fields(event.get("args")))
                        .isEqualTo(ARGUMENTS.get(event.get("action").asText()));
            } else {
                assertThat(fields(event.get("extras")))
                        .isEqualTo(EXTRAS.get(event.get("observation").asText()));
                assertThat(event.get("content").isTextual()).isTrue();
            }
        }
        assertThat(events)
                .extracting(event ->
                        event.path("action").asText(event.path("observation").asText()))
                .containsAll(ARGUMENTS.keySet())
                .containsAll(EXTRAS.keySet());
    }

    @Test
    void o21_events_areCountedInIdAndTimeAndSayWhoseTheyAreAndWhatCausedThem() throws IOException {
        JsonNode events = exported(agent(context, true), context.acts(everything()), EVERY_STEP);

        for (int i = 0; i < events.size(); i++) {
            JsonNode event = events.get(i);
            assertThat(event.get("id").intValue()).isEqualTo(i);
            assertThat(LocalDateTime.parse(event.get("timestamp").textValue()).getYear())
                    .isEqualTo(1970);
            assertThat(event.get("message").isTextual()).isTrue();
            assertThat(event.get("source").textValue()).isIn("user", "agent");
            if (event.has("cause")) {
                assertThat(events.get(event.get("cause").intValue()).has("action"))
                        .isTrue();
            }
        }
        // OpenHands begins a replay with the first event and asks of it that it be the user's message.
        assertThat(events.get(0).get("source").textValue()).isEqualTo("user");
        assertThat(events.get(0).get("action").textValue()).isEqualTo("message");
    }

    @Test
    void o21_callAndObservation_carryTheWholeReplyAsAChatCompletion() throws IOException {
        JsonNode events = exported(
                agent(context, true),
                context.acts(Calls.reply(
                        "Both.",
                        Calls.call("execute_bash", "command", "one"),
                        Calls.call("execute_bash", "command", "two"))),
                2);

        for (int i = 1; i <= 4; i++) {
            JsonNode metadata = events.get(i).get("tool_call_metadata");
            assertThat(metadata.get("function_name").textValue()).isEqualTo("execute_bash");
            assertThat(metadata.get("tool_call_id").textValue()).isEqualTo(i <= 2 ? "call00000" : "call00001");
            assertThat(metadata.get("total_calls_in_response").intValue()).isEqualTo(2);
            JsonNode response = metadata.get("model_response");
            assertThat(response.get("id").textValue()).isEqualTo("reply-0");
            assertThat(response.get("object").textValue()).isEqualTo("chat.completion");
            assertThat(response.get("choices")).hasSize(1);
            JsonNode message = response.at("/choices/0/message");
            assertThat(message.get("role").textValue()).isEqualTo("assistant");
            assertThat(message.get("content").textValue()).isEqualTo("Both.");
            assertThat(message.get("tool_calls"))
                    .extracting(call -> call.get("id").textValue())
                    .containsExactly("call00000", "call00001");
            assertThat(message.at("/tool_calls/1/function/arguments").textValue())
                    .isEqualTo("{\"command\":\"two\"}");
            assertThat(message.at("/tool_calls/1/type").textValue()).isEqualTo("function");
        }
        assertThat(events)
                .extracting(event -> event.path("args").path("thought").asText("none"))
                .containsExactly("none", "Both.", "none", "", "none");
    }

    @Test
    void o21_callInTheText_isExportedLikeAFunction() throws IOException {
        JsonNode events = exported(
                agent(context, false),
                context.replies("I look.\n<function=execute_bash>\n<parameter=command>ls</parameter>\n"),
                1);

        JsonNode message = events.get(1).at("/tool_call_metadata/model_response/choices/0/message");
        assertThat(message.get("content").textValue()).isEqualTo("I look.");
        assertThat(message.at("/tool_calls/0/function/name").textValue()).isEqualTo("execute_bash");
        assertThat(message.at("/tool_calls/0/function/arguments").textValue()).isEqualTo("{\"command\":\"ls\"}");
    }

    @Test
    void o21_finish_saysItsLastWordsAndHasNoObservation() throws IOException {
        JsonNode events = exported(
                agent(context, true), context.acts(Calls.reply("So.", Calls.call("finish", "message", "Done."))), 1);

        assertThat(events).hasSize(2);
        assertThat(events.get(1).get("args").get("final_thought").textValue()).isEqualTo("Done.");
        assertThat(events.get(1).get("args").get("outputs")).isEmpty();
    }

    @Test
    void o21_callThatCannotBeCarriedOut_isAnErrorWithoutAnAction_asInTheOriginal() throws IOException {
        JsonNode events =
                exported(agent(context, true), context.acts(Calls.reply("", Calls.call("open_door", "door", "1"))), 1);

        assertThat(events).hasSize(2);
        JsonNode error = events.get(1);
        assertThat(error.get("observation").textValue()).isEqualTo("error");
        assertThat(error.has("cause")).isFalse();
        assertThat(error.at("/tool_call_metadata/model_response/choices/0/message/tool_calls/0/function/name")
                        .textValue())
                .isEqualTo("open_door");
    }

    @Test
    void o21_command_keepsItsOutputApartFromWhatIsSaidOfItsEnd() throws IOException {
        JsonNode events = exported(
                agent(context, true),
                context.acts(
                        Calls.shell("one"),
                        Calls.reply("", Calls.call("execute_bash", "command", "hang", "timeout", 5))),
                2);

        assertThat(events.get(2).get("content").textValue()).isEqualTo("one");
        assertThat(events.get(2).get("success").booleanValue()).isTrue();
        assertThat(events.get(2).at("/extras/metadata/exit_code").intValue()).isZero();
        assertThat(events.get(2).at("/extras/metadata/working_dir").textValue()).isEqualTo("/workspace");
        assertThat(events.get(3).get("timeout").doubleValue()).isEqualTo(5);
        assertThat(events.get(3).at("/args/blocking").booleanValue()).isTrue();
        assertThat(events.get(4).get("success").booleanValue()).isFalse();
        assertThat(events.get(4).at("/extras/metadata/exit_code").intValue()).isEqualTo(-1);
        assertThat(events.get(4).at("/extras/metadata/suffix").textValue()).startsWith("\n[The program was stopped");
    }

    /** Replies that call every tool, rightly and wrongly. */
    private static AiMessage[] everything() {
        ObjectNode task = Calls.json("id", "1", "title", "Look", "status", "todo");
        return new AiMessage[] {
            Calls.create("a.py", "score 0.7", "write"),
            Calls.create("a.py", "once more"),
            Calls.reply("I look.", Calls.call("str_replace_editor", "command", "view", "path", "a.py")),
            Calls.reply(
                    "I look at a line.",
                    Calls.call(
                            "str_replace_editor",
                            "command",
                            "view",
                            "path",
                            "a.py",
                            "view_range",
                            new ObjectMapper().createArrayNode().add(1).add(1))),
            Calls.reply(
                    "",
                    Calls.call(
                            "str_replace_editor",
                            "command",
                            "insert",
                            "path",
                            "a.py",
                            "insert_line",
                            1,
                            "new_str",
                            "# more",
                            "security_risk",
                            "LOW")),
            Calls.reply(
                    "I change a score.",
                    Calls.call(
                            "str_replace_editor",
                            "command",
                            "str_replace",
                            "path",
                            "a.py",
                            "old_str",
                            "0.7",
                            "new_str",
                            "0.8")),
            Calls.reply("", Calls.call("str_replace_editor", "command", "undo_edit", "path", "a.py")),
            Calls.shell("python a.py"),
            Calls.reply("", Calls.call("check_submission", "path", "a.py")),
            Calls.reply(
                    "",
                    Calls.call(
                            "task_tracker",
                            "command",
                            "plan",
                            "task_list",
                            new ObjectMapper().createArrayNode().add(task))),
            Calls.reply("", Calls.call("open_door", "door", "1")),
            AiMessage.from("Shall I go on?"),
            Calls.reply(
                    "Two things.", Calls.call("think", "thought", "Good."), Calls.call("finish", "message", "Done."))
        };
    }

    private static CodeActAgent agent(FakeRunContext context, boolean functions) {
        OpenHandsConfig config = Configs.with("{function-calling: " + functions + ", check-submission: true}");
        return new CodeActAgent(context.task(), config, /* showTime= */ false);
    }

    private JsonNode exported(CodeActAgent agent, FakeRunContext run, int steps) throws IOException {
        for (int i = 0; i < steps; i++) {
            run.step(agent);
        }
        agent.export(directory);
        return new ObjectMapper().readTree(Files.readString(directory.resolve("journal.json")));
    }

    /** Returns the replies that a trajectory holds, each once. */
    private static AiMessage[] replies(JsonNode events) {
        Map<String, AiMessage> replies = new LinkedHashMap<>();
        for (JsonNode event : events) {
            JsonNode response = event.at("/tool_call_metadata/model_response");
            if (!response.isMissingNode()) {
                replies.put(response.get("id").textValue(), reply(response.at("/choices/0/message")));
            } else if (event.get("source").textValue().equals("agent")) {
                replies.put(
                        "words-" + event.get("id"),
                        AiMessage.from(event.at("/args/content").textValue()));
            }
        }
        return replies.values().toArray(new AiMessage[0]);
    }

    private static AiMessage reply(JsonNode message) {
        List<ToolExecutionRequest> calls = new ArrayList<>();
        for (JsonNode call : message.get("tool_calls")) {
            calls.add(ToolExecutionRequest.builder()
                    .id("y")
                    .name(call.at("/function/name").textValue())
                    .arguments(call.at("/function/arguments").textValue())
                    .build());
        }
        return Calls.reply(message.path("content").asText(""), calls.toArray(new ToolExecutionRequest[0]));
    }

    private static Set<String> fields(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
