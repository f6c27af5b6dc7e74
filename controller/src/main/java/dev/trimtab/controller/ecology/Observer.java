package dev.trimtab.controller.ecology;

import dev.trimtab.controller.law.Provenance;
import dev.trimtab.controller.policy.Action;
import dev.trimtab.controller.policy.BranchOption;
import dev.trimtab.controller.policy.Inputs;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.PromiseSource;
import dev.trimtab.controller.policy.ResetOption;
import dev.trimtab.controller.policy.StabilityController.Pace;
import dev.trimtab.controller.policy.WindowEntry;
import dev.trimtab.controller.policy.WorkDemand;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what a policy may know of an episode: what a run would show it, and neither {@code V} nor true gains. */
final class Observer {
    private static final Map<String, Provenance> PROVENANCE = Map.of(
            Inputs.TOKENS, Provenance.MEASURED,
            Inputs.LAG, Provenance.MEASURED,
            Inputs.STALENESS, Provenance.MEASURED,
            Inputs.OVERLAP, Provenance.MEASURED,
            Inputs.INERTIA, Provenance.MEASURED,
            Inputs.DECISIONS, Provenance.MEASURED,
            Inputs.RESET_COST, Provenance.MEASURED);
    /**
     * A record is not written out again here and the archive is no loan, so what is lent could not be taken back. What nobody changes is kept
     * without being told.
     */
    private static final Set<Action> ACTIONS = Set.copyOf(EnumSet.complementOf(EnumSet.of(Action.EXPAND, Action.KEEP)));
    /** Face value of the worst score held, and how far above it the best is. */
    private static final double LEAST_FACE = 0.1;

    private static final double FACE_WIDTH = 0.8;

    private final Search search;
    private final ResetOption reset;
    private final Pace pace;

    Observer(Search search, Protocol.Actions actions) {
        this.search = search;
        pace = actions == Protocol.Actions.WHOLE_PLAN ? Pace.WHOLE_PLAN : Pace.ONE_DECISION;
        reset = new ResetOption(search.world.condition().resetCost());
    }

    /**
     * Returns the state.
     *
     * @param left decisions left before the strong verification
     * @param adequacyLost what the policy said that this window has lost
     * @param entry the boundary that the decision stands at; null within a window
     */
    PortfolioState state(int left, double adequacyLost, @Nullable WindowEntry entry) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int active = 0;
        for (Carrier carrier : search.carriers) {
            if (carrier.isHeld()) {
                low = Math.min(low, carrier.lastSeen);
                high = Math.max(high, carrier.lastSeen);
                active += carrier.isActive() ? 1 : 0;
            }
        }
        List<Hypothesis> hypotheses = new ArrayList<>(search.carriers.length);
        List<BranchOption> branches = new ArrayList<>();
        for (Carrier carrier : search.carriers) {
            if (carrier.isHeld()) {
                double place = high > low ? (carrier.lastSeen - low) / (high - low) : 0.5;
                hypotheses.add(hypothesis(carrier, left, LEAST_FACE + FACE_WIDTH * place, active > 1));
            } else if (!carrier.opened) {
                branches.add(new BranchOption(
                        carrier.id,
                        carrier.route.label(),
                        search.constants.branchPromise(),
                        carrier.cost.full(),
                        left));
            }
        }
        return new PortfolioState(
                new Portfolio(hypotheses),
                new PromiseSource.Learned(search.evidence),
                null,
                search.clock,
                left,
                reset,
                branches,
                ACTIONS,
                pace,
                adequacyLost,
                entry,
                // policies are not told that success asks for none: what is realised is measured, too
                WorkDemand.UNKNOWN,
                null,
                null,
                PROVENANCE);
    }

    /** The stated promise is face value: where the last score stands between the worst and the best. */
    private static Hypothesis hypothesis(Carrier carrier, int lag, double faceValue, boolean overlaps) {
        Route route = carrier.route;
        return new Hypothesis(
                carrier.id,
                route.label(),
                faceValue,
                lag,
                carrier.cost,
                route.told().recoverability(),
                carrier.staleness,
                overlaps ? route.overlap() : 0,
                carrier.inertia,
                /* drift= */ 0,
                route.told().hazard(),
                carrier.held,
                route.told().signature(),
                route.told().recorded());
    }
}
