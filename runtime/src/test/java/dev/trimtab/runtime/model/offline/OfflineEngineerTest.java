package dev.trimtab.runtime.model.offline;

import static dev.trimtab.runtime.model.offline.Prompts.ask;
import static dev.trimtab.runtime.model.offline.Prompts.careful;
import static dev.trimtab.runtime.model.offline.Prompts.code;
import static dev.trimtab.runtime.model.offline.Prompts.debug;
import static dev.trimtab.runtime.model.offline.Prompts.draft;
import static dev.trimtab.runtime.model.offline.Prompts.engineer;
import static dev.trimtab.runtime.model.offline.Prompts.improve;
import static dev.trimtab.runtime.model.offline.Prompts.plan;
import static dev.trimtab.runtime.model.offline.Prompts.review;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.model.offline.grammar.Design;
import dev.trimtab.runtime.model.offline.grammar.Family;
import dev.trimtab.runtime.model.offline.reader.DesignReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts, improves, mends and reviews by what stands in the request, and by nothing else. */
final class OfflineEngineerTest {
    @Test
    void chat_promptThatWantsPython_isAnsweredInPythonAndMendedThereOnlyIfTheErrorIsShown() {
        String prompt = Prompts.draft("").replace("Tribuo, XGBoost4J", "pandas, scikit-learn");
        String draft = Prompts.ask(Prompts.engineer(3, 1, 1, 0, 0), prompt).text();
        String code = draft.substring(draft.indexOf("```python\n") + 10, draft.lastIndexOf("```"));
        String debug = Prompts.debug(code, "OUTPUT").replace("```java", "```python");

        String blind = Prompts.ask(Prompts.careful(3), debug.replace("OUTPUT", "nothing"))
                .text();
        String mended = Prompts.ask(Prompts.careful(3), debug.replace("OUTPUT", "NameError: name 'x'"))
                .text();

        assertThat(code).contains("import pandas").doesNotContain("class Solution");
        assertThat(blind).contains(code);
        assertThat(mended).contains("```python", "NameError").doesNotContain(code);
    }

    @Test
    void chat_draft_givesAPlanThenOneFencedProgram() {
        String reply = ask(careful(1), draft("")).text();

        assertThat(plan(reply).split("\\. ")).hasSizeBetween(3, 5);
        assertThat(code(reply))
                .contains("public class Solution", "TARGET = \"price\"", "Validation rmsle: ", "./submission");
        assertThat(reply.split("```", -1)).hasSize(3);
    }

    @Test
    void chat_sameRequest_getsTheSameReplyAndAnotherSeedAnother() {
        assertThat(ask(careful(1), draft(""))).isEqualTo(ask(careful(1), draft("")));
        Set<String> replies = new HashSet<>();
        for (int seed = 0; seed < 10; seed++) {
            replies.add(ask(careful(seed), draft("")).text());
        }
        assertThat(replies).hasSizeGreaterThan(7);
    }

    @Test
    void chat_draftAfterDrafts_takesAFamilyThatWasNotTried() {
        StringBuilder memory = new StringBuilder();
        Set<String> kinds = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            Design design = design(ask(careful(4), draft(memory.toString())).text());
            assertThat(kinds.add(design.kind())).as(design.kind()).isTrue();
            memory.append("Design: ")
                    .append(design.sentence())
                    .append("\nResults: fine.\nValidation Metric: 0.")
                    .append(5 + i % 3)
                    .append("\n\n");
        }
    }

    @Test
    void chat_draftWithADirection_followsIt() {
        String prompt = draft("") + "- Try this direction: a nearest neighbours model\n";

        assertThat(design(ask(careful(2), prompt).text()).main().family()).isEqualTo(Family.NEIGHBOURS);
    }

    @Test
    void chat_improve_changesOneThingThatWasNotTried() {
        for (int seed = 0; seed < 20; seed++) {
            String first = ask(careful(seed), draft("")).text();
            Design base = design(first);
            Design next = design(ask(careful(seed), improve(memory(base, "0.4"), code(first)))
                    .text());

            if (next.blend()) {
                assertThat(next.main()).isEqualTo(base.main());
            } else {
                assertThat(changes(base, next)).hasSize(1);
            }
        }
    }

    @Test
    void chat_improve_followsADirectionThatGained() {
        String first =
                ask(careful(1), draft("") + "- Try this direction: XGBoost\n").text();
        Design base = design(first).with("0.DEPTH", "3");
        Design deeper = base.with("0.DEPTH", "5");
        String lesson = memory(base, "0.40") + memory(deeper, "0.30");
        String code = code(first).replace(design(first).sentence(), deeper.sentence());
        int told = 0;
        int untold = 0;
        for (int seed = 0; seed < 60; seed++) {
            told += design(ask(careful(seed), improve(lesson, code)).text()).equals(base.with("0.DEPTH", "7")) ? 1 : 0;
            untold += design(ask(careful(seed), improve("", code)).text()).equals(base.with("0.DEPTH", "7")) ? 1 : 0;
        }

        assertThat(told).isGreaterThan(untold);
    }

    @Test
    void chat_debug_mendsOnlyIfTheErrorIsShown() {
        OfflineEngineer careless = engineer(3, 1, 1, 0, 0);
        int mended = 0;
        for (int i = 0; i < 12; i++) {
            String broken = code(ask(careless, draft("") + "- note " + i + "\n").text());
            String blind = code(ask(careless, debug(broken, "")).text());
            String seeing = code(
                    ask(careless, debug(broken, "Exception in thread \"main\" java.lang.IllegalStateException: bad"))
                            .text());
            assertThat(blind).isEqualTo(broken);
            mended += seeing.equals(broken) ? 0 : 1;
        }
        assertThat(mended).isEqualTo(12);
        String broken = code(ask(engineer(3, 1, 0, 0, 0), draft("")).text());
        assertThat(code(ask(engineer(3, 1, 0, 0, 0), debug(broken, "java.lang.IllegalStateException: bad"))
                        .text()))
                .isEqualTo(broken);
    }

    @Test
    void chat_review_callsTheFunctionWithWhatTheOutputSays() throws Exception {
        JsonNode good = verdict("Validation rmsle: 0.1345\nWrote 40 predictions to ./submission/submission.csv");
        assertThat(good.get("is_bug").asBoolean()).isFalse();
        assertThat(good.get("metric").asDouble()).isEqualTo(0.1345);
        assertThat(good.get("lower_is_better").asBoolean()).isTrue();
        assertThat(good.get("has_csv_submission").asBoolean()).isTrue();

        JsonNode bad = verdict("Solution.java:12: error: cannot find symbol\n1 error");
        assertThat(bad.get("is_bug").asBoolean()).isTrue();
        assertThat(bad.get("metric").isNull()).isTrue();
        assertThat(bad.get("summary").asText()).contains("cannot find symbol");

        JsonNode lost = verdict("Validation rmsle: 0.1345\nWrote 40 predictions to ./working/submission.csv");
        assertThat(lost.get("is_bug").asBoolean()).isTrue();
        assertThat(lost.get("has_csv_submission").asBoolean()).isFalse();
    }

    @Test
    void chat_malformedRateOne_leavesTheFenceOut() {
        assertThat(ask(engineer(1, 0, 1, 1, 0), draft("")).text())
                .doesNotContain("```")
                .contains("public class Solution");
    }

    @Test
    void chat_malformedReply_doesNotComeAgainForEver() {
        OfflineEngineer engineer = engineer(1, 0, 1, 0.5, 0);
        Set<Boolean> fenced = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            fenced.add(ask(engineer, draft("")).text().contains("```"));
        }

        assertThat(fenced).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void answered_replyFromTheLog_countsLikeOneThatWasGiven() {
        OfflineEngineer whole = careful(6);
        List<AiMessage> replies = List.of(ask(whole, draft("")), ask(whole, draft("")), ask(whole, draft("")));
        OfflineEngineer resumed = careful(6);
        for (int i = 0; i < 2; i++) {
            resumed.answered(ChatRequest.builder()
                    .messages(SystemMessage.from(draft("")))
                    .build());
        }

        assertThat(ask(resumed, draft(""))).isEqualTo(replies.get(2));
        assertThat(new HashSet<>(replies)).hasSizeGreaterThan(1);
    }

    @Test
    void chat_familyTag_isDeclaredOnlyOnRequest() {
        OfflineEngineer declaring = new OfflineEngineer(1, OfflineProfiles.get("perfect"), true, String::length);

        assertThat(plan(ask(declaring, draft("")).text())).contains("\nFamily: ");
        assertThat(plan(ask(careful(1), draft("")).text())).doesNotContain("Family: ");
    }

    @Test
    void chat_idsTagsCertificatesAndDurations_areNeverRead() {
        String first = ask(careful(5), draft("")).text();
        Design a = design(first);
        Design b = a.with("x.TARGET", a.settings().get("x.TARGET").equals("log target") ? "raw target" : "log target");
        List<String> memories = List.of(
                ledger("n7", "linear", a, "0.41") + ledger("n8", "linear", b, "0.39"),
                ledger("q1234", "gradient boosting", a, "0.41") + ledger("x", "blend", b, "0.39"),
                "- outcome: scored | score: 0.41 | did: " + a.sentence() + "\n- outcome: scored | score: 0.39 | did: "
                        + b.sentence() + "\n",
                "hypothesis: h-3\ncertificate: L7 holds, margin 0.2\n" + ledger("n7", "linear", a, "0.41")
                        + "family: other\n"
                        + ledger("n8", "linear", b, "0.39")
                                .replace(" | score", " | certificate: L5 broken by 3 | score"));
        Set<Object> drafts = new HashSet<>();
        Set<Object> improvements = new HashSet<>();
        for (String memory : memories) {
            drafts.add(ask(careful(5), draft(memory)));
            improvements.add(ask(careful(5), improve(memory, code(first))));
            drafts.add(ask(careful(5), draft(memory).replace("10 minutes", "2 hours 5 minutes")));
            improvements.add(ask(careful(5), improve(memory, code(first)).replace(" within 10 minutes", "")));
        }
        Set<Object> mended = new HashSet<>();
        for (String took : List.of(
                "",
                "\nThe program ran for 3 seconds (limit 10 minutes).",
                "\nThe program ran for 1 minute 2 seconds (limit 1 hour).")) {
            mended.add(ask(careful(5), debug(code(first), "java.lang.IllegalStateException: bad" + took))
                    .text());
        }

        assertThat(drafts).hasSize(1);
        assertThat(improvements).hasSize(1);
        assertThat(mended).hasSize(1);
    }

    @Test
    void chat_anyRequest_reportsTokensAndItsName() {
        var response = careful(1).chat(UserMessage.from(draft("")));

        assertThat(response.metadata().tokenUsage().inputTokenCount())
                .isEqualTo(draft("").length() / 4);
        assertThat(response.metadata().modelName()).isEqualTo("offline/test");
    }

    @Test
    void profiles_anUnknownName_isAUserErrorThatNamesTheKnownOnes() {
        assertThatThrownBy(() -> OfflineProfiles.get("best"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("middle-lost");
        assertThat(OfflineProfiles.names())
                .allSatisfy(n -> assertThat(OfflineProfiles.get(n).name()).isEqualTo(n));
    }

    @Test
    void profiles_ofAUser_areReadFromTheirFile(@TempDir Path directory) throws IOException {
        Path own = directory.resolve("own.yaml");
        String text = """
                name: own
                version: 1
                attention: {depths: [1.0], fullEffectTokens: 0, halfLifeTokens: 0}
                rates: {bug: 0.5, mend: 0.77, malformed: 0.016, repeat: 0.1, anchor: 0.0}
                sources: ["Assumed."]
                """;
        Files.writeString(own, text);
        assertThat(OfflineProfiles.get(own.toString()).rates().bug()).isEqualTo(0.5);

        for (String wrong : List.of(text.replace("0.5", "1.5"), text.replace("bug: 0.5, ", ""), text + "more: 1\n")) {
            Files.writeString(own, wrong);
            assertThatThrownBy(() -> OfflineProfiles.get(own.toString()))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("own.yaml");
        }
        Files.delete(own);
        assertThatThrownBy(() -> OfflineProfiles.get(own.toString()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("own.yaml");
    }

    private static String ledger(String id, String family, Design design, String score) {
        return "- (" + id + ") family: " + family + " | outcome: scored | score: " + score + " | did: "
                + design.sentence() + "\n";
    }

    private static String memory(Design design, String score) {
        return "Design: " + design.sentence() + "\nResults: fine.\nValidation Metric: " + score + "\n\n";
    }

    private static Design design(String reply) {
        return DesignReader.read(plan(reply).split("(?<=[a-z)])\\. ")[0]).orElseThrow();
    }

    private static List<String> changes(Design a, Design b) {
        List<String> changes = new ArrayList<>();
        for (Map.Entry<String, String> setting : a.settings().entrySet()) {
            if (!setting.getValue().equals(b.settings().get(setting.getKey()))) {
                changes.add(setting.getKey());
            }
        }
        return changes;
    }

    private static JsonNode verdict(String output) throws Exception {
        var calls = ask(careful(1), review("class Solution {}", output), Prompts.REVIEW)
                .toolExecutionRequests();
        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).name()).isEqualTo("submit_review");
        return new ObjectMapper().readTree(calls.get(0).arguments());
    }
}
