package dev.trimtab.controller.bench;

import dev.trimtab.controller.policy.PortfolioPolicy;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.portfolio.TokenBudget;
import dev.trimtab.controller.testing.Portfolios;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Takes the processor time of {@code PortfolioPolicy.decide} on one thread over random states, warm. Arguments: hypotheses (100), budget in
 * tokens (4000), decisions (3000), families (8).
 *
 * <p>After {@code mvn -pl controller test-compile}: {@code java -cp
 * controller/target/classes:controller/target/test-classes dev.trimtab.controller.bench.DecideLoad}
 */
final class DecideLoad {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private DecideLoad() {}

    public static void main(String[] arguments) {
        int hypotheses = argument(arguments, 0, 100);
        int budget = argument(arguments, 1, 4000);
        int decisions = argument(arguments, 2, 3000);
        int families = argument(arguments, 3, 8);
        PortfolioPolicy policy = PortfolioPolicy.withDefaults();
        SplittableRandom random = new SplittableRandom(7);
        List<PortfolioState> states = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            states.add(Portfolios.state(random, hypotheses, families));
        }
        double sum = 0;
        double[] micros = new double[decisions];
        for (int i = -decisions; i < decisions; i++) {
            PortfolioState state = states.get(Math.floorMod(i, states.size()));
            long start = THREADS.getCurrentThreadCpuTime();
            sum += policy.decide(state, new TokenBudget(budget)).diagnostics().gap();
            micros[Math.max(0, i)] = (THREADS.getCurrentThreadCpuTime() - start) / 1e3;
        }
        Arrays.sort(micros);
        System.out.printf(
                "hypotheses=%d families=%d budget=%d decisions=%d median_us=%.0f p99_us=%.0f mean_gap=%.4f%n",
                hypotheses,
                families,
                budget,
                decisions,
                micros[decisions / 2],
                micros[(int) (decisions * 0.99)],
                sum / (2 * decisions));
    }

    private static int argument(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }
}
