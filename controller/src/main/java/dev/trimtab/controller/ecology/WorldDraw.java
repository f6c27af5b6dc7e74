package dev.trimtab.controller.ecology;

import dev.trimtab.controller.portfolio.AliasHazard;
import dev.trimtab.controller.portfolio.HoldingCost;
import java.util.List;

/** Draws one world: first all that a policy may see, then the truth. */
final class WorldDraw {
    /** The share of the full cost for which {@link Losses#summaryStates} is stated. */
    private static final double STATED_SHARE = 0.25;

    private static final double MOST_OVERLAP = 0.95;

    private final WorldRanges ranges;
    private final Condition condition;
    private final Draws draws;
    private final int opened;
    private final int families;
    private final int[] familyOf;
    private final double[] start;
    private final int[] leader;
    private final int[] state;
    private final double fitness;
    private final double misstatement;
    private final double onCompression;
    private final double perRewrite;
    private final double halfLife;
    private final double staleness;

    WorldDraw(WorldRanges ranges, Condition condition, long key) {
        this.ranges = ranges;
        this.condition = condition;
        draws = new Draws(key);
        Population population = ranges.population();
        opened = whole(Purpose.ROUTES, population.routes());
        int known = Math.min(opened, whole(Purpose.FAMILIES, population.families()));
        int unopened = whole(Purpose.UNOPENED, population.unopened());
        families = known + unopened;
        familyOf = familyOf(known, opened + unopened);
        start = starts();
        leader = leaders();
        state = summaryStates();
        fitness = draws.of(Purpose.FITNESS, population.fitness());
        misstatement = draws.of(Purpose.MISSTATEMENT, ranges.losses().misstatement());
        onCompression = draws.of(Purpose.ALIAS_ON_COMPRESSION, ranges.losses().aliasOnCompression());
        perRewrite = draws.of(Purpose.ALIAS_PER_REWRITE, ranges.losses().aliasPerRewrite());
        halfLife = draws.of(Purpose.HALF_LIFE, ranges.losses().halfLife());
        staleness = Double.isInfinite(halfLife)
                ? 0
                : -halfLife * StrictMath.log(1 - condition.contamination()) / StrictMath.log(2);
    }

    World world() {
        Route[] routes = new Route[familyOf.length];
        for (int i = 0; i < routes.length; i++) {
            routes[i] = route(i);
        }
        Constants constants = constants(routes);
        return new World(draws.key(), condition, constants, List.of(routes), Truth.draw(draws, constants, families, 0));
    }

    private int[] familyOf(int known, int routes) {
        int[] drawn = new int[routes];
        for (int i = 0; i < routes; i++) {
            int member = (int) (known * draws.uniform(Purpose.MEMBERSHIP, i, 0));
            drawn[i] = i < known ? i : i < opened ? member : known + i - opened;
        }
        return drawn;
    }

    private double[] starts() {
        double spread = draws.of(Purpose.EARLY_SPREAD, ranges.quality().earlySpread());
        double within =
                spread * draws.of(Purpose.CARRIER_SPREAD, ranges.quality().carrierSpread());
        double[] drawn = new double[familyOf.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = spread * draws.gaussian(Purpose.EARLY_PROMISE, familyOf[i], 0)
                    + within * draws.gaussian(Purpose.CARRIER, i, 0);
        }
        return drawn;
    }

    /** Returns by family the route that is fit for certain, so that every family can be realised. */
    private int[] leaders() {
        int[] first = new int[families];
        double[] highest = new double[families];
        for (int i = 0; i < familyOf.length; i++) {
            double lot = draws.uniform(Purpose.LEAD, i, 0);
            if (lot >= highest[familyOf[i]]) {
                highest[familyOf[i]] = lot;
                first[familyOf[i]] = i;
            }
        }
        return first;
    }

    private int[] summaryStates() {
        double stated = draws.of(Purpose.SUMMARY_STATES, ranges.losses().summaryStates());
        double states = Math.max(1, Math.rint(stated * condition.compression() / STATED_SHARE));
        int[] drawn = new int[familyOf.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (int) (states * draws.uniform(Purpose.SUMMARY_STATE, i, 0));
        }
        return drawn;
    }

    private Route route(int i) {
        HoldingCost cost = cost(i);
        double kept = cost.full() == 0 ? 1 : cost.compressed() / (double) cost.full();
        AliasHazard hazard = new AliasHazard((1 - kept) * onCompression, perRewrite);
        double recoverability = ranges.losses().recoverability().at(draws.uniform(Purpose.RECOVERABILITY, i, 0));
        return new Route(
                i,
                Labels.route(i),
                familyOf[i],
                Labels.family(familyOf[i]),
                i < opened,
                start[i],
                leader[familyOf[i]] == i || draws.uniform(Purpose.FITNESS, i, 1) < fitness,
                cost,
                (int) Math.rint(cost.full() * ranges.costs().growth().at(draws.uniform(Purpose.GROWTH, i, 0))),
                Math.min(MOST_OVERLAP, condition.overlap() * (0.5 + draws.uniform(Purpose.OVERLAP, i, 0))),
                (int) Math.rint(staleness * (0.5 + draws.uniform(Purpose.STALENESS, i, 0))),
                followed(i),
                recoverability,
                hazard,
                told(i, recoverability, hazard),
                state[i]);
    }

    private HoldingCost cost(int i) {
        Costs costs = ranges.costs();
        int full = (int) Math.rint(costs.full().at(draws.uniform(Purpose.FULL_COST, i, 0)));
        double share = condition.compression() * (0.8 + 0.4 * draws.uniform(Purpose.COMPRESSED_COST, i, 0));
        double recovery = costs.recovery().at(draws.uniform(Purpose.RECOVERY_COST, i, 0));
        return new HoldingCost(
                full,
                Math.min(full, (int) Math.ceil(share * full)),
                (int) Math.rint(costs.handle().at(draws.uniform(Purpose.HANDLE, i, 0))),
                (int) Math.rint(full * recovery));
    }

    private Route.Told told(int i, double recoverability, AliasHazard hazard) {
        double aliases = misstated(Purpose.TOLD_ALIAS, i);
        int first = 0;
        while (state[first] != state[i]) {
            first++;
        }
        return new Route.Told(
                Math.min(1, recoverability * misstated(Purpose.TOLD_RECOVERABILITY, i)),
                new AliasHazard(
                        Math.min(1, hazard.onCompression() * aliases), Math.min(1, hazard.perRewrite() * aliases)),
                Labels.signature(i, familyOf[i]),
                Labels.signature(first, familyOf[first]));
    }

    private double misstated(Purpose purpose, int i) {
        return misstatement == 0 ? 1 : Math.max(0, 1 + misstatement * draws.gaussian(purpose, i, 0));
    }

    /** What was promising early was followed: half of the past decisions the best, half of the rest the next. */
    private double followed(int i) {
        double share = i < opened ? 0.5 : 0;
        for (int j = 0; j < opened; j++) {
            share *= start[j] > start[i] ? 0.5 : 1;
        }
        return share;
    }

    private Constants constants(Route[] routes) {
        Quality quality = ranges.quality();
        double tokens = 0;
        for (int i = 0; i < opened; i++) {
            tokens += routes[i].cost().full();
        }
        double spread = draws.of(Purpose.QUALITY_SPREAD, quality.qualitySpread());
        double headroom = draws.of(Purpose.HEADROOM, quality.headroom());
        return new Constants(
                (int) Math.rint(condition.budget() * tokens),
                StrictMath.pow(2, -1 / halfLife),
                draws.of(Purpose.LOSS_HAZARD, ranges.losses().hazard()),
                draws.of(Purpose.EARLY_TELLS, quality.earlyTells()),
                spread,
                headroom,
                spread * draws.of(Purpose.TOLERANCE, quality.tolerance()),
                headroom + spread * draws.of(Purpose.TARGET, quality.target()),
                draws.of(Purpose.FULL_EFFORT, quality.fullEffort()),
                draws.of(Purpose.BRANCH_PROMISE, ranges.population().branchPromise()),
                model());
    }

    private Constants.ModelTraits model() {
        Reading reading = ranges.reading();
        return new Constants.ModelTraits(
                draws.of(Purpose.INSIGHT, reading.insight()),
                draws.of(Purpose.READING_NOISE, reading.noise()),
                draws.of(Purpose.PULL, reading.pull()),
                draws.of(Purpose.INERTIA_RATE, reading.inertiaRate()),
                draws.of(Purpose.OBSERVATION_NOISE, reading.observationNoise()),
                draws.of(Purpose.REALISE_CHANCE, reading.realiseChance()),
                whole(Purpose.HISTORY, reading.history()));
    }

    private int whole(Purpose purpose, Range range) {
        return range.wholeAt(draws.uniform(purpose, 0, 0));
    }
}
