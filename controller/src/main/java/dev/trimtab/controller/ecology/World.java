package dev.trimtab.controller.ecology;

import dev.trimtab.controller.portfolio.Family;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One search problem: routes of families, of which a hidden nonempty set is adequate, a token budget, and a model that chooses
 * and works.
 *
 * @param key what all of its random numbers are keyed by
 * @param condition the factors that an experiment set
 * @param constants what was drawn for the world as a whole
 * @param routes all routes, opened ones first
 * @param truth what is hidden, as long as the mode does not change
 */
public record World(long key, Condition condition, Constants constants, List<Route> routes, Truth truth) {
    /** Copies the list. */
    public World {
        routes = List.copyOf(routes);
    }

    /** Draws a world from the ranges under a condition; the same arguments always give the same world. */
    public static World draw(WorldRanges ranges, Condition condition, SeedSpace space, long index) {
        return new WorldDraw(ranges, condition, space.key(index)).world();
    }

    /** Returns the labels of the adequate families; no policy that is compared may see them, only a bound may. */
    public Set<Family> adequateFamilies() {
        Set<Family> adequate = new LinkedHashSet<>();
        for (Route route : routes) {
            if (truth.isAdequate(route.family())) {
                adequate.add(route.label());
            }
        }
        return adequate;
    }

    /** Returns the number of families, unopened ones included. */
    public int families() {
        return truth.quality().size();
    }

    /** Returns the same world with other labels of routes and families; labels must stay distinct. */
    World relabelled(UnaryOperator<String> routeLabel, UnaryOperator<String> familyLabel) {
        Labels labels = new Labels(routeLabel, familyLabel);
        return new World(
                key, condition, constants, routes.stream().map(labels::on).toList(), truth);
    }

    /** Returns the truth after so many mode changes. */
    Truth truth(int mode) {
        return mode == 0 ? truth : Truth.draw(new Draws(key), constants, families(), mode);
    }

    /** Returns tokens that hold everything in full whatever is worked on, with room to reopen the dearest. */
    int ampleTokens(int steps) {
        int tokens = 0;
        int recovery = 0;
        for (Route route : routes) {
            tokens += route.cost().full() + route.cost().handle() + steps * route.growth();
            recovery = Math.max(recovery, route.cost().recovery());
        }
        return tokens + recovery;
    }
}
