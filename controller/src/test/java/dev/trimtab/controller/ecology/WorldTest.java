package dev.trimtab.controller.ecology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Worlds: what is drawn, when, and from which seeds. */
final class WorldTest {
    @Provide
    Arbitrary<World> drawn() {
        return Worlds.drawn();
    }

    @Property(seed = "1")
    void truth_inAnyWorld_hasAnAdequateFamilyThatSomeRouteCanRealise(@ForAll("drawn") World world) {
        assertThat(world.truth().adequate()).isPositive();
        assertThat(world.routes()).anyMatch(r -> r.fit() && world.truth().isAdequate(r.family()));
        assertThat(world.adequateFamilies()).hasSize(world.truth().adequate());
    }

    @Property(seed = "1")
    void truth_ofAnyQualities_isNeverEmptyAndHoldsTheBest(
            @ForAll List<@DoubleRange(min = -5, max = 5) Double> others,
            @ForAll @DoubleRange(min = -5, max = 5) double one,
            @ForAll @DoubleRange(min = 0, max = 3) double tolerance,
            @ForAll @DoubleRange(min = -5, max = 5) double target) {
        List<Double> qualities = new ArrayList<>(others);
        qualities.add(one);
        Truth truth = Truth.of(qualities, tolerance, target);
        double best = qualities.stream().mapToDouble(Double::doubleValue).max().orElseThrow();

        assertThat(truth.adequate()).isPositive();
        for (int f = 0; f < qualities.size(); f++) {
            double y = qualities.get(f);
            assertThat(truth.isAdequate(f)).isEqualTo(y >= target || y >= best - tolerance);
        }
    }

    @Property(seed = "1")
    void truth_underOtherQualities_leavesTheInitialStateAsItIs(
            @ForAll @LongRange(min = 0, max = 1_000_000) long index,
            @ForAll @DoubleRange(min = -1, max = 1) double one,
            @ForAll @DoubleRange(min = -1, max = 1) double other) {
        World first = drawn(one, index);
        World second = drawn(other, index);

        assertThat(second.routes()).isEqualTo(first.routes());
        if (Math.abs(one - other) > 1e-6) {
            assertThat(second.truth()).isNotEqualTo(first.truth());
        }
    }

    @Test
    void truth_dependsOnTheInitialStateAsFarAsEarlyPromiseTells() {
        assertThat(adequateAmongBestStarts(1)).isEqualTo(1);
        assertThat(adequateAmongBestStarts(0)).isCloseTo(1 / 8.0, within(0.03));
        assertThat(adequateAmongBestStarts(-1)).isZero();
    }

    /** Share of worlds in which the family of the best start is the one adequate family of eight. */
    private static double adequateAmongBestStarts(double earlyTells) {
        int hits = 0;
        int worlds = 2000;
        for (int index = 0; index < worlds; index++) {
            World world = World.draw(
                    Worlds.CALM.with(new Quality(
                            Range.of(earlyTells),
                            Range.of(0.05),
                            Range.of(0),
                            Range.of(0.05),
                            Range.of(0.05),
                            Range.of(0),
                            Range.of(Double.POSITIVE_INFINITY),
                            Range.of(4))),
                    Worlds.AMPLE,
                    SeedSpace.DEVELOPMENT,
                    index);
            Route best = world.routes().get(0);
            for (Route route : world.routes()) {
                best = route.start() > best.start() ? route : best;
            }
            hits += world.truth().isAdequate(best.family()) ? 1 : 0;
        }
        return hits / (double) worlds;
    }

    @Test
    void draw_fromTheDefaultRanges_hasLuresAndBuriedFamilies() {
        int lures = 0;
        int buried = 0;
        int worlds = 1000;
        for (int index = 0; index < worlds; index++) {
            World world = Worlds.development(Condition.MIDDLE, index);
            double[] starts =
                    world.routes().stream().mapToDouble(Route::start).sorted().toArray();
            double middle = starts[starts.length / 2];
            lures += world.routes().stream()
                            .anyMatch(r -> r.start() > middle && !world.truth().isAdequate(r.family()))
                    ? 1
                    : 0;
            buried += world.routes().stream()
                            .anyMatch(r -> r.start() < middle && world.truth().isAdequate(r.family()))
                    ? 1
                    : 0;
        }

        assertThat(lures / (double) worlds).isGreaterThan(0.9);
        assertThat(buried / (double) worlds).isBetween(0.4, 0.95);
    }

    @Property(seed = "1")
    void key_ofOneSpace_isNeverAKeyOfAnother(
            @ForAll @LongRange(min = 0, max = (1L << 62) - 1) long one,
            @ForAll @LongRange(min = 0, max = (1L << 62) - 1) long other) {
        assertThat(SeedSpace.DEVELOPMENT.key(one)).isNotEqualTo(SeedSpace.HELD_OUT.key(other));
        assertThat(SeedSpace.DEVELOPMENT.key(one) == SeedSpace.DEVELOPMENT.key(other))
                .isEqualTo(one == other);
    }

    @Test
    void key_ofTheFirstWorldsOfBothSpaces_areAllDistinct() {
        Set<Long> keys = new HashSet<>();
        for (SeedSpace space : SeedSpace.values()) {
            IntStream.range(0, 100_000).forEach(i -> keys.add(space.key(i)));
        }

        assertThat(keys).hasSize(200_000);
    }

    @Test
    void salt_ofEachPurpose_isItsOwn() {
        Set<Long> salts = new HashSet<>();
        EnumSet.allOf(Purpose.class).forEach(p -> salts.add(p.salt()));

        assertThat(salts).hasSize(Purpose.values().length);
    }

    @Property(seed = "1")
    void draw_ofTheSameArguments_givesTheSameWorld(@ForAll("drawn") World world) {
        World again = new WorldDraw(WorldRanges.DEFAULT, world.condition(), world.key()).world();

        assertThat(again).isEqualTo(world);
    }

    @Test
    void parse_ofANumberOrTwo_isTheRange() {
        assertThat(Range.parse("-0.6..0.4")).isEqualTo(new Range(-0.6, 0.4));
        assertThat(Range.parse("3")).isEqualTo(Range.of(3));
        assertThat(Range.parse(".inf").low()).isInfinite();
        assertThatThrownBy(() -> Range.parse("2..1")).hasMessageContaining("0.2..0.5");
        assertThatThrownBy(() -> Range.parse("few")).hasMessageContaining("0.2..0.5");
    }

    @Test
    void range_outOfOrderOrUnbounded_isRefused() {
        assertThatThrownBy(() -> new Range(2, 1)).hasMessageContaining("2.0 to 1.0");
        assertThatThrownBy(() -> new Range(0, Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
        assertThatThrownBy(() -> new Population(Range.of(3), Range.of(0), Range.of(0), Range.of(1), Range.of(0.3)))
                .hasMessageContaining("families");
    }

    private static World drawn(double earlyTells, long index) {
        WorldRanges ranges = WorldRanges.DEFAULT.with(Quality.DEFAULT.withEarlyTells(Range.of(earlyTells)));
        return World.draw(ranges, Condition.MIDDLE, SeedSpace.DEVELOPMENT, index);
    }
}
