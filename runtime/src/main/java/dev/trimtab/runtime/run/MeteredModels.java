package dev.trimtab.runtime.run;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.model.ModelCharge;
import dev.trimtab.runtime.model.ModelListener;
import dev.trimtab.runtime.model.failure.RetriableFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The coder and the feedback model of a run behind one meter. Not thread-safe. */
public final class MeteredModels implements RunModels {
    private final BudgetMeter meter;
    private final InstantSource clock;
    private final Charges charges;
    private Consumer<ChatRequest> onReplay = request -> {};
    private Consumer<String> onWait = text -> {};
    private @Nullable ChatModel coder;
    private @Nullable ChatModel feedback;
    private Instant asked;

    /** Remembers what the last call took. */
    private final class Charges implements ModelListener {
        private final List<Event.Wait> waits = new ArrayList<>();
        private @Nullable ModelCharge last;

        @Override
        public void waiting(int attempt, Duration wait, RetriableFailure failure) {
            waits.add(new Event.Wait(failure.getClass().getSimpleName(), wait.toMillis()));
            onWait.accept(String.format(
                    Locale.ROOT,
                    "attempt %d of a model call failed, the next is in %.1f s: %s",
                    attempt,
                    wait.toMillis() / 1000.0,
                    failure.getMessage()));
        }

        @Override
        public void charged(ModelCharge charge) {
            last = charge;
        }
    }

    /**
     * @param meter the run's budget
     * @param clock measures calls
     */
    public MeteredModels(BudgetMeter meter, InstantSource clock) {
        this.meter = meter;
        this.clock = clock;
        this.charges = new Charges();
        this.asked = clock.instant();
    }

    /** Returns what the metered models must report their charges to. */
    public ModelListener listener() {
        return charges;
    }

    /**
     * Sets the models; each must charge the meter and report to {@link #listener}.
     *
     * @param forCode writes solutions
     * @param forFeedback judges outputs; may be the same
     */
    public MeteredModels use(ChatModel forCode, ChatModel forFeedback) {
        coder = forCode;
        feedback = forFeedback;
        return this;
    }

    /**
     * Names who must hear of the requests that the log answers, because it would else miss them on a resume.
     *
     * @param listener hears of each in its order
     */
    public MeteredModels onReplay(Consumer<ChatRequest> listener) {
        onReplay = listener;
        return this;
    }

    /**
     * Names who hears of waits before a call is made again.
     *
     * @param listener hears one line each
     */
    public MeteredModels onWait(Consumer<String> listener) {
        onWait = listener;
        return this;
    }

    @Override
    public Reply ask(ContextRequest.Model model, ChatRequest request) {
        ChatModel chosen =
                Objects.requireNonNull(model == ContextRequest.Model.CODER ? coder : feedback, "use() comes first");
        charges.waits.clear();
        asked = clock.instant();
        ChatResponse response = chosen.chat(request);
        ModelCharge charge = Objects.requireNonNull(charges.last, "the model reported no charge");
        return new Reply(
                response,
                response.modelName() == null ? charge.model() : response.modelName(),
                charge.usage().inputTokenCount(),
                charge.usage().outputTokenCount(),
                charge.estimated(),
                charge.money(),
                sinceAsked(),
                List.copyOf(charges.waits));
    }

    @Override
    public Failed failed() {
        return new Failed(sinceAsked(), List.copyOf(charges.waits));
    }

    private long sinceAsked() {
        return Duration.between(asked, clock.instant()).toMillis();
    }

    @Override
    public @Nullable Duration remainingTime() {
        return meter.remainingTime();
    }

    @Override
    public void replayed(Event.ModelCalled call, ChatRequest request) {
        onReplay.accept(request);
        meter.charge(call.inputTokens() + call.outputTokens(), call.money());
    }
}
