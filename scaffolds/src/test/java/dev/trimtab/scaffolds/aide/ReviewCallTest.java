package dev.trimtab.scaffolds.aide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A review is read from whatever a model makes of the function call. */
class ReviewCallTest {
    private static final ReviewCall LENIENT = new ReviewCall(false);
    private static final ReviewCall STRICT = new ReviewCall(true);

    @Test
    void tool_always_requiresAllFiveFields() {
        JsonObjectSchema schema = ReviewCall.TOOL.parameters();

        assertThat(schema.required())
                .containsExactly("is_bug", "summary", "metric", "lower_is_better", "has_csv_submission");
        assertThat(schema.properties().keySet()).containsExactlyElementsOf(schema.required());
    }

    @Test
    void read_wellFormedCall_isTaken() {
        assertThat(call(LENIENT, """
                        {"is_bug": false, "summary": " Fine. ", "metric": 0.83, "lower_is_better": false, "has_csv_submission": true}""")).contains(new Review(false, "Fine.", 0.83, false, true));
    }

    @Test
    void a09_integerMetric_isAcceptedByDefault() {
        assertThat(call(LENIENT, "{\"is_bug\": false, \"metric\": 1}"))
                .hasValueSatisfying(review -> assertThat(review.metric()).isEqualTo(1.0));
    }

    @Test
    void a09_integerMetricInStrictCompat_isNoScore() {
        assertThat(call(STRICT, "{\"is_bug\": false, \"metric\": 1}"))
                .hasValueSatisfying(review -> assertThat(review.metric()).isNull());
        assertThat(call(STRICT, "{\"is_bug\": false, \"metric\": 1.0}"))
                .hasValueSatisfying(review -> assertThat(review.metric()).isEqualTo(1.0));
    }

    @Test
    void a08_nullOrNonFiniteMetric_isNoScore() {
        for (String value : new String[] {"null", "NaN", "Infinity", "\"n/a\"", "true"}) {
            assertThat(call(LENIENT, "{\"is_bug\": false, \"metric\": " + value + "}"))
                    .as(value)
                    .hasValueSatisfying(review -> assertThat(review.metric()).isNull());
        }
    }

    @Test
    void read_valuesInQuotes_areTaken() {
        assertThat(call(LENIENT, "{\"is_bug\": \"True\", \"metric\": \"0.5\", \"lower_is_better\": \"false\"}"))
                .contains(new Review(true, "", 0.5, false, null));
    }

    @Test
    void read_slightlyInvalidJson_isTaken() {
        assertThat(call(LENIENT, "{'is_bug': false, summary: 'ok', \"metric\": 0.25,}"))
                .contains(new Review(false, "ok", 0.25, null, null));
    }

    @Test
    void read_cutOffJson_isScannedForItsFields() {
        assertThat(call(
                        LENIENT,
                        "{\"is_bug\": false, \"metric\": 0.25, \"lower_is_better\": true, \"summary\": \"It went w"))
                .contains(new Review(false, "It went w", 0.25, true, null));
    }

    @Test
    void read_jsonInText_isTaken() {
        assertThat(LENIENT.read(AiMessage.from("Here:\n```json\n{\"is_bug\": true, \"metric\": null}\n```")))
                .hasValueSatisfying(review -> assertThat(review.bug()).isTrue());
    }

    @Test
    void read_callWrittenIntoTheText_isLookedThrough() {
        Review review = new Review(true, "Leaks.", 0.5, true, null);
        String fields = "{\"is_bug\": true, \"summary\": \"Leaks.\", \"metric\": 0.5, \"lower_is_better\": true}";

        assertThat(LENIENT.read(AiMessage.from("{\"name\": \"submit_review\", \"arguments\": " + fields + "}")))
                .contains(review);
        assertThat(call(LENIENT, "{\"review\": {\"review\": " + fields + "}}")).contains(review);
    }

    @Test
    void read_argumentsInQuotes_areScanned() {
        String arguments = "{\\\"is_bug\\\": false, \\\"metric\\\": 0.25}";

        assertThat(call(LENIENT, "{\"arguments\": \"" + arguments + "\"}"))
                .hasValueSatisfying(review -> assertThat(review.metric()).isEqualTo(0.25));
    }

    @Test
    void read_callWithoutFields_leavesTheText() {
        ToolExecutionRequest empty = ToolExecutionRequest.builder()
                .name(ReviewCall.NAME)
                .arguments("{}")
                .build();

        assertThat(LENIENT.read(AiMessage.from("is_bug: yes, metric: none", List.of(empty))))
                .hasValueSatisfying(review -> {
                    assertThat(review.bug()).isTrue();
                    assertThat(review.metric()).isNull();
                });
    }

    @Test
    void a08_bugAsANumberOrYes_isABug() {
        for (String value : new String[] {"1", "\"1\"", "\"yes\"", "\" TRUE \""}) {
            assertThat(call(LENIENT, "{\"is_bug\": " + value + ", \"metric\": 0.5}"))
                    .as(value)
                    .hasValueSatisfying(review -> assertThat(review.bug()).isTrue());
        }
        for (String value : new String[] {"0", "\"no\"", "null", "\"perhaps\""}) {
            assertThat(call(LENIENT, "{\"is_bug\": " + value + ", \"metric\": 0.5}"))
                    .as(value)
                    .hasValueSatisfying(review -> assertThat(review.bug()).isFalse());
        }
    }

    @Test
    void a09_scoreAsText_isAcceptedByDefaultAndNoScoreInStrictCompat() {
        assertThat(call(LENIENT, "{\"metric\": \"0.5\"}"))
                .hasValueSatisfying(review -> assertThat(review.metric()).isEqualTo(0.5));
        assertThat(call(STRICT, "{\"metric\": \"0.5\"}"))
                .hasValueSatisfying(review -> assertThat(review.metric()).isNull());
    }

    @Test
    void read_fieldsInProse_areTaken() {
        assertThat(LENIENT.read(AiMessage.from("**is_bug**: false\n**metric**: 0.91\nAll went well.")))
                .hasValueSatisfying(review -> {
                    assertThat(review.bug()).isFalse();
                    assertThat(review.metric()).isEqualTo(0.91);
                    assertThat(review.summary()).contains("All went well.");
                });
    }

    @Test
    void read_nothingOfUse_isEmpty() {
        assertThat(call(LENIENT, "")).isEmpty();
        assertThat(call(LENIENT, "{}")).isEmpty();
        assertThat(LENIENT.read(AiMessage.from("I cannot tell."))).isEmpty();
    }

    @Property(seed = "1")
    void read_anyArguments_neverThrows(@ForAll String arguments) {
        assertThatCode(() -> call(LENIENT, "{\"is_bug\":" + arguments)).doesNotThrowAnyException();
        assertThatCode(() -> call(STRICT, arguments)).doesNotThrowAnyException();
    }

    private static Optional<Review> call(ReviewCall reviews, String arguments) {
        return reviews.read(AiMessage.from(ToolExecutionRequest.builder()
                .name(ReviewCall.NAME)
                .arguments(arguments)
                .build()));
    }
}
