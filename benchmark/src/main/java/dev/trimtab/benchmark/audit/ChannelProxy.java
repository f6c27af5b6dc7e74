package dev.trimtab.benchmark.audit;

import dev.trimtab.controller.law.Channel;
import java.util.List;

/**
 * What a log shows in place of a channel of regret (law L10), which only counterfactual runs could measure.
 *
 * @param channel the channel
 * @param count how often the log shows it
 * @param of how often it could have, as far as it was read: 0 for contamination and feasibility under a policy without laws
 * @param shown what was counted, in words
 */
public record ChannelProxy(Channel channel, int count, int of, String shown) {
    /** Returns the share in [0,1]; 0 where it could not have shown. */
    public double share() {
        return of == 0 ? 0 : (double) count / of;
    }

    /**
     * Returns the proxies of all channels.
     *
     * @param attempts attempts in all
     */
    static List<ChannelProxy> of(
            PromptAudit prompts,
            Retirements retirements,
            Declined declined,
            Repeats repeats,
            StepLosses losses,
            int attempts) {
        int read = prompts.contamination() == null ? 0 : prompts.plans(); // a policy without laws reads neither of two
        return List.of(
                new ChannelProxy(
                        Channel.MISSED_FAMILY,
                        declined.count(),
                        declined.of(),
                        "prompts that asked for a new family and were followed by a known one"),
                new ChannelProxy(
                        Channel.COMPRESSION_ALIAS,
                        repeats.forgotten(),
                        attempts,
                        "attempts that repeated a program of which the prompt told nothing any more"),
                new ChannelProxy(
                        Channel.AVOIDABLE_RETIREMENT,
                        retirements.lost(),
                        retirements.all(),
                        "retirements that law L2 did not admit and whose family no later prompt showed"),
                new ChannelProxy(
                        Channel.STALE_LEGACY,
                        prompts.aboveThreshold(),
                        read,
                        "prompts with contamination at or above its threshold"),
                new ChannelProxy(
                        Channel.BUDGET_INFEASIBLE,
                        prompts.infeasible(),
                        read,
                        "prompts whose budget was too small for the aim"),
                new ChannelProxy(
                        Channel.RAW_MODEL,
                        losses.fruitless(),
                        losses.steps(),
                        "agent steps that failed: out of time, an action that could not be carried out or read, or a failed attempt"));
    }
}
