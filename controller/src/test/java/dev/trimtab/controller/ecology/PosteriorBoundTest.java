package dev.trimtab.controller.ecology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.policy.PolicyParameters;
import dev.trimtab.controller.policy.PortfolioPolicy;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The best plan under the posterior, against qualities drawn here, conditioned by rejection, and every plan tried on the draws. */
final class PosteriorBoundTest {
    private static final int DRAWS = 20_000;
    private static final WorldRanges RANGES = ranges(Range.of(0));

    @Test
    void adequacy_afterAnyLooks_isThatOfTheBestPlanOnDrawnQualities() {
        for (int index = 0; index < 12; index++) {
            World world = world(index);
            Set<Integer> looked = index % 4 == 0
                    ? Set.of()
                    : index % 4 == 1 ? Set.of(0) : index % 4 == 2 ? Set.of(1, 2) : Set.of(0, 1, 3);
            Set<Integer> opened = index % 3 == 0 ? Set.of(2) : Set.of();

            assertThat(PosteriorBound.adequacy(world, looked, opened))
                    .as("world %s", index)
                    .isCloseTo(bestOnDraws(world, looked, opened), within(0.02));
        }
    }

    @Test
    void bound_ofWhatLooksTell_isWorthMoreThanOfNoLookOnAverage() {
        double blind = 0;
        double informed = 0;
        for (int index = 0; index < 300; index++) {
            blind += PosteriorBound.adequacy(world(index), Set.of(), Set.of()) / 300;
            informed += PosteriorBound.adequacy(world(index), Set.of(0, 1), Set.of()) / 300;
        }

        assertThat(informed).isGreaterThan(blind + 0.01);
    }

    @Test
    void of_whereALookTellsNotAll_isRefused() {
        World noisy = World.draw(ranges(new Range(0.01, 0.02)), Condition.MIDDLE, SeedSpace.DEVELOPMENT, 0);

        assertThatThrownBy(() -> PosteriorBound.of(
                        noisy, Protocol.DEFAULT, new PortfolioPolicy("portfolio", PolicyParameters.DEFAULT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("observation-noise 0");
    }

    private static double bestOnDraws(World world, Set<Integer> looked, Set<Integer> opened) {
        SplittableRandom random = new SplittableRandom(7);
        int n = world.routes().size();
        double target = world.constants().target();
        boolean[][] adequate = new boolean[DRAWS][n];
        boolean[][] opens = new boolean[DRAWS][n];
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] quality = new double[n];
            double highest = Double.NEGATIVE_INFINITY;
            for (int f = 0; f < n; f++) {
                quality[f] = quality(world, f, looked.contains(f), random);
                highest = Math.max(highest, quality[f]);
                opens[draw][f] = opened.contains(f)
                        || random.nextDouble() < world.routes().get(f).recoverability();
            }
            for (int f = 0; f < n; f++) {
                adequate[draw][f] = quality[f] >= Math.min(target, highest);
            }
        }
        double best = 0;
        for (int plan = 0; plan < Math.pow(4, n); plan++) {
            best = Math.max(best, success(world, plan, adequate, opens));
        }
        return best;
    }

    /** A look tells the quality where it lies above the start, else that it does not. */
    private static double quality(World world, int family, boolean looked, SplittableRandom random) {
        double truth = world.truth().quality().get(family);
        double start = world.routes().get(family).start();
        if (looked && truth > start) {
            return truth;
        }
        double drawn;
        do {
            drawn = world.constants().headroom() + world.constants().qualitySpread() * random.nextGaussian();
        } while (looked && drawn > start);
        return drawn;
    }

    /** Base 4 digits of the plan: in full, as a record, in the archive, gone. */
    private static double success(World world, int plan, boolean[][] adequate, boolean[][] opens) {
        List<Route> routes = world.routes();
        int[] held = new int[routes.size()];
        int left = world.constants().budget();
        for (int f = 0, rest = plan; f < held.length; f++, rest /= 4) {
            held[f] = rest % 4;
            left -= switch (held[f]) {
                case 0 -> routes.get(f).cost().full();
                case 1 -> routes.get(f).cost().compressed();
                case 2 -> routes.get(f).cost().handle();
                default -> 0;
            };
        }
        if (left < 0) {
            return 0;
        }
        int successes = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            boolean any = false;
            for (int f = 0; f < held.length; f++) {
                boolean back = held[f] == 2 && routes.get(f).cost().recovery() <= left && opens[draw][f];
                any |= adequate[draw][f] && (held[f] < 2 || back);
            }
            successes += any ? 1 : 0;
        }
        return successes / (double) DRAWS;
    }

    private static World world(long index) {
        return World.draw(RANGES, new Condition(0.15, 3, 0.2, 0.25, 0.4, 2), SeedSpace.DEVELOPMENT, index);
    }

    private static WorldRanges ranges(Range noise) {
        Reading reading = Reading.DEFAULT;
        Losses losses = Losses.DEFAULT;
        Quality quality = Quality.DEFAULT;
        Range none = Range.of(0);
        return new WorldRanges(
                new Population(Range.of(4), Range.of(4), none, Range.of(1), new Range(0.15, 0.45)),
                Costs.DEFAULT,
                new Quality(
                        none,
                        quality.earlySpread(),
                        none,
                        quality.qualitySpread(),
                        quality.headroom(),
                        none,
                        Range.of(0.5),
                        quality.fullEffort()),
                new Reading(
                        reading.insight(),
                        reading.noise(),
                        reading.pull(),
                        reading.inertiaRate(),
                        noise,
                        reading.realiseChance(),
                        none),
                new Losses(none, losses.recoverability(), none, none, Range.of(1e9), losses.halfLife(), none));
    }
}
