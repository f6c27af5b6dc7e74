package dev.trimtab.scaffolds.mlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The reading of replies and of inputs, by the ids of the fidelity checklist. */
class MlabReplyTest {
    private static final List<String> NAMES = List.of("Research Plan and Status", "Thought", "Action", "Action Input");

    @Test
    void m06_repeatedHeader_theLastCounts() {
        MlabReply reply = MlabReply.read(
                        "Research Plan and Status: p\nThought: one\nThought: two\nAction: A\nAction Input: {}", NAMES)
                .orElseThrow();

        assertThat(reply.get("Thought")).isEqualTo("two");
    }

    @Test
    void m04_missingEntryOrWrongOrder_isNotRead() {
        assertThat(MlabReply.read("Thought: t\nAction: A\nAction Input: {}", NAMES))
                .isEmpty();
        assertThat(MlabReply.read("Thought: t\nResearch Plan and Status: p\nAction: A\nAction Input: {}", NAMES))
                .isEmpty();
        assertThat(MlabReply.read("Research Plan and Status: p\nThought: t\nAction: A", NAMES))
                .isEmpty();
    }

    @Test
    void m10_marksOfWhatIsNew_areTakenOffThePlan() {
        MlabReply reply = MlabReply.read(
                        "Research Plan and Status: 1. **new** 2. old\nThought: **t**\nAction: A\nAction Input: {}",
                        NAMES)
                .orElseThrow();

        assertThat(reply.get("Research Plan and Status")).isEqualTo("1. new 2. old");
        assertThat(reply.get("Thought")).isEqualTo("**t**");
    }

    @Test
    void m09_extraOrMissingKey_isReadBetweenTheKeysElseNotAtAll() {
        assertThat(ActionInput.read("{\"a\": \"1\"}", List.of("a", "b"))).isEmpty();
        assertThat(ActionInput.read("{\"b\": \"1\", \"a\": \"2\", \"c\": \"3\"}", List.of("a", "b")))
                .isEmpty();
        assertThat(ActionInput.read("{\"a\": \"1\", \"b\": \"2\", \"c\": \"3\"}", List.of("a", "b")))
                .hasValueSatisfying(values -> assertThat(values).containsEntry("a", "1"));
    }

    @Test
    void m09_textThatIsNoJson_isReadBetweenItsKeys() {
        assertThat(ActionInput.read(
                        "{\n\"file_name\": \"a.py\",\n\"content\": \"\"\"x = \"1\"\ny\"\"\"\n}",
                        List.of("file_name", "content")))
                .contains(Map.of("file_name", "a.py", "content", "x = \"1\"\ny"));
        assertThat(ActionInput.read(
                        "{\"file_name\": \"a.py\", \"content\": \"say \"hi\"\\n\"}", List.of("file_name", "content")))
                .contains(Map.of("file_name", "a.py", "content", "say \"hi\"\n"));
    }

    @Test
    void input_withRealLineBreaksInItsStrings_isRead() {
        assertThat(ActionInput.read("{\"content\": \"a\nb\"}", List.of("content")))
                .contains(Map.of("content", "a\nb"));
        assertThat(ActionInput.read("{\"n\": 7}", List.of("n"))).contains(Map.of("n", "7"));
    }

    /** As the original's pattern does, which takes time that grows with the fourth power of a text's length. */
    @Property(seed = "1")
    void m09_inputBetweenItsKeys_isWhatThePatternFinds(@ForAll("mixtures") String text) {
        Matcher pattern = Pattern.compile(
                        "\\{\\s*[\"']?a[\"']?\\s*:\\s*([\\s\\S]*),\\s*[\"']?b[\"']?\\s*:\\s*([\\s\\S]*),\\s*[\"']?c[\"']?\\s*:\\s*([\\s\\S]*)\\}")
                .matcher(text);
        Optional<Map<String, String>> read = ActionInput.read(text, List.of("a", "b", "c"));
        if (pattern.find()) {
            assertThat(read)
                    .contains(Map.of(
                            "a", pattern.group(1).strip(),
                            "b", pattern.group(2).strip(),
                            "c", pattern.group(3).strip()));
        } else {
            assertThat(read).isEmpty();
        }
    }

    @Provide
    Arbitrary<String> mixtures() {
        return Arbitraries.of("{", "{ a:", "{ 'a' :", ", b:", ",\nb :", ", 'c':", ",c:", "}", "x", ",", " ", "a:")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts) + "?");
    }

    @Test
    void inputThatRepeatsUntilItWasCut_isReadOrNotButAtOnce() {
        List<String> keys = List.of("script_name", "edit_instruction", "save_name");
        assertThat(ActionInput.read("{ script_name: a, edit_instruction: ".repeat(4000), keys))
                .isEmpty();
        assertThat(ActionInput.read("{ script_name: a, edit_instruction: ".repeat(4000) + ", save_name: b }", keys))
                .hasValueSatisfying(values -> assertThat(values).containsEntry("save_name", "b"));
    }

    @Property(seed = "1")
    void replyAndInput_anything_areReadOrNotButNeverFail(@ForAll String text) {
        MlabReply.read(text, NAMES)
                .ifPresent(reply -> assertThat(reply.entries()).hasSize(4));
        ActionInput.read(text, List.of("a", "b"))
                .ifPresent(values -> assertThat(values).containsOnlyKeys("a", "b"));
    }
}
