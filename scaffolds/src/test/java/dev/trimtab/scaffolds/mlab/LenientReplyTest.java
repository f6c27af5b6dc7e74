package dev.trimtab.scaffolds.mlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.trimtab.runtime.run.StepResult;
import dev.trimtab.scaffolds.prompt.Wording;
import dev.trimtab.scaffolds.testing.FakeRunContext;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies in the forms that models give them. */
class LenientReplyTest {
    private static final List<String> NAMES =
            List.of("Reflection", "Research Plan and Status", "Fact Check", "Thought", "Action", "Action Input");

    private final FakeRunContext context = FakeRunContext.of(FakeRunContext.task(true));

    @Test
    void lineBreaksWithoutEnd_areLeftOutAtTheEndOnly_andTakeNoTime() {
        String breaks = "\n".repeat(300_000);
        LenientReply replies = new LenientReply(NAMES);
        assertThat(replies.read("Thought: one" + breaks + "two" + breaks + "**\nAction: List Files\nAction Input: {}"
                                + breaks + "x")
                        .reply())
                .hasValueSatisfying(reply -> {
                    assertThat(reply.get("Thought")).isEqualTo("one" + breaks + "two");
                    assertThat(reply.get("Action Input")).isEqualTo("{}" + breaks + "x");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Action: List Files\nAction Input: {\"dir_path\": \".\"}",
                "**Action:** List Files\n**Action Input:** {\"dir_path\": \".\"}",
                "**Action**: List Files\n**Action Input**: {\"dir_path\": \".\"}",
                "5. Action: List Files\n6. Action Input: {\"dir_path\": \".\"}",
                "- **Action**: List Files\n- **Action Input**:\n```json\n{\"dir_path\": \".\"}\n```",
                "## Action\nList Files\n\n## Action Input\n{\"dir_path\": \".\"}",
                "### Action: List Files\n### Action Input: {\"dir_path\": \".\"}",
                "**Action**\nList Files\n**Action Input**\n{\"dir_path\": \".\"}",
                "action: list files\naction input: {\"dir_path\": \".\"}",
                "Action: `List Files`\nAction Input: {\"dir_path\": \".\"}",
                "Action: **List Files**.\nAction Input: {\"dir_path\": \".\"}",
                "Action: list_files\nAction Input: {\"dir_path\": \".\"}",
                "- **Observation**: it rose.\nAction: List Files\nAction Input: {\"dir_path\": \".\"}",
                "Thought: I look. Action: List Files\nAction: List Files\nAction Input: {\"dir_path\": \".\"}",
                "Action: List Files\nAction Input: {\"dir_path\": \".\"}\n**Observation:** It is empty.\nAction: Final Answer"
            })
    void actionAndInput_howeverTheyAreWritten_areCarriedOut(String reply) {
        MlabAgent agent = agent(false);
        StepResult result = context.replies("**Thought:** I look.\n\n" + reply).step(agent);

        assertThat(result.did()).isEqualTo("List Files");
        assertThat(context.observations())
                .singleElement()
                .satisfies(seen -> assertThat(seen).contains("input/"));
        assertThat(agent.memory().get(0).text())
                .contains("\nAction: List Files\nAction Input: ")
                .doesNotContain("**Action", "It is empty");
    }

    @Test
    void decoratedHeaders_areNotReadInStrictCompat() {
        String decorated = MlabReplies.act("List Files", "dir_path", ".").replace("Action:", "**Action**:");
        StepResult result = context.replies(decorated, MlabReplies.act("List Files", "dir_path", "."))
                .step(agent(true));

        assertThat(result.did()).isEqualTo("List Files");
        assertThat(context.requests("act")).hasSize(2);
        assertThat(FakeRunContext.prompt(context.requests("act").get(1))).doesNotContain("What was wrong");
    }

    @Test
    void nameOfAToolWithoutItsSuffix_isTaken() {
        assertThat(MlabAction.like("Edit Script")).contains(MlabAction.EDIT);
        assertThat(MlabAction.like("`Edit Script Segment (AI)`")).contains(MlabAction.EDIT_SEGMENT);
        assertThat(MlabAction.like("Open Door")).isEmpty();
        for (MlabAction action : MlabAction.values()) {
            assertThat(MlabAction.like(action.title())).contains(action);
        }
    }

    @Test
    void proseEntriesThatAreMissing_areNotAskedFor() {
        LenientReply.Reading reading = new LenientReply(NAMES).read("Thought: t\nAction: List Files\nAction Input: {}");

        assertThat(reading.reply().orElseThrow().text()).isEqualTo("Thought: t\nAction: List Files\nAction Input: {}");
    }

    @Test
    void repeatedHeaders_theLastPairCounts_andWordsInAnInputAreNoHeader() {
        MlabReply reply = new LenientReply(NAMES)
                .read("Action: Copy File\nAction Input: {}\nAction: Write File\n"
                        + "Action Input: {\"content\": \"say Action: Final Answer\\nAction Input: x\n# Action\n\"}")
                .reply()
                .orElseThrow();

        assertThat(reply.get(MlabReply.ACTION)).isEqualTo("Write File");
        assertThat(reply.get(MlabReply.INPUT)).endsWith("# Action\n\"}");
    }

    @Test
    void complaint_saysWhatWasWrong() {
        context.replies(
                        "I think.",
                        "Action: List Files",
                        "Action: Open Door\nAction Input: {}",
                        MlabReplies.act("List Files", "dir_path", "."))
                .step(agent(false));

        assertThat(FakeRunContext.prompt(context.requests("act").get(3)))
                .contains(
                        "What was wrong: there is no Action.",
                        "What was wrong: there is no Action Input.",
                        "What was wrong: there is no tool 'Open Door'.");
    }

    @Test
    void replyThatWasCut_isComplainedOfAsSuch_andSoIsItsInput() {
        String words = "Thought: I will write a very long";
        String input = "Action: Write File\nAction Input: {\"file_name\": \"a.py\", \"content\": \"import";
        context.cuts(AiMessage.from(words), AiMessage.from(input)).replies(words, input);
        MlabAgent agent = agent(false);
        context.step(agent);

        assertThat(FakeRunContext.prompt(context.requests("act").get(1))).contains("cut at its length limit");
        assertThat(agent.memory().get(0).text()).contains("ActionInputParsingError", "cut at its length limit");
    }

    @Test
    void editThatWasCut_saysSoAndKeepsTheScript() throws Exception {
        context.files().write("a.py", "score 0.5\n");
        String half = "```python\nscore 0.6";
        context.replies(
                        MlabReplies.act(
                                "Edit Script (AI)",
                                "script_name",
                                "a.py",
                                "edit_instruction",
                                "better",
                                "save_name",
                                "a.py"),
                        half)
                .cuts(AiMessage.from(half))
                .step(agent(false));

        assertThat(context.observations().get(0)).contains("cut at its length limit");
        assertThat(context.files().read("a.py")).isEqualTo("score 0.5\n");
    }

    @Property(seed = "1")
    void reading_anything_isAReplyOrAReason(@ForAll String text) {
        LenientReply.Reading reading =
                new LenientReply(NAMES).read("## Action\n" + text + "\n**Action Input:**" + text);

        assertThat(reading.wrong().isEmpty()).isEqualTo(reading.reply().isPresent());
    }

    private static MlabAgent agent(boolean strict) {
        return new MlabAgent(
                FakeRunContext.task(true),
                new MlabConfig(5, 3, false, false, strict, Wording.BUILT_IN),
                /* showTime= */ true);
    }
}
