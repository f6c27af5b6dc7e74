package dev.trimtab.controller.bench;

import dev.trimtab.controller.comparator.StabilityPolicies;
import dev.trimtab.controller.ecology.Condition;
import dev.trimtab.controller.ecology.Episode;
import dev.trimtab.controller.ecology.Outcome;
import dev.trimtab.controller.ecology.Protocol;
import dev.trimtab.controller.ecology.SeedSpace;
import dev.trimtab.controller.ecology.World;
import dev.trimtab.controller.ecology.WorldRanges;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.policy.StabilityPolicy;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * Takes the processor time of episodes on one thread, worlds drawn anew for each, 8 hypotheses and 6 steps, log off. Arguments:
 * episodes a round (20000), rounds (5), policies by name (all).
 *
 * <p>After {@code mvn -pl controller test-compile}: {@code java -cp
 * controller/target/classes:controller/target/test-classes dev.trimtab.controller.bench.EcologyLoad}
 */
final class EcologyLoad {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private EcologyLoad() {}

    public static void main(String[] arguments) {
        int episodes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        StabilityPolicies policies = StabilityPolicies.counted();
        for (String name : arguments.length > 2 ? List.of(arguments[2].split(",")) : policies.names()) {
            StabilityPolicy policy =
                    policies.create(name, PolicyParameters.DEFAULT).orElseThrow();
            for (int round = 0; round < rounds; round++) {
                long start = THREADS.getCurrentThreadCpuTime();
                int successes = 0;
                int realised = 0;
                for (int i = 0; i < episodes; i++) {
                    World world = World.draw(WorldRanges.DEFAULT, Condition.MIDDLE, SeedSpace.DEVELOPMENT, i);
                    Outcome outcome = new Episode(world, Protocol.DEFAULT).run(policy);
                    successes += outcome.success() ? 1 : 0;
                    realised += outcome.realised() ? 1 : 0;
                }
                double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
                System.out.printf(
                        "policy=%s round=%d episodes=%d seconds=%.2f episodes_per_second=%.0f success=%.3f realised=%.3f%n",
                        policy.name(),
                        round,
                        episodes,
                        seconds,
                        episodes / seconds,
                        successes / (double) episodes,
                        realised / (double) episodes);
            }
        }
    }
}
