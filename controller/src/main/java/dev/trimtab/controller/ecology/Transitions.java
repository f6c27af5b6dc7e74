package dev.trimtab.controller.ecology;

import dev.trimtab.controller.law.Channel;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Changes how routes are held, with what that really loses: records that alias, archives that do not open, overflow. */
final class Transitions {
    private final Search search;
    private final Records records;

    Transitions(Search search, Records records) {
        this.search = search;
        this.records = records;
    }

    /** Carries out the changes of a plan; what it asks for and cannot be is left as it is. */
    void carryOut(Map<String, Representation> targets) {
        List<Carrier> retired = List.of();
        for (Carrier carrier : search.carriers) {
            Representation target = carrier.isHeld() ? targets.get(carrier.id) : null;
            if (target != null && target != carrier.held) {
                boolean leaves = carrier.isActive() && !target.isActive();
                move(carrier, target);
                if (leaves) {
                    retired = retired.isEmpty() ? new ArrayList<>() : retired;
                    retired.add(carrier);
                }
            }
        }
        judge(retired);
    }

    /** Drops what the context cannot hold, the stalest first, whether it is active or a handle. */
    void truncate() {
        int tokens = search.tokens();
        while (tokens > search.budget) {
            Carrier stalest = null;
            for (Carrier carrier : search.carriers) {
                boolean frees = carrier.tokens() > 0;
                if (frees && (stalest == null || carrier.staleness > stalest.staleness)) {
                    stalest = carrier;
                }
            }
            if (stalest == null) {
                throw new IllegalStateException("nothing is left to drop but " + tokens + " tokens are held");
            }
            tokens -= stalest.tokens();
            stalest.held = Representation.EXTINCT;
            search.tally.truncations++;
        }
    }

    private void move(Carrier carrier, Representation target) {
        boolean opening = carrier.held == Representation.SHADOW && target.isActive();
        if (opening && !opens(carrier)) {
            carrier.held = Representation.EXTINCT;
        } else if (opening && target == Representation.FULL) {
            carrier.held = Representation.FULL;
            carrier.retiredAvoidably = false;
        } else if (target == Representation.COMPRESSED) {
            carrier.held = Representation.COMPRESSED;
            carrier.retiredAvoidably = false;
            records.written(carrier);
        } else if (!target.isActive()) {
            carrier.held = target;
        }
    }

    /** Whether the archive gives the route back; asked again it says the same. */
    boolean opens(Carrier carrier) {
        int index = carrier.route.index();
        return carrier.sheltered || search.draws.uniform(Purpose.RECOVERY, index, 0) < carrier.route.recoverability();
    }

    /** A retirement was avoidable if the room that the whole plan leaves would have held the route's record. */
    private void judge(List<Carrier> retired) {
        int room = retired.isEmpty() ? 0 : search.budget - search.tokens();
        for (Carrier carrier : retired) {
            int more = Math.min(carrier.cost.compressed(), carrier.cost.full()) - carrier.tokens();
            if (more <= room) {
                search.tally.touched.add(Channel.AVOIDABLE_RETIREMENT);
                carrier.retiredAvoidably = true;
                carrier.sheltered |= search.cures.retirement();
            }
        }
    }
}
