package dev.trimtab.controller.ecology;

import dev.trimtab.controller.law.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what to work on by scores read out of a contaminated context (law L1): {@code (1-chi) v + chi g + noise}.
 *
 * <p>Live evidence {@code v} says the last score and a share of the rise that it lets expect; legacy {@code g} says the first
 * impression and what was done before. No label enters.
 */
final class Selector {
    private final Search search;

    Selector(Search search) {
        this.search = search;
    }

    /** Returns the route in the context with the highest score as read; null if the context holds none. */
    @Nullable Carrier choose(double contamination) {
        double legacyShare = search.cures.legacy() ? 0 : contamination;
        Carrier chosen = null;
        Carrier ifLive = null;
        double best = Double.NEGATIVE_INFINITY;
        double bestIfLive = Double.NEGATIVE_INFINITY;
        for (Carrier carrier : search.carriers) {
            if (carrier.isActive()) {
                double error = error(carrier);
                double live = live(carrier) + error;
                double read = (1 - legacyShare) * live(carrier) + legacyShare * legacy(carrier) + error;
                if (read > best) {
                    best = read;
                    chosen = carrier;
                }
                if (live > bestIfLive) {
                    bestIfLive = live;
                    ifLive = carrier;
                }
            }
        }
        if (chosen != ifLive) {
            search.tally.touched.add(Channel.STALE_LEGACY);
        }
        return chosen;
    }

    private double live(Carrier carrier) {
        double left = search.constants.fullEffort() - carrier.effort;
        double slope = carrier.effort == 0 ? 0 : (carrier.lastSeen - carrier.firstSeen) / carrier.effort;
        return carrier.lastSeen + search.model.insight() * Math.max(0, slope) * Math.max(0, left);
    }

    private double legacy(Carrier carrier) {
        return carrier.firstSeen + search.model.pull() * carrier.inertia;
    }

    private double error(Carrier carrier) {
        double noise = search.model.noise();
        return noise == 0 ? 0 : noise * search.draws.gaussian(Purpose.SELECTION, carrier.route.index(), search.clock);
    }
}
