package dev.trimtab.controller.ecology;

import dev.trimtab.controller.law.Channel;
import dev.trimtab.controller.portfolio.Representation;

/** What compressed records come to mean (law L7): two records in one summary state are one, and some mislead. */
final class Records {
    private final Search search;

    Records(Search search) {
        this.search = search;
    }

    /** A record was just written. */
    void written(Carrier carrier) {
        for (Carrier other : search.carriers) {
            boolean alike = other != carrier
                    && other.opened
                    && other.held == Representation.COMPRESSED
                    && other.route.summaryState() == carrier.route.summaryState();
            if (alike) {
                merge(carrier, other);
            }
        }
        int index = carrier.route.index();
        double onCompression = carrier.route.hazard().onCompression();
        if (search.draws.uniform(Purpose.ALIAS, index, search.clock) < onCompression) {
            mislead(carrier);
        }
    }

    /** All records are rewritten, as they are at every step. */
    void rewritten() {
        for (Carrier carrier : search.carriers) {
            double hazard = carrier.route.hazard().perRewrite();
            boolean record = carrier.opened && carrier.held == Representation.COMPRESSED;
            int index = carrier.route.index();
            if (record && hazard > 0 && search.draws.uniform(Purpose.REWRITE, index, search.clock) < hazard) {
                mislead(carrier);
            }
        }
    }

    /** Of two records that read alike one means the other's route from now on. */
    private void merge(Carrier one, Carrier other) {
        if (one.leadsTo == other.leadsTo) {
            return;
        }
        int pair = one.route.index() * search.carriers.length + other.route.index();
        boolean first = search.draws.uniform(Purpose.MERGE, pair, search.clock) < 0.5;
        lead(first ? one : other, (first ? other : one).leadsTo);
    }

    private void mislead(Carrier carrier) {
        int others = search.carriers.length - 1;
        if (others > 0) {
            int pick = (int) (others * search.draws.uniform(Purpose.MISLED, carrier.route.index(), search.clock));
            lead(carrier, pick < carrier.leadsTo ? pick : pick + 1);
        }
    }

    private void lead(Carrier carrier, int route) {
        search.tally.touched.add(Channel.COMPRESSION_ALIAS);
        if (!search.cures.alias()) {
            carrier.leadsTo = route;
            search.tally.aliases++;
        }
    }
}
