package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.experiment.CompetitionRun;
import dev.trimtab.benchmark.experiment.RunTotals;
import dev.trimtab.benchmark.grade.Score;
import org.jspecify.annotations.Nullable;

/**
 * A run's result as a command prints it in JSON.
 *
 * @param score the private score, or null when there is none
 * @param medal {@code gold}, {@code silver}, {@code bronze} or {@code none}
 * @param chosenBy on what ground the submission was chosen, as the log's event {@code selected} has it
 * @param run the run's directory
 * @param attempts attempts of the agent
 * @param calls model calls
 * @param tokens prompt and reply tokens
 * @param money US dollars
 * @param executions programs run, refolds included
 * @param cached executions that the cache answered
 * @param memoryPrompts prompts in which a policy chose among optional items
 * @param boundPrompts those of them whose budget did not hold all that the policy wanted
 */
record RunSummary(
        @Nullable Double score,
        String medal,
        String chosenBy,
        String run,
        int attempts,
        int calls,
        long tokens,
        double money,
        int executions,
        int cached,
        int memoryPrompts,
        int boundPrompts) {
    static RunSummary of(CompetitionRun.Result result) {
        RunTotals totals = result.totals();
        return new RunSummary(
                result.grade().score() instanceof Score.Scored scored ? scored.value() : null,
                ResultLines.medal(result),
                result.chosenBy(),
                result.directory().toString(),
                totals.attempts(),
                totals.calls(),
                totals.tokens(),
                totals.money(),
                totals.executions(),
                totals.cached(),
                totals.memoryPrompts(),
                totals.boundPrompts());
    }
}
