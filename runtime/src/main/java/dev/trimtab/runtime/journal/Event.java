package dev.trimtab.runtime.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.budget.BudgetKind;
import dev.trimtab.runtime.model.failure.PermanentFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a run. One JSON object a line in {@code events.jsonl}; the fields are documented in {@code docs/file-formats.md}.
 *
 * <p>Two runs of one seed have equal events. What may differ between them (durations) is in fields whose name ends in {@code Millis}, and in
 * the line's time stamp.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.RunStarted.class, name = "run-started"),
    @JsonSubTypes.Type(value = Event.StepStarted.class, name = "step-started"),
    @JsonSubTypes.Type(value = Event.ContextPlanned.class, name = "context-planned"),
    @JsonSubTypes.Type(value = Event.ModelCalled.class, name = "model-called"),
    @JsonSubTypes.Type(value = Event.ModelFailed.class, name = "model-failed"),
    @JsonSubTypes.Type(value = Event.Executed.class, name = "executed"),
    @JsonSubTypes.Type(value = Event.ToolUsed.class, name = "tool-used"),
    @JsonSubTypes.Type(value = Event.Attempted.class, name = "attempted"),
    @JsonSubTypes.Type(value = Event.Verified.class, name = "verified"),
    @JsonSubTypes.Type(value = Event.BudgetReached.class, name = "budget-reached"),
    @JsonSubTypes.Type(value = Event.Selected.class, name = "selected"),
    @JsonSubTypes.Type(value = Event.Noticed.class, name = "noticed"),
    @JsonSubTypes.Type(value = Event.RunEnded.class, name = "run-ended"),
})
public sealed interface Event {
    /** Returns the step during which it happened, from 0; -1 before the first. */
    int step();

    /** Returns the word by which logs name a type of event, such as {@code model-called}. */
    static String word(Class<? extends Event> type) {
        JsonSubTypes types = Objects.requireNonNull(Event.class.getAnnotation(JsonSubTypes.class));
        return Arrays.stream(types.value())
                .filter(named -> named.value() == type)
                .findFirst()
                .orElseThrow()
                .name();
    }

    /**
     * The run began.
     *
     * @param step -1
     * @param configuration SHA-256 of the resolved configuration
     */
    record RunStarted(int step, String configuration) implements Event {}

    /**
     * A step began.
     *
     * @param step the step
     * @param pursuit what the controller wanted worked on, or {@code native}
     * @param decisions the controller's decisions behind it, each with its certificate
     * @param leftMillis wall time left of the run, or null where it has no limit
     */
    record StepStarted(
            int step,
            String pursuit,
            List<JsonNode> decisions,
            @Nullable Long leftMillis) implements Event {}

    /**
     * A context policy chose what enters a prompt.
     *
     * @param step the step
     * @param purpose what the call is for
     * @param budget tokens there were for optional items
     * @param wanted tokens all optional items of the policy would have taken
     * @param granted tokens the chosen ones took
     * @param representations by item id, how each item is held: {@code full}, {@code compressed}, {@code shadow} or {@code extinct}
     * @param decisions what the controller decided, each with its certificate; empty for policies without laws
     * @param certificates outcomes of laws that no single decision carries; empty for policies without laws
     * @param readings the controller's figures by name (contamination, thresholds, adequacy, price); empty for policies without laws
     */
    record ContextPlanned(
            int step,
            String purpose,
            int budget,
            int wanted,
            int granted,
            Map<String, String> representations,
            List<JsonNode> decisions,
            List<JsonNode> certificates,
            Map<String, Double> readings)
            implements Event {
        /** Logs from before plans were certified as a whole have no such certificates. */
        public ContextPlanned {
            certificates = certificates == null ? List.of() : List.copyOf(certificates);
        }
    }

    /**
     * A model answered.
     *
     * @param step the step
     * @param purpose what the call was for
     * @param model the model's name
     * @param request SHA-256 of the request
     * @param reply the reply
     * @param inputTokens tokens of the request as the provider counted them, or our estimate
     * @param outputTokens tokens of the reply as the provider counted them, or our estimate
     * @param estimated whether the provider gave no usage, so that both counts are our estimate
     * @param countedTokens tokens of the request as we counted them before sending, output reserve not included
     * @param money what the call cost in US dollars by the model's price list
     * @param elapsedMillis wall time, retries included
     * @param waitsMillis the waits after attempts that failed, oldest first; empty when the first was answered
     */
    record ModelCalled(
            int step,
            String purpose,
            String model,
            String request,
            JsonNode reply,
            long inputTokens,
            long outputTokens,
            boolean estimated,
            long countedTokens,
            double money,
            long elapsedMillis,
            List<Wait> waitsMillis)
            implements Event {
        /** Copies the list. */
        public ModelCalled {
            waitsMillis = List.copyOf(waitsMillis);
        }
    }

    /**
     * A model call failed for good, and the process ended; a resumed run makes the call again.
     *
     * @param step the step
     * @param purpose what the call was for
     * @param cause the class of the last failure, such as {@code RateLimit}
     * @param request fingerprint of the request; null in logs written before it was kept
     * @param elapsedMillis wall time, waits included
     * @param waitsMillis the waits after attempts that failed before, oldest first
     */
    record ModelFailed(
            int step,
            String purpose,
            String cause,
            @Nullable String request,
            long elapsedMillis,
            List<Wait> waitsMillis)
            implements Event {
        /** Whether the server refused the prompt as too long. */
        @JsonIgnore
        public boolean isOverflow() {
            return cause.equals(PermanentFailure.ContextOverflow.class.getSimpleName());
        }

        /** Copies the list. */
        public ModelFailed {
            waitsMillis = List.copyOf(waitsMillis);
        }
    }

    /**
     * The wait after an attempt that failed, before the call was made again.
     *
     * @param cause the class of the failure, such as {@code RateLimit}
     * @param millis how long
     */
    record Wait(String cause, long millis) {}

    /**
     * A program ran.
     *
     * @param step the step
     * @param purpose {@code solution}, {@code script:<path>}, {@code shell}, {@code shell:<what is asked of it>}, or {@code refold:<attempt>:<fold>}
     * @param program SHA-256 of the program
     * @param exitCode the exit code, -1 while a shell's command runs on
     * @param violation the limit it broke, or null
     * @param error the class of its failure, or null
     * @param output what it printed, as capped by the sandbox
     * @param outputBytes bytes it printed in all
     * @param truncated whether the output was capped
     * @param submitted whether it left a submission
     * @param score for a refold, the score of its submission, or null when it had none that could be scored
     * @param snapshot by path in the workspace, the SHA-256 of each file it left; empty for a refold
     * @param elapsedMillis wall time; 0 when the result came from the execution cache
     * @param savedMillis wall time that the execution cache saved, at least 1 for a hit; 0 when the program really ran
     */
    record Executed(
            int step,
            String purpose,
            String program,
            int exitCode,
            @Nullable String violation,
            @Nullable String error,
            String output,
            long outputBytes,
            boolean truncated,
            boolean submitted,
            @Nullable Double score,
            Map<String, String> snapshot,
            long elapsedMillis,
            long savedMillis)
            implements Event {}

    /**
     * An agent used a tool.
     *
     * @param step the step
     * @param tool the tool's name
     * @param input what the agent gave
     * @param observation what came of it, in full
     */
    record ToolUsed(int step, String tool, String input, String observation) implements Event {}

    /**
     * An agent finished an attempt.
     *
     * @param step the step
     * @param attempt the attempt
     * @param family the family it was put into
     * @param familySource how the family was found: {@code declared}, {@code code} or {@code text}
     */
    record Attempted(int step, Attempt attempt, String family, String familySource) implements Event {}

    /**
     * A strong verification of one candidate ended.
     *
     * @param step the step that it was charged to
     * @param attempt the candidate
     * @param scores the score on each fold; shorter than the number of folds when the candidate failed on one
     * @param mean mean of the scores, or null when the candidate failed
     * @param spread sample standard deviation of the scores, or null when the candidate failed or there is one fold
     */
    record Verified(
            int step,
            String attempt,
            List<Double> scores,
            @Nullable Double mean,
            @Nullable Double spread) implements Event {}

    /**
     * A model call was not made because it could have passed a limit of the run, or a program was stopped because the time was over; the run ends here.
     *
     * @param step the step that was not finished, counted in steps used
     * @param budget what is bounded
     * @param value what the call could have brought it to, in the budget's unit
     * @param limit the most that may be spent
     */
    record BudgetReached(int step, BudgetKind budget, double value, double limit) implements Event {}

    /**
     * The final submission was chosen.
     *
     * @param step the last step
     * @param attempt the chosen attempt, or null when no attempt left a submission
     * @param by {@code strong} (refolding), {@code weak} (the program's own score, nothing was verified), {@code unverified} (its own
     *     score, since all verified candidates failed), {@code failed} (its own score, though its verification failed like all others),
     *     {@code newest} (no attempt has a score) or {@code none}
     */
    record Selected(int step, @Nullable String attempt, String by) implements Event {}

    /**
     * Something the reader of the log should know.
     *
     * @param step the step
     * @param text one line
     */
    record Noticed(int step, String text) implements Event {}

    /**
     * The run ended.
     *
     * @param step the last step
     * @param reason why: all steps used, finished, or the budget that was reached
     */
    record RunEnded(int step, String reason) implements Event {}
}
