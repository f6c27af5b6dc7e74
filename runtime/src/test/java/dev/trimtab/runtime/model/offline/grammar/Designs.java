package dev.trimtab.runtime.model.offline.grammar;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Arbitrary designs: every shape, metric and family, single models and blends. */
public final class Designs {
    private Designs() {}

    /** Returns designs as the grammar makes them. */
    public static Arbitrary<Design> any() {
        return Arbitraries.longs().map(Designs::of);
    }

    /** Returns the design that belongs to a number. */
    public static Design of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Shape shape = Shape.values()[random.nextInt(Shape.values().length)];
        Metric metric = Metric.values()[random.nextInt(Metric.values().length)];
        DesignSpace space = new DesignSpace(shape, metric, true);
        List<Family> families = space.families();
        Family first = families.get(random.nextInt(families.size()));
        Design design = space.draw(first, random);
        for (int more = random.nextInt(3); more > 0; more--) {
            Design base = design;
            List<Family> others = families.stream().filter(f -> !base.uses(f)).toList();
            design = space.blend(base, space.model(others.get(random.nextInt(others.size())), random))
                    .design();
        }
        return design;
    }
}
