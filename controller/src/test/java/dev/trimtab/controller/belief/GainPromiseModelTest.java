package dev.trimtab.controller.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A route that moves earns promise, a high start does not, and promises are calibrated on the model's own worlds. */
final class GainPromiseModelTest {
    private static final Family FAMILY = new Family("f");
    private final GainModel prior = GainModel.DEFAULT;
    private final GainPromiseModel model = new GainPromiseModel(prior, Double.POSITIVE_INFINITY);

    @Test
    void learn_onDrawnWorlds_isCalibratedInEveryBin() {
        SplittableRandom random = new SplittableRandom(8);
        Calibration families = new Calibration();
        for (int world = 0; world < 40_000; world++) {
            boolean adequate = random.nextDouble() < prior.familyPrior();
            List<Hypothesis> carriers = new ArrayList<>();
            List<Evidence> seen = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                boolean fit = adequate && random.nextDouble() < prior.fitnessPrior();
                double gain = (fit ? prior.risingGain() : prior.flatGain()) + prior.spread() * random.nextGaussian();
                double value = random.nextDouble();
                carriers.add(Hypothesis.builder("h" + i, FAMILY).build());
                seen.add(new Evidence("h" + i, 0, value, 0, 1));
                for (int step = 1; step <= 2; step++) {
                    value += prior.scale() * (gain + prior.noise() * random.nextGaussian());
                    seen.add(new Evidence("h" + i, step, value, 0, 1));
                }
            }
            families.add(model.learn(new Portfolio(carriers), seen).of(FAMILY), adequate);
        }

        assertThat(families.largestError()).isLessThan(0.06);
    }

    @Property(seed = "1")
    void learn_whereTheScoreStarts_doesNotMatter(@ForAll @DoubleRange(min = -5, max = 5) double start) {
        assertThat(promise(start, start + 0.03, 0)).isCloseTo(promise(0, 0.03, 0), within(1e-6));
    }

    @Test
    void learn_moreGain_isMorePromise() {
        assertThat(promise(0.5, 0.54, 0)).isGreaterThan(promise(0.5, 0.51, 0));
        assertThat(promise(0.9, 0.9, 0)).isLessThan(prior.familyPrior() * prior.fitnessPrior());
    }

    @Test
    void learn_sibling_sharesStrengthWithinTheFamilyOnly() {
        Portfolio portfolio = Portfolio.EMPTY
                .with(Hypothesis.builder("moves", FAMILY).build())
                .with(Hypothesis.builder("sibling", FAMILY).build())
                .with(Hypothesis.builder("other", new Family("g")).build());
        Promises learned = model.learn(
                portfolio, List.of(new Evidence("moves", 0, 0.5, 0, 1), new Evidence("moves", 1, 0.55, 0, 1)));

        assertThat(learned.routes().get("sibling"))
                .isGreaterThan(learned.routes().get("other"));
        assertThat(learned.of(FAMILY)).isGreaterThanOrEqualTo(learned.routes().get("moves"));
    }

    @Test
    void learn_stale_relaxesOnceToThePrior() {
        GainPromiseModel ageing = new GainPromiseModel(prior, 5);
        Portfolio fresh = Portfolio.EMPTY.with(Hypothesis.builder("a", FAMILY).build());
        List<Evidence> seen = List.of(new Evidence("a", 0, 0.5, 0, 1), new Evidence("a", 1, 0.55, 0, 1));
        double now = ageing.learn(fresh, seen).of(FAMILY);

        assertThat(ageing.learn(fresh.aged(5), seen).of(FAMILY))
                .isCloseTo((now + prior.familyPrior()) / 2, within(1e-12));
    }

    @Test
    void learn_onDrawnLineages_isCalibratedForFamiliesAndRoutes() {
        SplittableRandom random = new SplittableRandom(15);
        Calibration families = new Calibration();
        Calibration routes = new Calibration();
        double noise = 0.3 * prior.scale();
        for (int world = 0; world < 40_000; world++) {
            boolean adequate = random.nextDouble() < prior.familyPrior();
            DrawnSearch search = new DrawnSearch(random, noise);
            boolean[] fit = new boolean[2];
            for (int route = 0; route < 2; route++) {
                fit[route] = adequate && random.nextDouble() < prior.fitnessPrior();
                double theta =
                        (fit[route] ? prior.risingGain() : prior.flatGain()) + prior.spread() * random.nextGaussian();
                search.grow("r" + route, theta, prior);
            }
            Promises learned = model.learn(search.portfolio(), search.evidence());
            families.add(learned.of(FAMILY), adequate);
            for (int route = 0; route < 2; route++) {
                routes.add(search.promiseOf("r" + route, learned), fit[route]);
            }
        }

        assertThat(families.largestError()).isLessThan(0.04);
        assertThat(routes.largestError()).isLessThan(0.04);
    }

    @Property(tries = 50, seed = "1")
    void learn_theSameAttemptsInAnotherTree_givesTheSamePromises(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DrawnSearch search = new DrawnSearch(random, 0.3 * prior.scale());
        search.grow("r", 1, prior);

        Promises chain = model.learn(search.portfolio(), search.evidence());
        Promises star = model.learn(search.portfolio(), search.allFromTheStart());

        assertThat(star).isEqualTo(chain);
    }

    @Property(tries = 50, seed = "1")
    void learn_withOtherIds_changesNothing(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DrawnSearch search = new DrawnSearch(random, 0.3 * prior.scale());
        search.grow("r", 1, prior);
        search.grow("s", 0, prior);

        Promises learned = model.learn(search.portfolio(), search.evidence());
        DrawnSearch renamed = search.renamed(id -> "x" + Integer.toHexString(id.hashCode() * 31));
        Promises again = model.learn(renamed.portfolio(), renamed.evidence());

        assertThat(again.of(FAMILY)).isEqualTo(learned.of(FAMILY));
        for (int i = 0; i < search.portfolio().hypotheses().size(); i++) {
            assertThat(again.of(renamed.portfolio().hypotheses().get(i)))
                    .isEqualTo(learned.of(search.portfolio().hypotheses().get(i)));
        }
    }

    @Test
    void learn_siblings_shareTheRiseOfTheirPrefixAndItIsCountedOnce() {
        double rise = 2 * prior.scale();
        List<Evidence> line = List.of(scored("a", null, 0.5), scored("b", "a", 0.5 + rise));
        List<Evidence> siblings = List.of(
                scored("a", null, 0.5), scored("b", "a", 0.5 + rise), scored("c", "b", 0.5), scored("d", "b", 0.5));

        Promises one = model.learn(held("a", "b", "c", "d"), line);
        Promises more = model.learn(held("a", "b", "c", "d"), siblings);

        assertThat(more.effort()).containsEntry("d", 3.0);
        assertThat(more.of(FAMILY)).isLessThan(one.of(FAMILY));
        assertThat(more.routes())
                .containsEntry("a", 0.0)
                .containsEntry("c", 0.0)
                .containsEntry("d", 0.0);
        assertThat(more.routes().get("b")).isPositive();
    }

    @Test
    void learn_failedChild_isEffortWithoutARise() {
        Promises before = model.learn(held("a", "b"), List.of(scored("a", null, 0.5)));
        Promises failed = model.learn(held("a", "b"), List.of(scored("a", null, 0.5), failed("b", "a")));
        Promises worse = model.learn(held("a", "b"), List.of(scored("a", null, 0.5), scored("b", "a", 0.4)));

        assertThat(failed.routes().get("a")).isLessThan(before.routes().get("a"));
        assertThat(failed).isEqualTo(worse);
    }

    @Test
    void learn_repairOfAFailedDraft_startsTheRouteAndProvesNothing() {
        Promises repaired = model.learn(held("a", "b"), List.of(failed("a", null), scored("b", "a", 0.9)));
        Promises stillBroken = model.learn(held("a", "b"), List.of(failed("a", null), failed("b", "a")));

        assertThat(repaired.of(FAMILY)).isCloseTo(prior.familyPrior(), within(1e-12));
        assertThat(repaired.routes().get("b")).isCloseTo(prior.familyPrior() * prior.fitnessPrior(), within(1e-12));
        assertThat(stillBroken.of(FAMILY)).isLessThan(prior.familyPrior());
    }

    @Test
    void learn_childOfAnotherFamily_beginsALineageOfItsOwn() {
        Portfolio portfolio = Portfolio.EMPTY
                .with(Hypothesis.builder("a", FAMILY).build())
                .with(Hypothesis.builder("b", new Family("g")).build());
        Promises learned = model.learn(portfolio, List.of(scored("a", null, 0.5), scored("b", "a", 0.9)));

        assertThat(learned.of(FAMILY)).isCloseTo(prior.familyPrior(), within(1e-12));
        assertThat(learned.of(new Family("g"))).isCloseTo(prior.familyPrior(), within(1e-12));
        assertThat(learned.count()).isZero();
    }

    private static Evidence scored(String id, @Nullable String from, double value) {
        return new Evidence(id, from, 0, OptionalDouble.of(value), 0, 1);
    }

    private static Evidence failed(String id, @Nullable String from) {
        return new Evidence(id, from, 0, OptionalDouble.empty(), 0, 1);
    }

    private static Portfolio held(String... ids) {
        return new Portfolio(
                Stream.of(ids).map(id -> Hypothesis.builder(id, FAMILY).build()).toList());
    }

    private double promise(double from, double to, int staleness) {
        Hypothesis route = Hypothesis.builder("a", FAMILY).staleness(staleness).build();
        return model.learn(
                        Portfolio.EMPTY.with(route),
                        List.of(new Evidence("a", 0, from, 0, 1), new Evidence("a", 1, to, 0, 1)))
                .of(route);
    }
}
