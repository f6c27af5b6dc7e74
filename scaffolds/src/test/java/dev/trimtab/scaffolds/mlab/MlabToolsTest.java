package dev.trimtab.scaffolds.mlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.scaffolds.testing.FakeRunContext;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** MLAB's tools, by the ids of the fidelity checklist. */
class MlabToolsTest {
    private final FakeRunContext context = FakeRunContext.of(FakeRunContext.task(true));
    private final MlabAgent agent = new MlabAgent(FakeRunContext.task(true), MlabConfig.DEFAULT, false);

    @Test
    void m14_hundredLinesApart_areShown_andOneMoreIsAnError() throws Exception {
        context.files().write("long.py", lines(200));

        assertThat(does(
                        "Inspect Script Lines",
                        "script_name",
                        "long.py",
                        "start_line_number",
                        "1",
                        "end_line_number",
                        "101"))
                .contains("line 1\n", "line 101")
                .doesNotContain("line 102");
        assertThat(does(
                        "Inspect Script Lines",
                        "script_name",
                        "long.py",
                        "start_line_number",
                        "1",
                        "end_line_number",
                        "102"))
                .startsWith("EnvError: ");
    }

    @Test
    void m15_edit_keepsABackup_andUndoRestoresItOnce() throws Exception {
        context.files().write("train.py", "score 0.5\n");
        context.replies(edit("train.py", "Raise it.", "train.py"), "Sure:\n```python\nscore 0.6\n```\n");
        context.step(agent);

        assertThat(context.observations().get(0)).contains("-score 0.5", "+score 0.6");
        assertThat(context.files().read("train.py")).isEqualTo("score 0.6\n");
        assertThat(context.files().list("backup")).hasSize(1);
        assertThat(does("Undo Edit Script", "script_name", "train.py")).endsWith("score 0.5\n");
        assertThat(context.files().read("train.py")).isEqualTo("score 0.5\n");
        assertThat(does("Undo Edit Script", "script_name", "train.py")).startsWith("EnvError: ");
    }

    @Test
    void undo_ofAScriptWhoseNameBeginsAnother_leavesTheOtherAlone() throws Exception {
        context.files().write("a_b", "score 0.5\n");
        context.replies(edit("a_b", "Raise it.", "a_b"), "```python\nscore 0.6\n```");
        context.step(agent);

        assertThat(does("Undo Edit Script", "script_name", "a")).startsWith("EnvError: ");
        assertThat(does("Undo Edit Script", "script_name", "/workspace/a_b")).endsWith("score 0.5\n");
    }

    @Test
    void m16_editWithoutAScriptInTheReply_isAnErrorAndLeavesTheFile() throws Exception {
        context.files().write("train.py", "score 0.5\n");
        context.replies(edit("train.py", "Raise it.", "train.py"), "I would rather not.");
        context.step(agent);

        assertThat(context.observations().get(0)).startsWith("EnvError: ");
        assertThat(context.files().read("train.py")).isEqualTo("score 0.5\n");
    }

    @Test
    void edit_ofAScriptThatIsNotThere_beginsEmpty() throws Exception {
        context.replies(edit("new.py", "Write it.", "new.py"), "```python\nwrite\n```");
        context.step(agent);

        assertThat(context.files().read("new.py")).isEqualTo("write\n");
        ContextRequest request = context.requests("edit").get(0);
        assertThat(FakeRunContext.prompt(request)).contains("Write it.");
    }

    @Test
    void editSegment_changesThoseLinesOnly() throws Exception {
        context.files().write("long.py", lines(5));
        context.replies(
                MlabReplies.act(
                        "Edit Script Segment (AI)",
                        "script_name",
                        "long.py",
                        "start_line_number",
                        "2",
                        "end_line_number",
                        "3",
                        "edit_instruction",
                        "Join them.",
                        "save_name",
                        "long.py"),
                "```python\njoined\n```");
        context.step(agent);

        assertThat(context.files().read("long.py")).isEqualTo("line 1\njoined\nline 4\nline 5");
    }

    @Test
    void m18_pathOutsideOrReadOnly_isAnError() {
        assertThat(does("Read File", "file_name", "../../etc/passwd")).startsWith("EnvError: ");
        assertThat(does("Read File", "file_name", "/etc/passwd")).startsWith("EnvError: ");
        assertThat(does("Write File", "file_name", "input/train.csv", "content", "x"))
                .startsWith("EnvError: ");
        assertThat(does("Copy File", "source", "input/train.csv", "destination", "input/b.csv"))
                .startsWith("EnvError: ");
        assertThat(does("Copy File", "source", "input/train.csv", "destination", "b.csv"))
                .startsWith("File ");
    }

    @Test
    void understandFile_readsAtMostTenBlocks() throws Exception {
        context.files().write("big.txt", "z".repeat(150_000));
        context.sumsUp("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "zeds");

        assertThat(does("Understand File", "file_name", "big.txt", "things_to_look_for", "letters"))
                .isEqualTo("zeds");
        assertThat(context.requests("understand")).hasSize(11);
    }

    @Test
    void validateSubmission_tellsWhatTheRunsCheckSays() throws Exception {
        context.files().write("submission/submission.csv", "id\n2\n");
        assertThat(does("Validate Submission", "submission_path", "submission/submission.csv"))
                .isEqualTo("the header must be id,label");

        context.files().write("submission/submission.csv", "id,label\n2,0.1\n");
        assertThat(does("Validate Submission", "submission_path", "submission/submission.csv"))
                .isEqualTo("fine");
    }

    @Test
    void appendFile_addsToTheEnd() throws Exception {
        does("Append File", "file_name", "a", "content", "one");
        does("Append File", "file_name", "a", "content", "two");

        assertThat(context.files().read("a")).isEqualTo("onetwo");
    }

    @Test
    void requestHelp_withNobodyThere_isAnError() {
        assertThat(does("Request Help", "request", "Which model?")).startsWith("EnvError: ");
    }

    private String does(String action, String... input) {
        context.replies(MlabReplies.act(action, input)).step(agent);
        return context.observations().get(context.observations().size() - 1);
    }

    private static String edit(String script, String instruction, String saved) {
        return MlabReplies.act(
                "Edit Script (AI)", "script_name", script, "edit_instruction", instruction, "save_name", saved);
    }

    private static String lines(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
    }
}
