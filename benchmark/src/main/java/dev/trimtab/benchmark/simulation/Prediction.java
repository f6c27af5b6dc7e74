package dev.trimtab.benchmark.simulation;

import dev.trimtab.controller.ecology.Constants;
import dev.trimtab.controller.ecology.Route;
import dev.trimtab.controller.ecology.World;
import dev.trimtab.controller.law.Contamination;
import dev.trimtab.runtime.UserError;

/**
 * What a law says of a world of two routes of which one is adequate, where all is known from the start and the context's legacy
 * does not drift: scores of full effort, no observation noise, an infinite half-life, room for both.
 */
public enum Prediction {
    /** Share of choices on the adequate family, each from inertia as the expected choices before it leave it (law L1 and lock-in). */
    CHOICES;

    /** Returns the predicted share in [0,1] of choices that are on the adequate family. */
    public double of(World world) {
        if (world.routes().size() != 2 || world.truth().adequate() != 1) {
            throw new UserError("prediction: choices needs worlds of two routes of which one is adequate");
        }
        Route one = world.routes().get(0);
        Route two = world.routes().get(1);
        boolean first = world.truth().isAdequate(one.family());
        Route right = first ? one : two;
        Route wrong = first ? two : one;
        Constants.ModelTraits model = world.constants().model();
        double live = world.truth().quality().get(right.family())
                - world.truth().quality().get(wrong.family());
        double chi = contamination(one, two);
        double followed = right.inertia();
        double decoy = wrong.inertia();
        double sum = 0;
        for (int step = 0; step < world.condition().lag(); step++) {
            double legacy = wrong.start() - right.start() + model.pull() * (decoy - followed);
            double chosen = new Contamination(live, legacy, model.noise()).chooseAdequate(chi);
            sum += chosen;
            followed += model.inertiaRate() * (chosen - followed);
            decoy += model.inertiaRate() * (1 - chosen - decoy);
        }
        return sum / world.condition().lag();
    }

    private static double contamination(Route one, Route two) {
        double legacy = one.cost().full() * one.overlap() + two.cost().full() * two.overlap();
        return legacy / (one.cost().full() + two.cost().full());
    }
}
