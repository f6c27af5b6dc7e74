package dev.trimtab.benchmark.experiment;

import dev.trimtab.runtime.journal.Event;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a run took, counted from its log.
 *
 * @param attempts attempts of the agent
 * @param calls model calls
 * @param tokens prompt and reply tokens
 * @param money US dollars
 * @param executions programs run, refolds included
 * @param cached executions that the cache answered
 * @param memoryPrompts prompts in which a policy chose among optional items
 * @param boundPrompts those of them whose budget did not hold all that the policy wanted
 * @param steps agent steps, repairs included, though a repair may show no memory and so cannot be bound
 * @param boundSteps those of them with a prompt whose budget did not hold all that the policy wanted
 * @param lateSteps agent steps from the sixth control step on, repairs included, though a repair shows no memory and so cannot be bound
 * @param lateBound those of them with a prompt whose budget did not hold all that the policy wanted
 * @param busy wall time of model calls and executions
 */
public record RunTotals(
        int attempts,
        int calls,
        long tokens,
        double money,
        int executions,
        int cached,
        int memoryPrompts,
        int boundPrompts,
        int steps,
        int boundSteps,
        int lateSteps,
        int lateBound,
        Duration busy) {
    /** Number, counted from 0 as in the log, of the sixth control step. */
    private static final int LATE = 5;

    /** Counts a log's events. */
    public static RunTotals of(List<Event> events) {
        int attempts = 0;
        int calls = 0;
        long tokens = 0;
        double money = 0;
        int executions = 0;
        int cached = 0;
        int prompts = 0;
        int bound = 0;
        long millis = 0;
        int steps = 0;
        Set<Integer> boundSteps = new HashSet<>();
        int lateSteps = 0;
        Set<Integer> lateBound = new HashSet<>();
        for (Event event : events) {
            if (event instanceof Event.Attempted) {
                attempts++;
                lateSteps += event.step() >= LATE ? 1 : 0;
            } else if (event instanceof Event.StepStarted) {
                steps++;
            } else if (event instanceof Event.ModelCalled call) {
                calls++;
                tokens += call.inputTokens() + call.outputTokens();
                money += call.money();
                millis += call.elapsedMillis();
            } else if (event instanceof Event.ModelFailed failed) {
                millis += failed.elapsedMillis();
            } else if (event instanceof Event.Executed executed) {
                executions++;
                cached += executed.savedMillis() > 0 ? 1 : 0;
                millis += executed.elapsedMillis();
            } else if (event instanceof Event.ContextPlanned planned) {
                prompts++;
                if (planned.wanted() > planned.budget()) {
                    bound++;
                    boundSteps.add(planned.step());
                    if (planned.step() >= LATE) {
                        lateBound.add(planned.step());
                    }
                }
            }
        }
        return new RunTotals(
                attempts,
                calls,
                tokens,
                money,
                executions,
                cached,
                prompts,
                bound,
                steps,
                boundSteps.size(),
                lateSteps,
                lateBound.size(),
                Duration.ofMillis(millis));
    }
}
