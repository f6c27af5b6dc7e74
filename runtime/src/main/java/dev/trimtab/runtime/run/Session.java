package dev.trimtab.runtime.run;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.trimtab.runtime.RandomStreams;
import dev.trimtab.runtime.context.BudgetGate;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.context.SearchState;
import dev.trimtab.runtime.kernel.Kernel;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One step's {@link RunContext}; remembers what the step did for the loop. */
final class Session implements RunContext {
    private final RunSettings settings;
    private final RunParts parts;
    private final StepFiles stepFiles;
    private final int step;
    private final Pursuit pursuit;
    private final SearchState search;
    private String output = "";
    private BudgetGate.@Nullable Fitted memory;

    Session(RunSettings settings, RunParts parts, StepFiles stepFiles, int step, Pursuit pursuit, SearchState search) {
        this.settings = settings;
        this.parts = parts;
        this.stepFiles = stepFiles;
        this.step = step;
        this.pursuit = pursuit;
        this.search = search;
    }

    @Override
    public Task task() {
        return parts.task();
    }

    @Override
    public int step() {
        return step;
    }

    @Override
    public int stepsLeft() {
        return settings.steps() - step;
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
        return new RandomStreams(settings.seed()).stream(step, purpose);
    }

    @Override
    public Pursuit pursuit() {
        return pursuit;
    }

    @Override
    public ChatResponse chat(ContextRequest request) {
        ModelCalls.Answer answer = parts.models().call(step, request, search, stepFiles);
        if (answer.planned()) {
            memory = answer.fitted();
        }
        return answer.response();
    }

    @Override
    public Execution execute(String code) {
        Execution execution = parts.executions().solution(step, code);
        output = execution.result().output();
        return execution;
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
