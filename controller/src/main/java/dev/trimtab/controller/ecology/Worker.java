package dev.trimtab.controller.ecology;

import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Representation;

/** Does the work: a step on a route gives a score, and may realise an adequate family. */
final class Worker {
    private final Search search;

    Worker(Search search) {
        this.search = search;
    }

    /** Takes in what was known of the opened routes before the search. */
    void recall() {
        for (Carrier carrier : search.carriers) {
            if (carrier.opened) {
                begin(carrier, Purpose.PAST_OBSERVATION);
                int history = search.model.history();
                if (history > 0) {
                    search.ledToProgress(carrier, history);
                    see(carrier, Purpose.PAST_RESULT, history);
                }
            }
        }
    }

    /** Opens a route that was not held. */
    void open(Carrier carrier) {
        carrier.opened = true;
        carrier.held = Representation.FULL;
        carrier.refresh();
        begin(carrier, Purpose.OBSERVATION);
    }

    /** Works one step on the route that the carrier's text leads to. */
    void work(Carrier carrier) {
        Route route = search.ledTo(carrier);
        search.ledToProgress(carrier, 1);
        see(carrier, Purpose.OBSERVATION, 1);
        carrier.refresh();
        carrier.grow();
        boolean adequate = search.adequate(route);
        search.tally.choices++;
        search.tally.adequateChoices += adequate ? 1 : 0;
        boolean made =
                search.draws.uniform(Purpose.REALISATION, route.index(), search.clock) < search.model.realiseChance();
        search.realisedInWindow |= adequate && search.fit(route) && made;
    }

    private void begin(Carrier carrier, Purpose purpose) {
        Route route = search.ledTo(carrier);
        double score = search.observed(route, 0, purpose, route.index());
        carrier.firstSeen = score;
        carrier.saw(score, 0);
        search.evidence.add(
                new Evidence(carrier.id, search.clock, score, search.model.observationNoise(), /* effort= */ 1));
    }

    private void see(Carrier carrier, Purpose purpose, double effort) {
        Route route = search.ledTo(carrier);
        double progress = search.carriers[route.index()].progress;
        double score = search.observed(route, progress, purpose, route.index());
        carrier.saw(score, effort);
        search.evidence.add(new Evidence(carrier.id, search.clock, score, search.model.observationNoise(), effort));
    }
}
