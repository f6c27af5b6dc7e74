package dev.trimtab.runtime.run;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.journal.Event;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models of a run behind one meter. */
public interface RunModels {
    /**
     * A reply and what it cost.
     *
     * @param response the reply
     * @param model the model's name
     * @param inputTokens tokens of the request as the provider counted them, or our estimate
     * @param outputTokens tokens of the reply as the provider counted them, or our estimate
     * @param estimated whether both counts are our estimate
     * @param money US dollars by the model's price list
     * @param elapsedMillis wall time, retries included
     * @param waits the waits after attempts that failed
     */
    record Reply(
            ChatResponse response,
            String model,
            long inputTokens,
            long outputTokens,
            boolean estimated,
            double money,
            long elapsedMillis,
            List<Event.Wait> waits) {}

    /**
     * What a call took that failed for good.
     *
     * @param elapsedMillis wall time, waits included
     * @param waits the waits after attempts that failed before
     */
    record Failed(long elapsedMillis, List<Event.Wait> waits) {}

    /**
     * Asks a model.
     *
     * @throws dev.trimtab.runtime.budget.BudgetExceededException before the call, if it could pass a limit of the run, or in the
     *     place of a wait that would
     * @throws dev.trimtab.runtime.model.failure.ModelFailure if the call fails for good
     */
    Reply ask(ContextRequest.Model model, ChatRequest request);

    /** Returns what the last call took; asked for only when it failed. */
    Failed failed();

    /** Returns the wall time that the run's budget leaves, never negative; null for no limit. */
    @Nullable Duration remainingTime();

    /**
     * Charges the meter with a call that is served from the log.
     *
     * @param call what the log holds
     * @param request what the model would have been sent
     */
    void replayed(Event.ModelCalled call, ChatRequest request);
}
