package dev.trimtab.controller.ecology;

import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.policy.WindowEntry;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.portfolio.TokenBudget;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The course of one episode: windows of steps, each ended by a strong verification. */
final class Course {
    private final Search search;
    private final Protocol protocol;
    private final StabilityPolicy policy;
    private final @Nullable Consumer<? super EcologyEvent> log;
    private final Records records;
    private final Transitions transitions;
    private final Selector selector;
    private final Worker worker;
    private final Observer observer;
    private final Verification verification;
    private double adequacyLost;
    /** The boundary that the next decision stands at; null within a window. */
    private @Nullable WindowEntry entry;

    private int mode;

    Course(Search search, Protocol protocol, StabilityPolicy policy, @Nullable Consumer<? super EcologyEvent> log) {
        this.search = search;
        this.protocol = protocol;
        this.policy = policy;
        this.log = log;
        records = new Records(search);
        transitions = new Transitions(search, records);
        selector = new Selector(search);
        worker = new Worker(search);
        observer = new Observer(search, protocol.actions());
        verification = new Verification(search, transitions);
    }

    Outcome run() {
        worker.recall();
        logPast();
        for (int window = 0; window < protocol.windows(); window++) {
            if (window > 0) {
                enter(window);
            }
            int left = search.world.condition().lag();
            entry = window == 0 ? null : new WindowEntry(Quantity.measured(protocol.modeChange()));
            while (left > 0) {
                left -= step(left);
            }
            verification.judge();
        }
        int extinct = 0;
        for (Carrier carrier : search.carriers) {
            extinct += carrier.opened && !carrier.isHeld() ? 1 : 0;
        }
        Outcome outcome = search.tally.outcome(protocol.windows(), extinct);
        if (log != null) {
            log.accept(new EcologyEvent.Ended(search.clock, outcome));
        }
        return outcome;
    }

    /** A new window: the verification has spoken, families that are lost can be opened anew, and the mode may change. */
    private void enter(int window) {
        verification.reveal(log);
        adequacyLost = 0;
        if (search.draws.uniform(Purpose.MODE_CHANGE, 0, window) < protocol.modeChange()) {
            mode++;
            search.truth = search.world.truth(mode);
        }
        for (Carrier carrier : search.carriers) {
            if (carrier.opened && !carrier.isHeld() && !familyIsHeld(carrier.route.family())) {
                carrier.reopenAs(carrier.route.id() + "." + window);
            }
        }
    }

    private boolean familyIsHeld(int family) {
        for (Carrier carrier : search.carriers) {
            if (carrier.route.family() == family && (carrier.isHeld() || !carrier.opened)) {
                return true;
            }
        }
        return false;
    }

    /** Takes one decision; returns the control steps that it takes. */
    private int step(int left) {
        PortfolioState state = observer.state(left, adequacyLost, entry);
        entry = null;
        ControlPlan plan = policy.decide(state, new TokenBudget(search.budget));
        adequacyLost = plan.diagnostics().adequacyLost();
        Orders orders = Orders.of(plan, protocol.actions());
        transitions.carryOut(orders.representations());
        Carrier branched = orders.branch() == null ? null : unopened(orders.branch());
        if (branched != null) {
            worker.open(branched);
        }
        transitions.truncate();
        int tokens = search.tokens();
        double contamination = search.contamination();
        search.tally.read(tokens, contamination);
        if (log != null) {
            log.accept(new EcologyEvent.ContextPlanned(search.clock, search.budget, tokens, state, plan));
        }
        if (orders.reset() != null) {
            return reset(
                    orders.reset().seed(),
                    Math.min(left, search.world.condition().resetCost()));
        }
        Carrier worked = branched == null && !orders.idle() ? chosen(orders, contamination) : null;
        if (worked != null) {
            worker.work(worked);
        }
        logAttempt(branched != null ? branched : worked);
        age(branched != null ? branched : worked);
        return 1;
    }

    private @Nullable Carrier unopened(String id) {
        return search.find(id).filter(carrier -> !carrier.opened).orElse(null);
    }

    private @Nullable Carrier chosen(Orders orders, double contamination) {
        boolean obeyed = protocol.pursuit() == Protocol.Pursuit.CONTROLLER
                || protocol.actions() == Protocol.Actions.FIRST_DECISION;
        Carrier pursued = orders.pursue() == null || !obeyed
                ? null
                : search.find(orders.pursue()).filter(Carrier::isActive).orElse(null);
        return pursued != null ? pursued : selector.choose(contamination);
    }

    private int reset(List<String> seed, int steps) {
        search.tally.resets++;
        for (int i = 0; i < steps; i++) {
            age(null);
        }
        for (Carrier carrier : search.carriers) {
            if (carrier.isHeld() && seed.contains(carrier.id)) {
                carrier.refresh();
            }
        }
        return steps;
    }

    /** A step passes: what was not worked on goes stale, records are rewritten, and some of what is active gets lost. */
    private void age(@Nullable Carrier worked) {
        double rate = search.model.inertiaRate();
        double hazard = search.constants.hazard();
        for (Carrier carrier : search.carriers) {
            if (worked != null) {
                carrier.inertia = (1 - rate) * carrier.inertia + (carrier == worked ? rate : 0);
            }
            if (carrier != worked) {
                carrier.age(search.constants.freshnessKept());
            }
            boolean lost = hazard > 0
                    && carrier.isActive()
                    && search.draws.uniform(Purpose.LOSS, carrier.route.index(), search.clock) < hazard;
            if (lost) {
                carrier.held = Representation.EXTINCT;
            }
        }
        records.rewritten();
        search.clock++;
    }

    private void logPast() {
        if (log != null) {
            for (Carrier carrier : search.carriers) {
                if (carrier.opened) {
                    log.accept(new EcologyEvent.Attempted(-1, carrier.id, carrier.route.label(), carrier.lastSeen));
                }
            }
        }
    }

    private void logAttempt(@Nullable Carrier carrier) {
        if (log != null && carrier != null) {
            log.accept(new EcologyEvent.Attempted(search.clock, carrier.id, carrier.route.label(), carrier.lastSeen));
        }
    }
}
