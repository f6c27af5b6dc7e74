package dev.trimtab.controller.ecology;

import dev.trimtab.controller.law.Channel;
import dev.trimtab.controller.policy.StabilityPolicy;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One seeded search in one world, which a policy steers (theory §4).
 *
 * <p>At each step the policy plans what the context holds; then one route in it is worked on, chosen by the model from
 * contaminated scores unless the protocol lets the policy choose. After the lag the strong verification asks whether a family
 * that can still be worked on is adequate. All random numbers are keyed by (world, purpose, entity, step), so that policies and
 * counterfactuals share them, and an episode is the same whatever else runs.
 *
 * @param world the search problem
 * @param protocol how policy and search work together
 */
public record Episode(World world, Protocol protocol) {
    /** Runs the episode under a policy. */
    public Outcome run(StabilityPolicy policy) {
        return counterfactual(policy, EnumSet.noneOf(Channel.class)).outcome();
    }

    /**
     * Runs the episode under a policy and tells what happens.
     *
     * @param log is given every event in order
     */
    public Outcome run(StabilityPolicy policy, Consumer<? super EcologyEvent> log) {
        return run(policy, Set.of(), log).outcome();
    }

    /**
     * What a counterfactual run came to.
     *
     * @param outcome its outcome
     * @param idle channels whose switching off, too, would have changed nothing in this run
     */
    record Counterfactual(Outcome outcome, Set<Channel> idle) {}

    /** Runs the episode with channels of regret switched off and the same random numbers (law L10). */
    Counterfactual counterfactual(StabilityPolicy policy, Set<Channel> off) {
        return run(policy, off, null);
    }

    private Counterfactual run(StabilityPolicy policy, Set<Channel> off, @Nullable Consumer<? super EcologyEvent> log) {
        Search search = new Search(world, protocol, Cures.of(off));
        Outcome outcome = new Course(search, protocol, policy, log).run();
        Set<Channel> idle = EnumSet.allOf(Channel.class);
        idle.removeAll(search.tally.touched);
        return new Counterfactual(outcome, idle);
    }
}
