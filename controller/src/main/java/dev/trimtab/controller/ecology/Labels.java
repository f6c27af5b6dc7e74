package dev.trimtab.controller.ecology;

import dev.trimtab.controller.portfolio.ControlSignature;
import dev.trimtab.controller.portfolio.ControlSignature.Outcome;
import dev.trimtab.controller.portfolio.Family;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Names of routes and families; nothing but ties of a policy may depend on them. */
record Labels(UnaryOperator<String> route, UnaryOperator<String> family) {
    private static final int MOST = 64;
    private static final List<String> ROUTES =
            IntStream.range(0, MOST).mapToObj(i -> "r" + i).toList();
    private static final List<Family> FAMILIES =
            IntStream.range(0, MOST).mapToObj(f -> new Family("f" + f)).toList();

    static String route(int index) {
        return ROUTES.get(index);
    }

    static Family family(int index) {
        return FAMILIES.get(index);
    }

    /** Returns what the next decision needs to know of a route: whose it is, and to work on it. */
    static ControlSignature signature(int route, int family) {
        return signature(route(route), family(family));
    }

    private static ControlSignature signature(String route, Family family) {
        return new ControlSignature(family, Outcome.SCORED, OptionalDouble.empty(), "", "", route);
    }

    Route on(Route old) {
        Family label = new Family(family.apply(old.label().name()));
        String id = route.apply(old.id());
        ControlSignature recorded = old.told().recorded();
        Route.Told told = new Route.Told(
                old.told().recoverability(),
                old.told().hazard(),
                signature(id, label),
                signature(
                        route.apply(recorded.nextAction()),
                        new Family(family.apply(recorded.family().name()))));
        return new Route(
                old.index(),
                id,
                old.family(),
                label,
                old.opened(),
                old.start(),
                old.fit(),
                old.cost(),
                old.growth(),
                old.overlap(),
                old.staleness(),
                old.inertia(),
                old.recoverability(),
                old.hazard(),
                told,
                old.summaryState());
    }
}
