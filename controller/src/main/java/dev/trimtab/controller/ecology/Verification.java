package dev.trimtab.controller.ecology;

import dev.trimtab.controller.law.Channel;
import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Representation;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The strong verification at the end of a window: which families can still be worked on, and is one of them adequate. */
final class Verification {
    private final Search search;
    private final Transitions transitions;

    Verification(Search search, Transitions transitions) {
        this.search = search;
        this.transitions = transitions;
    }

    /** Judges the window. One shadow at a time can be reopened, in the room that is left. */
    void judge() {
        boolean[] recoverable = new boolean[search.world.families()];
        int room = Math.max(0, search.budget - search.tokens());
        for (Carrier carrier : search.carriers) {
            Route route = search.ledTo(carrier);
            boolean reached = reached(carrier, room);
            recoverable[route.family()] |= reached && search.fit(route);
            boolean lost = carrier.retiredAvoidably && !reached;
            search.tally.avoidableRetirements += lost && search.adequate(route) && search.fit(route) ? 1 : 0;
        }
        count(recoverable);
        search.tally.windowsRealised += search.realisedInWindow ? 1 : 0;
        search.realisedInWindow = false;
    }

    private boolean reached(Carrier carrier, int room) {
        if (!carrier.opened) {
            boolean missed = search.adequate(carrier.route);
            if (missed) {
                search.tally.touched.add(Channel.MISSED_FAMILY);
            }
            return missed && search.cures.missedFamily();
        }
        return carrier.sheltered
                || carrier.isActive()
                || (carrier.held == Representation.SHADOW
                        && carrier.cost.recovery() <= room
                        && transitions.opens(carrier));
    }

    private void count(boolean[] recoverable) {
        search.tally.adequate = search.truth.adequate();
        search.tally.recoverable = 0;
        search.tally.adequateRecoverable = 0;
        for (int f = 0; f < recoverable.length; f++) {
            search.tally.recoverable += recoverable[f] ? 1 : 0;
            search.tally.adequateRecoverable += recoverable[f] && search.truth.isAdequate(f) ? 1 : 0;
        }
        search.tally.windowsSucceeded += search.tally.adequateRecoverable > 0 ? 1 : 0;
    }

    /** Tells the score under full effort of every route in the context. */
    void reveal(@Nullable Consumer<? super EcologyEvent> log) {
        double noise = search.model.observationNoise();
        for (Carrier carrier : search.carriers) {
            if (carrier.isActive()) {
                Route route = search.ledTo(carrier);
                double effort = search.constants.fullEffort();
                double score = search.observed(route, effort, Purpose.STRONG_OBSERVATION, route.index());
                double remaining = Math.max(1, effort - carrier.effort);
                search.evidence.add(new Evidence(carrier.id, search.clock, score, noise, remaining));
                carrier.saw(score, remaining);
                carrier.refresh();
                if (log != null) {
                    log.accept(new EcologyEvent.Verified(search.clock, carrier.id, score));
                }
            }
        }
    }
}
