package dev.trimtab.controller.ecology;

/**
 * How many routes and families a world has.
 *
 * @param routes opened routes, whole numbers from 1 to 48; default 8
 * @param families families that the opened routes belong to, whole numbers from 1 to 48; as many as routes where there are fewer
 *     routes; default 4 to 6
 * @param unopened further families with one route that nobody opened yet, whole numbers from 0 to 15; default 0 to 2
 * @param fitness chance in [0,1] that a carrier beside the one that is fit for certain can realise its family too; default
 *     0.3 to 0.8
 * @param branchPromise what a policy is told of the promise of an unopened route, in [0,1]; default 0.15 to 0.45
 */
public record Population(Range routes, Range families, Range unopened, Range fitness, Range branchPromise) {
    /** The defaults. */
    public static final Population DEFAULT =
            new Population(Range.of(8), new Range(4, 6), new Range(0, 2), new Range(0.3, 0.8), new Range(0.15, 0.45));

    /** Checks the ranges. */
    public Population {
        routes.within("routes", 1, 48);
        families.within("families", 1, 48);
        unopened.within("unopened", 0, 15);
        fitness.within("fitness", 0, 1);
        branchPromise.within("branchPromise", 0, 1);
    }
}
