package dev.trimtab.runtime.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.budget.BudgetExceededException;
import dev.trimtab.runtime.context.BudgetGate;
import dev.trimtab.runtime.context.Consultant;
import dev.trimtab.runtime.context.ContextItem;
import dev.trimtab.runtime.context.ContextPlan;
import dev.trimtab.runtime.context.ContextPolicy;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.context.ContextView;
import dev.trimtab.runtime.context.SearchState;
import dev.trimtab.runtime.context.Section;
import dev.trimtab.runtime.context.TextTokens;
import dev.trimtab.runtime.context.WindowTooSmallError;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.Journal;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.ChatJson;
import dev.trimtab.runtime.model.RequestFingerprint;
import dev.trimtab.runtime.model.UnrecordedRequestException;
import dev.trimtab.runtime.model.failure.ModelFailure;
import dev.trimtab.runtime.model.failure.PermanentFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits requests into the window, asks the models, journals the replies, and serves from the journal what it already holds. */
final class ModelCalls {
    private static final String CONDENSE = "condense";

    /** Tokens for what a policy's question holds beside its text: the function that it offers, and the message around it. */
    private static final int FUNCTION_ROOM = 400;

    /** How often a prompt is made smaller for a server that refuses it as too long: to 4 % of the window. */
    private static final int MOST_OVERFLOWS = 8;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Journal journal;
    private final RunModels models;
    private final ContextPolicy policy;
    private final CalibratedTokenCounter counter;
    private final RunListener listener;
    private final Repetition repetition;
    private final ReplyNotices notices = new ReplyNotices();
    /** Becomes smaller where the server takes less than the model was said to. */
    private BudgetGate gate;
    /** Tokens that the last prompt with a memory had for it. */
    private int room;

    private @Nullable ContextRequest lastRequest;
    private BudgetGate.@Nullable Fitted lastFitted;

    /** The safety factor by which the last prompt was fitted. */
    private double lastFactor;

    /**
     * A reply and the plan behind its prompt.
     *
     * @param response the reply
     * @param fitted the prompt as sent
     * @param planned whether the prompt had a memory section, so that the plan means something
     */
    record Answer(ChatResponse response, BudgetGate.Fitted fitted, boolean planned) {}

    /** @param listener hears of what is noticed of a model's server */
    ModelCalls(
            Journal journal,
            RunModels models,
            BudgetGate gate,
            ContextPolicy policy,
            CalibratedTokenCounter counter,
            RunListener listener,
            Repetition repetition) {
        this.journal = journal;
        this.models = models;
        this.gate = gate;
        this.policy = policy;
        this.counter = counter;
        this.listener = listener;
        this.repetition = repetition;
        this.room = gate.mostMemory();
    }

    /** Returns the wall time that the run's budget leaves; null for no limit. */
    @Nullable Duration timeLeft() {
        return models.remainingTime();
    }

    Answer call(int step, ContextRequest request, SearchState search, StepFiles files) {
        PermanentFailure.ContextOverflow overflow = null;
        for (int overflows = 0; ; overflows++) {
            try {
                return call(step, request, files, fit(step, request, search, files));
            } catch (PermanentFailure.ContextOverflow e) {
                Optional<BudgetGate> smaller = overflows == MOST_OVERFLOWS ? Optional.empty() : gate.smaller();
                overflow = e;
                shrink(step, smaller.orElseThrow(() -> e));
            } catch (WindowTooSmallError e) {
                throw overflow == null ? e : overflow;
            }
        }
    }

    private void shrink(int step, BudgetGate smaller) {
        tell(
                step,
                "the server refused a prompt as too long; the window is now " + smaller.window() + " tokens instead of "
                        + gate.window());
        gate = smaller;
        lastFitted = null;
    }

    private void tell(int step, String notice) {
        journal.append(new Event.Noticed(step, notice));
        listener.noticed(notice);
    }

    private Answer call(int step, ContextRequest request, StepFiles files, BudgetGate.Fitted fitted) {
        boolean planned = request.sections().stream().anyMatch(Section.Memory.class::isInstance);
        if (planned) {
            room = fitted.budget();
            Event.ContextPlanned event = planned(step, request.purpose(), fitted);
            journal.append(event);
            files.plan(event);
        }
        ChatRequest.Builder chat =
                ChatRequest.builder().messages(fitted.messages()).maxOutputTokens(gate.outputReserve());
        if (!request.tools().isEmpty()) {
            chat.toolSpecifications(request.tools())
                    .toolChoice(request.tools().size() == 1 ? ToolChoice.REQUIRED : ToolChoice.AUTO);
        }
        if (!request.stops().isEmpty()) {
            chat.stopSequences(request.stops());
        }
        ChatRequest sent = chat.build();
        ObjectNode written = ChatJson.write(sent);
        files.prompt(promptFile(request.purpose(), fitted, written));
        double factor = counter.factor();
        Event.ModelCalled event = answer(step, request, sent, RequestFingerprint.of(written), fitted.tokens());
        files.reply(event.reply());
        calibrate(step, sent, event, factor);
        return new Answer(ChatJson.readResponse(event.reply()), fitted, planned);
    }

    /**
     * Returns what the policy would plan for the agent's memory now; adopts nothing.
     *
     * @param memory what the agent's memory holds
     * @param search the hypotheses behind it
     */
    ContextPlan outlook(List<ContextItem> memory, SearchState search) {
        return policy.plan(new ContextView("pursuit", memory, room, TextTokens.by(counter), search));
    }

    private void calibrate(int step, ChatRequest sent, Event.ModelCalled event, double before) {
        int functions = counter.countTools(sent.toolSpecifications());
        notices.of(event, gate.outputReserve(), functions).forEach(notice -> tell(step, notice));
        if (!event.estimated() && counter.observe(sent, (int) event.inputTokens()) > before) {
            tell(
                    step,
                    String.format(
                            Locale.ROOT,
                            "the provider counted %d tokens where we counted %d; the safety factor is now %.3f",
                            event.inputTokens(),
                            event.countedTokens(),
                            counter.factor()));
        }
    }

    /** A request that is made again, as after a reply that could not be read, gets the same prompt, unless tokens are counted otherwise since. */
    private BudgetGate.Fitted fit(int step, ContextRequest request, SearchState search, StepFiles files) {
        double factor = counter.factor();
        if (lastFitted == null || factor > lastFactor || !request.equals(lastRequest)) {
            lastFitted = gate.fit(request, policy, search, new Asked(step, files));
            lastRequest = request;
            lastFactor = factor;
        }
        return lastFitted;
    }

    /** The coder's model as a policy asks it: logged, charged and played back as every call. */
    private final class Asked implements Consultant {
        private final int step;
        private final StepFiles files;

        Asked(int step, StepFiles files) {
            this.step = step;
            this.files = files;
        }

        @Override
        public int room() {
            return gate.window() - gate.outputReserve() - FUNCTION_ROOM;
        }

        @Override
        public AiMessage ask(String prompt, @Nullable ToolSpecification function) {
            ContextRequest request = new ContextRequest(
                    CONDENSE,
                    ContextRequest.Model.CODER,
                    List.of(new Section.Fixed(Section.Role.USER, prompt)),
                    List.of(),
                    function == null ? List.of() : List.of(function));
            ChatRequest.Builder chat =
                    ChatRequest.builder().messages(UserMessage.from(prompt)).maxOutputTokens(gate.outputReserve());
            if (function != null) {
                chat.toolSpecifications(function).toolChoice(ToolChoice.REQUIRED);
            }
            ChatRequest sent = chat.build();
            int counted = counter.count(sent);
            BudgetGate.Fitted fitted = new BudgetGate.Fitted(sent.messages(), ContextPlan.of(List.of(), 0), 0, counted);
            ObjectNode written = ChatJson.write(sent);
            files.prompt(promptFile(CONDENSE, fitted, written));
            double factor = counter.factor();
            Event.ModelCalled event = answer(step, request, sent, RequestFingerprint.of(written), counted);
            files.reply(event.reply());
            calibrate(step, sent, event, factor);
            return ChatJson.readResponse(event.reply()).aiMessage();
        }
    }

    private Event.ModelCalled answer(int step, ContextRequest request, ChatRequest sent, String hash, int counted) {
        passFailures();
        RecordedStop.obey(journal);
        Optional<Event.ModelCalled> recorded = journal.recorded(Event.ModelCalled.class);
        if (recorded.isPresent()) {
            Event.ModelCalled event = recorded.get();
            if (!event.request().equals(hash)) {
                throw new UserError("cannot resume: the " + request.purpose() + " prompt of step " + step
                        + " is not the one in the log; the code or the configuration changed since, start a new run");
            }
            models.replayed(event, sent);
            journal.append(event);
            return event;
        }
        RunModels.Reply reply = ask(step, request, sent, hash);
        Event.ModelCalled event = new Event.ModelCalled(
                step,
                request.purpose(),
                reply.model(),
                hash,
                ChatJson.write(reply.response()),
                reply.inputTokens(),
                reply.outputTokens(),
                reply.estimated(),
                counted,
                reply.money(),
                reply.elapsedMillis(),
                reply.waits());
        journal.append(event);
        journal.sync();
        return event;
    }

    private RunModels.Reply ask(int step, ContextRequest request, ChatRequest sent, String hash) {
        try {
            return models.ask(request.model(), sent);
        } catch (UnrecordedRequestException e) {
            if (e.isAtItsEnd()) {
                repetition.obeyStop(step);
            }
            String why = repetition
                    .firstDifference()
                    .map(found -> "; the first execution that came out otherwise: " + found)
                    .orElse("");
            throw e.at("step " + step + " of the log, " + request.purpose(), why);
        } catch (ModelFailure e) {
            failed(step, request.purpose(), hash, e);
            throw e;
        } catch (BudgetExceededException e) {
            if (!models.failed().waits().isEmpty()) {
                failed(step, request.purpose(), hash, e);
            }
            throw e;
        }
    }

    private void failed(int step, String purpose, String hash, RuntimeException failure) {
        RunModels.Failed took = models.failed();
        String cause = failure.getClass().getSimpleName();
        journal.append(new Event.ModelFailed(step, purpose, cause, hash, took.elapsedMillis(), took.waits()));
        journal.sync();
    }

    /** A call that failed when the log was written is made again, unless a smaller prompt was sent instead. */
    private void passFailures() {
        Optional<Event.ModelFailed> failed = journal.upcoming(Event.ModelFailed.class);
        while (failed.isPresent()) {
            journal.append(failed.get());
            if (failed.get().isOverflow()
                    && journal.upcoming(Event.Noticed.class).isPresent()) {
                throw new PermanentFailure.ContextOverflow(
                        "the server refused a prompt as too long when the log was written", null);
            }
            failed = journal.upcoming(Event.ModelFailed.class);
        }
    }

    private static Event.ContextPlanned planned(int step, String purpose, BudgetGate.Fitted fitted) {
        ContextPlan plan = fitted.plan();
        Map<String, String> representations = new LinkedHashMap<>();
        plan.representations()
                .forEach((id, r) -> representations.put(id, r.name().toLowerCase(Locale.ROOT)));
        return new Event.ContextPlanned(
                step,
                purpose,
                fitted.budget(),
                plan.wanted(),
                plan.granted(),
                representations,
                plan.decisions(),
                plan.certificates(),
                plan.readings());
    }

    private JsonNode promptFile(String purpose, BudgetGate.Fitted fitted, ObjectNode request) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("purpose", purpose);
        json.put("window", gate.window());
        json.put("output-reserve", gate.outputReserve());
        json.put("counted-tokens", fitted.tokens());
        json.set("request", request);
        return json;
    }
}
