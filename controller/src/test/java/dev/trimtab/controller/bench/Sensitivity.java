package dev.trimtab.controller.bench;

import dev.trimtab.controller.belief.GainModel;
import dev.trimtab.controller.ecology.Condition;
import dev.trimtab.controller.ecology.Episode;
import dev.trimtab.controller.ecology.Protocol;
import dev.trimtab.controller.ecology.SeedSpace;
import dev.trimtab.controller.ecology.World;
import dev.trimtab.controller.ecology.WorldRanges;
import dev.trimtab.controller.policy.Ageing;
import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.Goals;
import dev.trimtab.controller.policy.Legacy;
import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.policy.PortfolioPolicy;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.portfolio.AliasHazard;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.TokenBudget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Counts in how many states of development worlds the portfolio policy decides otherwise when one assumed number goes to an end of its
 * plausible range: {@code held}, the share of states in which something is held otherwise, {@code work}, in which the next step does something
 * else; for the low end, then for the high one. Argument: episodes (200).
 *
 * <p>After {@code mvn -pl controller test-compile}: {@code java -cp
 * controller/target/classes:controller/target/test-classes dev.trimtab.controller.bench.Sensitivity}
 */
final class Sensitivity {
    private static final PolicyParameters BASE = PolicyParameters.DEFAULT;

    private Sensitivity() {}

    private record Moment(PortfolioState state, TokenBudget budget) {}

    /** One end of a range: other parameters, or another statement of the state. */
    private record End(PolicyParameters parameters, UnaryOperator<PortfolioState> stated) {}

    public static void main(String[] arguments) {
        int episodes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        List<Moment> moments = moments(episodes);
        List<ControlPlan> base =
                moments.stream().map(m -> decide(BASE, m.state(), m.budget())).toList();
        ranges().forEach((name, ends) -> {
            StringBuilder line = new StringBuilder(name);
            for (End end : ends) {
                int held = 0;
                int work = 0;
                for (int i = 0; i < base.size(); i++) {
                    Moment moment = moments.get(i);
                    ControlPlan other = decide(end.parameters(), end.stated().apply(moment.state()), moment.budget());
                    held += base.get(i).representations().equals(other.representations()) ? 0 : 1;
                    work += next(base.get(i)).equals(next(other)) ? 0 : 1;
                }
                line.append(
                        String.format(Locale.ROOT, " held=%.3f work=%.3f", share(held, moments), share(work, moments)));
            }
            System.out.println(line);
        });
        System.out.printf("states=%d%n", moments.size());
    }

    private static ControlPlan decide(PolicyParameters parameters, PortfolioState state, TokenBudget budget) {
        return new PortfolioPolicy("portfolio", parameters).decide(state, budget);
    }

    private static double share(int count, List<Moment> moments) {
        return count / (double) moments.size();
    }

    private static String next(ControlPlan plan) {
        String pursued = plan.decision(Decision.Pursue.class)
                .map(Decision.Pursue::hypothesis)
                .orElse("-");
        String opened =
                plan.decision(Decision.Branch.class).map(b -> b.option().id()).orElse("-");
        return pursued + " " + opened + " "
                + plan.decision(Decision.Reset.class).isPresent();
    }

    private static List<Moment> moments(int episodes) {
        List<Moment> moments = new ArrayList<>();
        StabilityPolicy base = new PortfolioPolicy("base", BASE);
        StabilityPolicy noting = new StabilityPolicy() {
            @Override
            public String name() {
                return base.name();
            }

            @Override
            public ControlPlan decide(PortfolioState state, TokenBudget budget) {
                moments.add(new Moment(state, budget));
                return base.decide(state, budget);
            }
        };
        for (int i = 0; i < episodes; i++) {
            World world = World.draw(WorldRanges.DEFAULT, Condition.MIDDLE, SeedSpace.DEVELOPMENT, i);
            new Episode(world, Protocol.DEFAULT).run(noting);
        }
        return moments;
    }

    private static Map<String, List<End>> ranges() {
        Map<String, List<End>> ranges = new LinkedHashMap<>();
        ranges.put("Delta 0.1|0.4", ends(legacy(0.1, 0.4, 0.15, 0.3), legacy(0.4, 0.4, 0.15, 0.3)));
        ranges.put("iota 0|0.8", ends(legacy(0.2, 0, 0.15, 0.3), legacy(0.2, 0.8, 0.15, 0.3)));
        ranges.put("sigma_epsilon 0.05|0.4", ends(legacy(0.2, 0.4, 0.05, 0.3), legacy(0.2, 0.4, 0.4, 0.3)));
        ranges.put("u 0.1|0.7", ends(legacy(0.2, 0.4, 0.15, 0.1), legacy(0.2, 0.4, 0.15, 0.7)));
        ranges.put("H 4|16", ends(ageing(4, 0), ageing(16, 0)));
        ranges.put("h 0|0.05", ends(ageing(8, 0), ageing(8, 0.05)));
        ranges.put("q prior 0.15|0.5", ends(gains(0.15, 0.7, 0.02, 0.5), gains(0.5, 0.7, 0.02, 0.5)));
        ranges.put("fitness 0.4|0.95", ends(gains(0.3, 0.4, 0.02, 0.5), gains(0.3, 0.95, 0.02, 0.5)));
        ranges.put("gain scale 0.01|0.04", ends(gains(0.3, 0.7, 0.01, 0.5), gains(0.3, 0.7, 0.04, 0.5)));
        ranges.put("gain noise 0.25|1", ends(gains(0.3, 0.7, 0.02, 0.25), gains(0.3, 0.7, 0.02, 1)));
        ranges.put("delta 0.05|0.2", ends(goals(0.05, 0.02), goals(0.2, 0.02)));
        ranges.put("epsilon 0|0.1", ends(goals(0.1, 0), goals(0.1, 0.1)));
        ranges.put("rho x0.7|x1.3", List.of(stated(h -> recoverable(h, 0.7)), stated(h -> recoverable(h, 1.3))));
        ranges.put("a_0, a_1 x0|x2", List.of(stated(h -> aliased(h, 0)), stated(h -> aliased(h, 2))));
        ranges.put("o 0|0.5", List.of(stated(h -> overlapping(h, 0)), stated(h -> overlapping(h, 0.5))));
        ranges.put("eta 0|0.2", List.of(stated(h -> drifting(h, 0)), stated(h -> drifting(h, 0.2))));
        ranges.put("gamma 0|0.5", ends(changing(0), changing(0.5)));
        return ranges;
    }

    private static List<End> ends(PolicyParameters low, PolicyParameters high) {
        return List.of(new End(low, UnaryOperator.identity()), new End(high, UnaryOperator.identity()));
    }

    private static End stated(UnaryOperator<Hypothesis> change) {
        return new End(BASE, state -> state.with(state.portfolio().map(change)));
    }

    private static Hypothesis recoverable(Hypothesis h, double times) {
        return h.toBuilder()
                .recoverability(Math.min(1, times * h.recoverability()))
                .build();
    }

    private static Hypothesis aliased(Hypothesis h, double times) {
        AliasHazard told = h.aliasHazard();
        return h.toBuilder()
                .aliasHazard(new AliasHazard(
                        Math.min(1, times * told.onCompression()), Math.min(1, times * told.perRewrite())))
                .build();
    }

    private static Hypothesis overlapping(Hypothesis h, double overlap) {
        return h.toBuilder().overlap(overlap).build();
    }

    private static Hypothesis drifting(Hypothesis h, double drift) {
        return h.toBuilder().drift(drift).build();
    }

    private static PolicyParameters changing(double modeChange) {
        Ageing ageing = Ageing.DEFAULT;
        return BASE.with(new Ageing(
                ageing.stalenessHalfLife(),
                ageing.promiseHalfLife(),
                ageing.promisePrior(),
                ageing.lossHazard(),
                modeChange));
    }

    private static PolicyParameters legacy(double live, double pull, double noise, double realise) {
        return BASE.with(new Legacy(live, pull, noise, Legacy.DEFAULT.margin(), realise));
    }

    private static PolicyParameters ageing(double halfLife, double hazard) {
        Ageing ageing = Ageing.DEFAULT;
        return BASE.with(
                new Ageing(halfLife, ageing.promiseHalfLife(), ageing.promisePrior(), hazard, ageing.modeChange()));
    }

    private static PolicyParameters gains(double family, double fitness, double scale, double noise) {
        GainModel model = GainModel.DEFAULT;
        return BASE.with(
                new GainModel(family, fitness, scale, model.risingGain(), model.flatGain(), model.spread(), noise));
    }

    private static PolicyParameters goals(double failure, double loss) {
        return BASE.with(new Goals(failure, loss, Goals.DEFAULT.reopenAll(), Goals.DEFAULT.minDecisions()));
    }
}
