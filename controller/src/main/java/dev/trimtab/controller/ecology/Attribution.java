package dev.trimtab.controller.ecology;

import dev.trimtab.controller.law.Channel;
import dev.trimtab.controller.law.CounterfactualTable;
import dev.trimtab.controller.policy.StabilityPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an episode would have come to with each set of channels of regret switched off (law L10): 64 counterfactuals, exact, with
 * the same random numbers by key.
 *
 * <p>Counterfactuals share what they have in common: where a run came upon nothing that a channel causes, switching that channel
 * off too gives the same run, which is not made again.
 *
 * @param table success by the set of channels that are off
 * @param runs episodes that were run for it, at most 64
 */
public record Attribution(CounterfactualTable table, int runs) {
    /** One counterfactual that was run. */
    private record Run(Set<Channel> off, Set<Channel> idle, boolean success) {
        boolean answers(Set<Channel> asked) {
            if (!asked.containsAll(off)) {
                return false;
            }
            Set<Channel> further = EnumSet.copyOf(asked);
            further.removeAll(off);
            return idle.containsAll(further);
        }
    }

    /**
     * Attributes one episode.
     *
     * @param success what counts as success: {@code Outcome::success}, or {@code Outcome::realised}, for which a missed family
     *     is no channel, since what was never opened cannot be realised
     */
    public static Attribution of(Episode episode, StabilityPolicy policy, Predicate<Outcome> success) {
        List<Run> runs = new ArrayList<>();
        CounterfactualTable table = CounterfactualTable.of(off -> {
            for (Run run : runs) {
                if (!off.isEmpty() && run.answers(off)) {
                    return run.success ? 1 : 0;
                }
            }
            Episode.Counterfactual made = episode.counterfactual(policy, off);
            runs.add(new Run(EnumSet.copyOf(off), made.idle(), success.test(made.outcome())));
            return runs.get(runs.size() - 1).success ? 1 : 0;
        });
        return new Attribution(table, runs.size());
    }
}
