package dev.trimtab.controller.ecology;

import dev.trimtab.controller.portfolio.HoldingCost;
import dev.trimtab.controller.portfolio.Representation;

/** A route in the course of one episode: how it is held, and what was seen of it. */
final class Carrier {
    final Route route;
    /** Label of the route as it was opened last. */
    String id;

    boolean opened;
    Representation held = Representation.FULL;
    /** Place of the route that its text leads to; another one than its own after an alias. */
    int leadsTo;

    HoldingCost cost;
    int staleness;
    /** {@code 2^(-s/H)}. */
    double fresh;

    double inertia;
    /** Score seen first and last on this text, and the effort between. */
    double firstSeen;

    double lastSeen;
    double effort;
    /** Control steps of work on the route itself, through whatever text. */
    double progress;
    /** Whether it left the context although the room that the plan left would have held its record. */
    boolean retiredAvoidably;
    /** Whether it is kept although a plan gave it up, since that channel is switched off. */
    boolean sheltered;

    Carrier(Route route, double freshnessKept) {
        this.route = route;
        id = route.id();
        opened = route.opened();
        leadsTo = route.index();
        cost = route.cost();
        staleness = route.staleness();
        fresh = power(freshnessKept, route.staleness());
        inertia = route.inertia();
    }

    boolean isActive() {
        return opened && held.isActive();
    }

    boolean isHeld() {
        return opened && held != Representation.EXTINCT;
    }

    int tokens() {
        return opened ? cost.tokens(held) : 0;
    }

    void refresh() {
        staleness = 0;
        fresh = 1;
    }

    void age(double freshnessKept) {
        staleness++;
        fresh *= freshnessKept;
    }

    void saw(double score, double work) {
        lastSeen = score;
        effort += work;
    }

    /** Its family was lost altogether: a new route of the kind of this one can be opened under another label. */
    void reopenAs(String label) {
        id = label;
        opened = false;
        leadsTo = route.index();
        cost = route.cost();
        inertia = 0;
        effort = 0;
        progress = 0;
        retiredAvoidably = false;
        sheltered = false;
    }

    /** Work on a route in full adds to its text. */
    void grow() {
        if (held == Representation.FULL && route.growth() > 0) {
            cost = new HoldingCost(cost.full() + route.growth(), cost.compressed(), cost.handle(), cost.recovery());
        }
    }

    private static double power(double base, int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }
}
