package dev.trimtab.controller.ecology;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Worlds and ranges for tests. */
final class Worlds {
    /** Ample room, nothing lost but by decision, noise-free scores: what special cases start from. */
    static final WorldRanges CALM = new WorldRanges(
            new Population(Range.of(8), Range.of(8), Range.of(0), Range.of(1), Range.of(0.3)),
            new Costs(new Range(100, 400), Range.of(5), Range.of(1), Range.of(0)),
            new Quality(
                    Range.of(0),
                    Range.of(0.05),
                    Range.of(0),
                    Range.of(0.05),
                    Range.of(0.05),
                    Range.of(0.3),
                    Range.of(Double.POSITIVE_INFINITY),
                    Range.of(4)),
            new Reading(
                    Range.of(1), Range.of(0.03), Range.of(0), Range.of(0.2), Range.of(0), Range.of(0.3), Range.of(0)),
            new Losses(
                    Range.of(0),
                    Range.of(0),
                    Range.of(0),
                    Range.of(0),
                    Range.of(1e9),
                    Range.of(Double.POSITIVE_INFINITY),
                    Range.of(0)));

    /** Room for everything. */
    static final Condition AMPLE = new Condition(3, 6, 0, 1, 0, 1);

    private Worlds() {}

    static World development(Condition condition, long index) {
        return World.draw(WorldRanges.DEFAULT, condition, SeedSpace.DEVELOPMENT, index);
    }

    /** Any condition of the grid, in one of a million worlds. */
    static Arbitrary<World> drawn() {
        List<Condition> grid = grid();
        return Combinators.combine(
                        Arbitraries.integers().between(0, grid.size() - 1),
                        Arbitraries.longs().between(0, 1_000_000))
                .as((condition, index) -> development(grid.get(condition), index));
    }

    /** Returns the 729 conditions of configs/experiments/grid.yaml, the last factor changing fastest. */
    private static List<Condition> grid() {
        List<Condition> all = new ArrayList<>();
        for (double budget : List.of(0.12, 0.25, 0.5)) {
            for (int lag : List.of(3, 6, 12)) {
                for (double overlap : List.of(0.0, 0.2, 0.5)) {
                    for (double compression : List.of(0.1, 0.25, 0.5)) {
                        for (double contamination : List.of(0.1, 0.4, 0.7)) {
                            List.of(1, 2, 4)
                                    .forEach(cost -> all.add(
                                            new Condition(budget, lag, overlap, compression, contamination, cost)));
                        }
                    }
                }
            }
        }
        return all;
    }

    static Arbitrary<Protocol> protocols() {
        return Combinators.combine(
                        Arbitraries.of(Protocol.Pursuit.class),
                        Arbitraries.of(Protocol.Actions.class),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(0.0, 0.5, 1.0))
                .as(Protocol::new);
    }
}
