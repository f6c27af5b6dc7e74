package dev.trimtab.runtime.run;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.trimtab.runtime.RandomStreams;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.attempt.Pursuit;
import dev.trimtab.runtime.context.BudgetGate;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.context.Hypotheses;
import dev.trimtab.runtime.context.SearchState;
import dev.trimtab.runtime.context.Section;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.kernel.Kernel;
import dev.trimtab.runtime.tool.AgentFiles;
import dev.trimtab.runtime.tool.ShellCall;
import dev.trimtab.runtime.tool.SubmissionCheck;
import dev.trimtab.runtime.tool.ToolException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One step's {@link RunContext}; remembers what the step did for the loop. */
final class Session implements RunContext {
    private final RunSettings settings;
    private final RunParts parts;
    private final StepFiles stepFiles;
    private final Event.StepStarted started;
    private final Pursuit pursuit;
    private final SearchState search;
    private String output = "";
    private BudgetGate.@Nullable Fitted memory;

    Session(
            RunSettings settings,
            RunParts parts,
            StepFiles stepFiles,
            Event.StepStarted started,
            Pursuit pursuit,
            SearchState search) {
        this.settings = settings;
        this.parts = parts;
        this.stepFiles = stepFiles;
        this.started = started;
        this.pursuit = pursuit;
        this.search = search;
    }

    @Override
    public Task task() {
        return parts.task();
    }

    @Override
    public int step() {
        return started.step();
    }

    @Override
    public int stepsLeft() {
        return settings.steps() - step();
    }

    @Override
    public @Nullable Duration timeLeft() {
        Long left = started.leftMillis();
        return left == null ? null : Duration.ofMillis(left);
    }

    @Override
    public Kernel kernel() {
        return parts.kernel();
    }

    @Override
    public String dataPreview() {
        return parts.dataPreview();
    }

    @Override
    public RandomGenerator random(String purpose) {
        return new RandomStreams(settings.seed()).stream(step(), purpose);
    }

    @Override
    public Pursuit pursuit() {
        return settings.pursuit() == Pursuit.Mode.CONTROLLER ? pursuit : new Pursuit.Native();
    }

    @Override
    public ChatResponse chat(ContextRequest request) {
        ModelCalls.Answer answer = parts.models().call(step(), advised(request), search, stepFiles);
        if (answer.planned()) {
            memory = answer.fitted();
        }
        return answer.response();
    }

    @Override
    public Execution execute(String code) {
        Execution execution = parts.executions().solution(step(), code);
        output = execution.result().output();
        return execution;
    }

    @Override
    public AgentFiles files() {
        return parts.executions().files();
    }

    @Override
    public SubmissionCheck.Verdict checkSubmission(String path) throws ToolException {
        return parts.check().check(files().present(path));
    }

    @Override
    public Execution runScript(String path) throws ToolException {
        Execution execution = parts.executions().script(step(), path, files().read(path));
        output = execution.result().output();
        return execution;
    }

    @Override
    public Execution shell(String command, Duration wallTime) {
        Execution execution = parts.executions().shell(step(), command, wallTime);
        output = execution.result().output();
        return execution;
    }

    @Override
    public Execution shell(ShellCall call) {
        Execution execution = parts.executions().shell(step(), call);
        output = execution.result().output();
        return execution;
    }

    @Override
    public void observed(String tool, String input, String observation) {
        parts.journal().append(new Event.ToolUsed(step(), tool, input, observation));
    }

    /** In mode advice, shows what the controller wants worked on before the memory. */
    private ContextRequest advised(ContextRequest request) {
        if (settings.pursuit() != Pursuit.Mode.ADVICE || pursuit instanceof Pursuit.Native) {
            return request;
        }
        List<Section> sections = new ArrayList<>();
        for (Section section : request.sections()) {
            if (section instanceof Section.Memory memory) {
                sections.add(new Section.Fixed(memory.role(), "# Advice\n\n" + advice()));
            }
            sections.add(section);
        }
        return new ContextRequest(
                request.purpose(), request.model(), sections, request.optional(), request.tools(), request.stops());
    }

    private String advice() {
        return pursuit instanceof Pursuit.WorkOn work
                ? search.hypotheses().stream()
                        .map(Hypotheses.Tracked::attempt)
                        .filter(attempt -> attempt.id().equals(work.attempt()))
                        .findFirst()
                        .map(Session::advice)
                        .orElse("")
                : "Try this: " + ((Pursuit.OpenFamily) pursuit).reason() + ".";
    }

    /** An attempt is named by its own words: what is shown in full carries no id. */
    private static String advice(Attempt attempt) {
        String plan = attempt.plan().strip();
        int stop = plan.indexOf(". ");
        return "Of all attempts this one seems the most worth working on"
                + (attempt.buggy() ? ", although it failed: " : ": ")
                + (stop < 0 ? plan : plan.substring(0, stop + 1));
    }

    /** Returns what the step's last execution printed. */
    String output() {
        return output;
    }

    /** Returns the step's last prompt with a memory section. */
    Optional<BudgetGate.Fitted> memory() {
        return Optional.ofNullable(memory);
    }
}
