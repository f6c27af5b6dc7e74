package dev.trimtab.runtime.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is sent fits the window, whatever is asked for. */
final class BudgetGateTest {
    private static final int RESERVE = 50;

    @Property(tries = 100, seed = "1")
    void fit_neverPassesTheWindow_andKeepsTheFloors(
            @ForAll @IntRange(min = 200, max = 1500) int window,
            @ForAll @IntRange(min = 1, max = 900) int codeWords,
            @ForAll @IntRange(max = 20) int attempts) {
        CalibratedTokenCounter counter = Samples.words();
        BudgetGate gate = new BudgetGate(window, RESERVE, counter);
        Hypotheses search = Samples.search(attempts);

        BudgetGate.Fitted fitted = gate.fit(
                request(codeWords, Samples.items(search)),
                RecencyPolicy.keepAll(),
                search.state(attempts, 1),
                Samples.nobody());

        assertThat(fitted.tokens()).isLessThanOrEqualTo(window - RESERVE);
        assertThat(counter.count(
                        ChatRequest.builder().messages(fitted.messages()).build()))
                .isEqualTo(fitted.tokens());
        assertThat(fitted.messages().toString()).contains("fixed frame").contains("word0");
    }

    @Test
    void fit_ofAFrameThatIsTooLarge_saysWhatWindowIsNeeded() {
        BudgetGate gate = new BudgetGate(/* window= */ 80, RESERVE, Samples.words());

        assertThatThrownBy(() -> gate.fit(
                        request(500, List.of()),
                        RecencyPolicy.keepAll(),
                        Samples.search(0).state(0, 1),
                        Samples.nobody()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--context-tokens");
    }

    @Test
    void fit_ofARequestWithRoom_cutsNothing() {
        BudgetGate gate = new BudgetGate(/* window= */ 5000, RESERVE, Samples.words());

        BudgetGate.Fitted fitted = gate.fit(
                request(300, List.of()),
                RecencyPolicy.keepAll(),
                Samples.search(0).state(0, 1),
                Samples.nobody());

        assertThat(fitted.messages().toString()).contains("word299").doesNotContain("cut");
    }

    private static ContextRequest request(int codeWords, List<ContextItem> items) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < codeWords; i++) {
            code.append("word").append(i).append(' ');
        }
        ContextItem item = new ContextItem("code", ContextItem.Kind.CODE, 0, code.toString(), null);
        return new ContextRequest(
                "improve",
                ContextRequest.Model.CODER,
                List.of(
                        new Section.Fixed(Section.Role.SYSTEM, "a fixed frame"),
                        new Section.Memory(Section.Role.SYSTEM, "# Memory"),
                        new Section.Required(Section.Role.SYSTEM, "# Code", item, "java", /* floorTokens= */ 20)),
                items,
                List.of());
    }
}
