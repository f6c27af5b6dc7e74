package dev.trimtab.controller.ecology;

import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The state of one episode: routes as held, what was seen, the clock; mutable, for one thread. */
final class Search {
    final World world;
    final Cures cures;
    final Draws draws;
    final Constants constants;
    final Constants.ModelTraits model;
    final Carrier[] carriers;
    final int budget;
    final List<Evidence> evidence = new ArrayList<>();
    final Tally tally = new Tally();
    Truth truth;
    /** Control steps since the search started. */
    int clock;

    boolean realisedInWindow;

    Search(World world, Protocol protocol, Cures cures) {
        this.world = world;
        this.cures = cures;
        draws = new Draws(world.key());
        constants = world.constants();
        model = cures.model() ? constants.model().perfect() : constants.model();
        truth = world.truth();
        budget = cures.budget() ? world.ampleTokens(world.condition().lag() * protocol.windows()) : constants.budget();
        carriers = new Carrier[world.routes().size()];
        for (int i = 0; i < carriers.length; i++) {
            carriers[i] = new Carrier(world.routes().get(i), constants.freshnessKept());
        }
        if (protocol.actions() == Protocol.Actions.FIRST_DECISION) {
            archiveWhatDoesNotFit();
        }
    }

    private void archiveWhatDoesNotFit() {
        int left = budget;
        for (Carrier carrier : carriers) {
            left -= carrier.opened ? carrier.cost.handle() : 0;
        }
        for (int i = carriers.length - 1; i >= 0; i--) {
            Carrier carrier = carriers[i];
            int more = carrier.cost.full() - carrier.cost.handle();
            if (carrier.opened && more <= left) {
                left -= more;
            } else if (carrier.opened) {
                carrier.held = Representation.SHADOW;
            }
        }
    }

    Optional<Carrier> find(String id) {
        for (Carrier carrier : carriers) {
            if (carrier.id.equals(id)) {
                return Optional.of(carrier);
            }
        }
        return Optional.empty();
    }

    int tokens() {
        int tokens = 0;
        for (Carrier carrier : carriers) {
            tokens += carrier.tokens();
        }
        return tokens;
    }

    /** Legacy share of the active tokens ({@code chi}, law L1) by the world's own half-life. */
    double contamination() {
        double occupied = 0;
        double legacy = 0;
        double alone = 0;
        int active = 0;
        for (Carrier carrier : carriers) {
            if (carrier.isActive()) {
                int tokens = carrier.tokens();
                active++;
                occupied += tokens;
                alone += tokens * (1 - carrier.fresh);
                legacy += tokens * (1 - (1 - carrier.route.overlap()) * carrier.fresh);
            }
        }
        return occupied == 0 ? 0 : (active == 1 ? alone : legacy) / occupied;
    }

    /** Whether the route can realise its family if that is adequate. */
    boolean fit(Route route) {
        return route.fit() || cures.model();
    }

    boolean adequate(Route route) {
        return truth.isAdequate(route.family());
    }

    Route ledTo(Carrier carrier) {
        return world.routes().get(carrier.leadsTo);
    }

    /** Counts work on the route that the carrier's text leads to. */
    void ledToProgress(Carrier carrier, double work) {
        carriers[carrier.leadsTo].progress += work;
    }

    /** Score of a route after so much work on it, without noise: it rises to its family's quality if it is fit. */
    double score(Route route, double progress) {
        double rise = fit(route) ? Math.max(0, truth.quality().get(route.family()) - route.start()) : 0;
        return route.start() + rise * Math.min(1, progress / constants.fullEffort());
    }

    double observed(Route route, double progress, Purpose purpose, int entity) {
        double noise = model.observationNoise();
        return score(route, progress) + (noise == 0 ? 0 : noise * draws.gaussian(purpose, entity, clock));
    }
}
