package dev.trimtab.benchmark.simulation;

import dev.trimtab.controller.ecology.Constants;
import dev.trimtab.controller.ecology.Outcome;
import dev.trimtab.controller.ecology.Route;
import dev.trimtab.controller.ecology.World;
import dev.trimtab.controller.law.Contamination;
import dev.trimtab.controller.probability.Normal;
import dev.trimtab.runtime.UserError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a law says of an episode of a policy that keeps everything, where all that the law needs is set by the experiment. */
public enum Prediction {
    /**
     * Share of choices on the adequate family, each from inertia as the expected choices before it leave it (law L1 and lock-in). For worlds of two
     * routes of which one is adequate, where the context's legacy does not drift: scores of full effort, no observation noise, an infinite
     * half-life, room for both.
     */
    CHOICES {
        @Override
        public double of(World world, int windows) {
            return Prediction.choices(world);
        }

        @Override
        public double seen(Outcome outcome) {
            return outcome.choices() == 0 ? 0 : outcome.adequateChoices() / (double) outcome.choices();
        }
    },
    /**
     * Chance that all windows succeed (law L11, with L2's blind rule where no family reaches the target). For worlds whose opened routes are each
     * their own family, with early promise that tells nothing and no tolerance, if all is kept, nothing is lost and each boundary changes the mode:
     * {@code k} of {@code n} families, each at the target with chance {@code q}, succeed with {@code p = 1 - ((1-q)^k - (1-q)^n k/n)} in a window.
     */
    WINDOWS {
        @Override
        public double of(World world, int windows) {
            return Math.pow(Prediction.oneWindow(world), windows);
        }

        @Override
        public double seen(Outcome outcome) {
            return outcome.success() ? 1 : 0;
        }
    };

    /**
     * Returns what the law predicts, in [0,1].
     *
     * @param windows of the episode, at least 1
     * @throws UserError if the world is not of the kind that the law speaks of
     */
    public abstract double of(World world, int windows);

    /** Returns what the prediction is of, as an episode came to it, in [0,1]. */
    public abstract double seen(Outcome outcome);

    private static double choices(World world) {
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

    private static double oneWindow(World world) {
        Constants constants = world.constants();
        List<Route> kept = world.routes().stream().filter(Route::opened).toList();
        Set<Integer> families = new HashSet<>();
        kept.forEach(route -> families.add(route.family()));
        if (families.size() < kept.size()
                || constants.earlyTells() != 0
                || constants.tolerance() != 0
                || constants.hazard() != 0) {
            throw new UserError(
                    "prediction: windows needs a family a route, early-tells 0, tolerance 0 and hazard 0 in every world");
        }
        double missed = Normal.cdf((constants.target() - constants.headroom()) / constants.qualitySpread());
        double keptShare = kept.size() / (double) world.families();
        return 1 - (Math.pow(missed, kept.size()) - Math.pow(missed, world.families()) * keptShare);
    }
}
