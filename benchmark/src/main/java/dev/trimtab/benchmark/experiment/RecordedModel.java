package dev.trimtab.benchmark.experiment;

import dev.langchain4j.model.chat.ChatModel;
import dev.trimtab.benchmark.environment.Hardware;
import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.RandomStreams;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.budget.BudgetMeter;
import dev.trimtab.runtime.config.KernelKind;
import dev.trimtab.runtime.config.RunConfig;
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
import dev.trimtab.runtime.run.RunRecord;
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
 * @param events its log
 * @param options its options beside those of the run that is made with its replies
 */
record RecordedModel(Path run, RunJson.ModelFacts facts, List<Event> events, ReplayedOptions options)
        implements ModelSource {
    /** What a model's name begins with to name a recorded run. */
    static final String PREFIX = "replay:";

    /**
     * Returns the run that a model's name names; empty where it is no recorded one's.
     *
     * @throws UserError if it should name one and does not
     */
    static Optional<Path> named(String model) {
        return Optional.of(model)
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> Path.of(requireRun(name.substring(PREFIX.length()))));
    }

    private static String requireRun(String named) {
        if (named.isBlank()) {
            throw new UserError("model " + PREFIX + " names no run; write " + PREFIX
                    + "DIR with the directory of the run whose replies are to be given again");
        }
        return named;
    }

    /**
     * Opens the record of a run.
     *
     * @param config of the run that is to be made with its replies
     * @throws dev.trimtab.runtime.UserError if there is no run or its record is damaged
     */
    static RecordedModel open(Path run, RunConfig config) {
        RunDirectory directory = RunDirectory.open(run);
        List<Event> events = JournalReader.read(directory.events()).events();
        RunJson.ModelFacts facts = RunJson.readModels(directory);
        ReplayedOptions options = ReplayedOptions.of(directory, facts.showsTime(), config);
        return new RecordedModel(run, facts, events, options);
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
        return facts.showsTime();
    }

    @Override
    public RunRecord repeated() {
        return new RunRecord(events);
    }

    @Override
    public Hardware machine() {
        RunDirectory directory = RunDirectory.open(run);
        return RunJson.hasHardware(directory) ? RunJson.readHardware(directory) : Hardware.here();
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
        return List.of(
                "the recorded replies of " + run + " (" + facts.coder().model() + ", "
                        + Counted.of(calls().size(), "call")
                        + "): no model is called, nothing leaves this machine and nothing is paid",
                options.line());
    }

    @Override
    public void requireKeys() {}

    @Override
    public MeteredModels open(BudgetMeter meter, InstantSource clock, CalibratedTokenCounter counter) {
        RecordedChatModel recorded = new RecordedChatModel(refusal());
        for (Event event : events) {
            if (event instanceof Event.ModelCalled call) {
                recorded.add(call.request(), call.reply());
            } else if (event instanceof Event.ModelFailed failed && failed.isOverflow() && failed.request() != null) {
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
                calls().stream().map(Event.ModelCalled::request).toList(),
                calls().stream().map(Event.ModelCalled::reply).toList());
    }

    private List<Event.ModelCalled> calls() {
        return events.stream()
                .filter(Event.ModelCalled.class::isInstance)
                .map(Event.ModelCalled.class::cast)
                .toList();
    }

    private String refusal() {
        String differences = String.join(", ", options.differences());
        String why = "no option differs from that run's";
        if (!differences.isEmpty()) {
            why = "options differ from that run's: " + differences;
        } else if (events.stream().noneMatch(Event.RunEnded.class::isInstance)) {
            why = "that run has not ended: './trimtab resume " + run + "' goes on with it";
        }
        return "the record of " + run + " holds no more replies to this request; " + why;
    }
}
