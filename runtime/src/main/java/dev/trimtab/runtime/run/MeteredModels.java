package dev.trimtab.runtime.run;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.model.ModelCharge;
import dev.trimtab.runtime.model.ModelListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The coder and the feedback model of a run behind one meter. Not thread-safe. */
public final class MeteredModels implements RunModels {
    private final BudgetMeter meter;
    private final InstantSource clock;
    private final Charges charges;
    private Consumer<ChatRequest> onReplay = request -> {};
    private @Nullable ChatModel coder;
    private @Nullable ChatModel feedback;

    /** Remembers what the last call took. */
    private static final class Charges implements ModelListener {
        private @Nullable ModelCharge last;

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

    @Override
    public Reply ask(ContextRequest.Model model, ChatRequest request) {
        ChatModel asked =
                Objects.requireNonNull(model == ContextRequest.Model.CODER ? coder : feedback, "use() comes first");
        Instant start = clock.instant();
        ChatResponse response = asked.chat(request);
        ModelCharge charge = Objects.requireNonNull(charges.last, "the model reported no charge");
        return new Reply(
                response,
                response.modelName() == null ? charge.model() : response.modelName(),
                charge.usage().inputTokenCount(),
                charge.usage().outputTokenCount(),
                charge.estimated(),
                charge.money(),
                Duration.between(start, clock.instant()).toMillis());
    }

    @Override
    public void replayed(Event.ModelCalled call, ChatRequest request) {
        onReplay.accept(request);
        meter.charge(call.inputTokens() + call.outputTokens(), call.money());
    }
}
