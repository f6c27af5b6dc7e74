package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.benchmark.testing.ChildTrimtab;
import dev.trimtab.benchmark.testing.InProcessTrimtab;
import dev.trimtab.benchmark.testing.ScriptedEngineer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A limit on money in the middle of a run: no call that could pass it is made, and the best solution so far is graded. */
final class MoneyBudgetTest {
    private static final double LIMIT = 0.02;

    /** US dollars of the longest reply and of the least prompt that a call of the tests has. */
    private static final double WORST_REPLY = 1000 * 2 / 1e6;

    @TempDir
    private Path dir;

    private final ScriptedEngineer server = new ScriptedEngineer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void run_whoseMoneyRunsShort_endsCleanlyWithItsBestSolutionGraded() {
        ChildTrimtab.Outcome run = run("prices: {input: 1, output: 2}", "--max-cost", Double.toString(LIMIT));

        assertThat(run.code()).as(run.err()).isZero();
        List<JsonNode> calls = events("model-called");
        double spent = calls.stream()
                .mapToDouble(call -> call.get("money").doubleValue())
                .sum();
        assertThat(calls).as("calls before the limit").hasSizeBetween(3, 6).hasSize(server.requestCount());
        assertThat(spent).isLessThanOrEqualTo(LIMIT).isGreaterThan(LIMIT / 2);
        assertThat(events("budget-reached")).singleElement().satisfies(reached -> {
            assertThat(reached.get("budget").asText()).isEqualTo("MONEY");
            assertThat(reached.get("value").doubleValue()).isGreaterThan(LIMIT).isGreaterThan(spent + WORST_REPLY);
        });
        JsonNode best = events("attempted").stream()
                .min((a, b) -> Double.compare(score(a), score(b)))
                .orElseThrow();
        assertThat(events("selected"))
                .singleElement()
                .satisfies(selected -> assertThat(selected.get("attempt").asText())
                        .isEqualTo(best.at("/attempt/id").asText()));
        assertThat(run.out()).contains("the run ends early", "--max-cost");
        assertThat(run.out().lines().toList())
                .last()
                .asString()
                .startsWith("score=0.")
                .contains(" medal=");
    }

    @Test
    void run_withoutPricesUnderALimit_isRefusedBeforeAnyCall() {
        ChildTrimtab.Outcome run = run("temperature: 1", "--max-cost", "1");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains("--max-cost", "names no prices");
        assertThat(server.requestCount()).isZero();
    }

    private ChildTrimtab.Outcome run(String preset, String... more) {
        String[] args = new String[more.length + 4];
        args[0] = "--model";
        args[1] = server.preset(dir, "writer", preset).toString();
        args[2] = "--steps";
        args[3] = "12";
        System.arraycopy(more, 0, args, 4, more.length);
        return InProcessTrimtab.run(dir, args);
    }

    private List<JsonNode> events(String type) {
        return InProcessTrimtab.events(dir.resolve("run"), type);
    }

    private static double score(JsonNode attempted) {
        return attempted.at("/attempt/score").doubleValue();
    }
}
