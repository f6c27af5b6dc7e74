package dev.trimtab.benchmark.audit;

import dev.trimtab.runtime.journal.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the prompts of a run held against what the laws ask of them.
 *
 * @param plans prompts in which a policy chose among optional items
 * @param bound those of them whose budget did not hold all that the policy wanted
 * @param contamination the largest contamination read, or null when the policy reads none (law L1)
 * @param aboveThreshold plans whose contamination was at or above its threshold (law L1)
 * @param infeasible plans whose budget lacks tokens for the aim (law L4)
 * @param unreachable plans whose aim no budget would reach, since too little of what was tried promises it (law L4)
 */
public record PromptAudit(
        int plans, int bound, @Nullable Double contamination, int aboveThreshold, int infeasible, int unreachable) {
    static PromptAudit of(List<Event> events) {
        int plans = 0;
        int bound = 0;
        Double largest = null;
        int above = 0;
        int infeasible = 0;
        int unreachable = 0;
        for (Event event : events) {
            if (event instanceof Event.ContextPlanned plan) {
                plans++;
                bound += plan.wanted() > plan.budget() ? 1 : 0;
                Double chi = plan.readings().get("contamination");
                if (chi != null) {
                    largest = largest == null ? chi : Math.max(largest, chi);
                    double edge = plan.readings().getOrDefault("contamination-threshold", Double.POSITIVE_INFINITY);
                    above += chi >= edge ? 1 : 0;
                }
                double missing = plan.readings().getOrDefault("tokens-missing", 0.0);
                infeasible += missing > 0 && missing < Double.POSITIVE_INFINITY ? 1 : 0;
                unreachable += missing == Double.POSITIVE_INFINITY ? 1 : 0;
            }
        }
        return new PromptAudit(plans, bound, largest, above, infeasible, unreachable);
    }
}
