package dev.trimtab.benchmark.experiment;

import dev.langchain4j.model.chat.ChatModel;
import dev.trimtab.runtime.RandomStreams;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.config.KernelKind;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.JournalReader;
import dev.trimtab.runtime.model.CalibratedTokenCounter;
import dev.trimtab.runtime.model.ChatModels;
import dev.trimtab.runtime.model.ModelConfig;
import dev.trimtab.runtime.model.ModelPrices;
import dev.trimtab.runtime.model.ModelProvider;
import dev.trimtab.runtime.model.ModelSession;
import dev.trimtab.runtime.model.RecordedChatModel;
import dev.trimtab.runtime.run.MeteredModels;
import dev.trimtab.runtime.workspace.RunDirectory;
import dev.trimtab.scaffolds.StepCalls;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The recorded replies of an earlier run for both parts.
 *
 * @param run the earlier run's directory
 * @param facts what its {@code run.json} says of its models
 * @param calls its model calls, oldest first
 * @param asked these, and the requests that the server refused as too long, in order
 */
record RecordedModel(Path run, RunJson.ModelFacts facts, List<Event.ModelCalled> calls, List<Event> asked)
        implements ModelSource {
    /** What a model's name begins with to name a recorded run. */
    static final String PREFIX = "replay:";

    /**
     * Opens the record of a run.
     *
     * @throws dev.trimtab.runtime.UserError if there is no run or its record is damaged
     */
    static RecordedModel open(Path run) {
        RunDirectory directory = RunDirectory.open(run);
        List<Event> asked = JournalReader.read(directory.events()).events().stream()
                .filter(event -> event instanceof Event.ModelCalled
                        || (event instanceof Event.ModelFailed failed && failed.isOverflow()))
                .toList();
        List<Event.ModelCalled> calls = asked.stream()
                .filter(Event.ModelCalled.class::isInstance)
                .map(Event.ModelCalled.class::cast)
                .toList();
        return new RecordedModel(run, RunJson.readModels(directory), calls, asked);
    }

    @Override
    public ModelConfig coder() {
        return facts.coder().withPrices(ModelPrices.FREE);
    }

    @Override
    public ModelConfig feedback() {
        return facts.feedback().withPrices(ModelPrices.FREE);
    }

    @Override
    public boolean foreign() {
        return facts.coder().provider() != ModelProvider.OFFLINE;
    }

    @Override
    public boolean showsTime() {
        return false;
    }

    @Override
    public KernelKind kernel() {
        return facts.language();
    }

    @Override
    public void requireWrites(KernelKind language) {
        if (language != kernel()) {
            throw new UserError("the recorded programs of " + run + " are in "
                    + kernel().name().toLowerCase(Locale.ROOT) + ": leave out --kernel (execution.kernel)");
        }
    }

    @Override
    public List<String> disclosure(int prompt, int reply, Optional<StepCalls> most) {
        return List.of("the recorded replies of " + run + " (" + facts.coder().model() + ", " + calls.size()
                + " calls): no model is called, nothing leaves this machine and nothing is paid");
    }

    @Override
    public void requireKeys() {}

    @Override
    public MeteredModels open(BudgetMeter meter, InstantSource clock, CalibratedTokenCounter counter) {
        RecordedChatModel recorded = new RecordedChatModel(refusal());
        for (Event event : asked) {
            if (event instanceof Event.ModelCalled call) {
                recorded.add(call.request(), call.reply());
            } else if (event instanceof Event.ModelFailed failed && failed.request() != null) {
                recorded.addTooLong(failed.request());
            }
        }
        MeteredModels models = new MeteredModels(meter, clock);
        ModelSession session =
                ModelSession.of(meter, counter, new RandomStreams(0).stream(0, "retry-jitter"), models.listener());
        ChatModel forCode = ChatModels.metered(recorded, coder(), session);
        ChatModel forFeedback = ChatModels.metered(recorded, feedback(), session);
        return models.use(forCode, forFeedback).onReplay(recorded::answered);
    }

    @Override
    public List<Object> identity() {
        return List.of(
                coder(),
                feedback(),
                calls.stream().map(Event.ModelCalled::request).toList(),
                calls.stream().map(Event.ModelCalled::reply).toList());
    }

    private String refusal() {
        return "the record of " + run + " holds no more replies to this request; give the options of that run"
                + (facts.showsTime()
                        ? ", which showed durations to its model, and those are not the same again (see model.show-time)"
                        : "");
    }
}
