package dev.trimtab.controller.policy;

import dev.trimtab.controller.belief.AdequacyBelief;
import dev.trimtab.controller.law.Provenance;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Ranges;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that a policy may know when it decides. Start with {@link #of} and change what is known.
 *
 * @param portfolio the hypotheses as held now
 * @param promises where their promises come from
 * @param belief the caller's belief about the adequate set; null to build an independent one from the promises
 * @param step the control step now, on the clock of the evidence, at least 0
 * @param decisionsLeft decisions left before the strong verification ({@code n}), at least 0
 * @param reset what a reset would cost; null where none is possible
 * @param branches the routes that could be opened, at most one is opened a plan
 * @param available the kinds of decision that the caller can carry out
 * @param pace how much of a plan the caller carries out before it asks again
 * @param adequacyLost adequacy in [0,1] that retirements in this window have already lost (counts against epsilon)
 * @param entry the boundary that this decision enters a window at; null if it is not the first after a strong verification
 * @param demand how much work success asks for
 * @param gaps what is known of how decisions read the context; null to use the parameters' assumptions
 * @param losses what is known of how hypotheses get lost by nobody's decision; null to use the parameters' assumption
 * @param provenance where inputs come from, by the symbol that certificates use (see {@link Inputs}); an input that is
 *     not named is assumed
 */
public record PortfolioState(
        Portfolio portfolio,
        PromiseSource promises,
        @Nullable AdequacyBelief belief,
        int step,
        int decisionsLeft,
        @Nullable ResetOption reset,
        List<BranchOption> branches,
        Set<Action> available,
        StabilityController.Pace pace,
        double adequacyLost,
        @Nullable WindowEntry entry,
        WorkDemand demand,
        @Nullable ScoreGaps gaps,
        @Nullable LossHazards losses,
        Map<String, Provenance> provenance) {

    /** Checks the ranges and copies the collections. */
    public PortfolioState {
        Ranges.nonNegative("step", step);
        Ranges.nonNegative("decisionsLeft", decisionsLeft);
        Ranges.unit("adequacyLost", adequacyLost);
        branches = List.copyOf(branches);
        available = Set.copyOf(available);
        provenance = Map.copyOf(provenance);
    }

    /**
     * Returns a state with stated promises, every action available but {@code EXPAND}, branch and reset without options,
     * and nothing lost.
     *
     * @param portfolio the hypotheses as held now
     * @param decisionsLeft decisions left before the strong verification
     */
    public static PortfolioState of(Portfolio portfolio, int decisionsLeft) {
        return new PortfolioState(
                portfolio,
                new PromiseSource.Stated(),
                null,
                0,
                decisionsLeft,
                null,
                List.of(),
                EnumSet.complementOf(EnumSet.of(Action.EXPAND)),
                StabilityController.Pace.WHOLE_PLAN,
                0,
                null,
                WorkDemand.UNKNOWN,
                null,
                null,
                Map.of());
    }

    /** Returns the state with other hypotheses. */
    public PortfolioState with(Portfolio next) {
        return changed(fields -> fields.portfolio = next);
    }

    /** Returns the state at another control step, with so many decisions left. */
    public PortfolioState at(int atStep, int left) {
        return changed(fields -> {
            fields.step = atStep;
            fields.decisionsLeft = left;
        });
    }

    /** Returns the state with promises from elsewhere, as of the given control step. */
    public PortfolioState with(PromiseSource next, int atStep) {
        return changed(fields -> {
            fields.promises = next;
            fields.step = atStep;
        });
    }

    /** Returns the state with a stated belief about the adequate set. */
    public PortfolioState with(AdequacyBelief next) {
        return changed(fields -> fields.belief = next);
    }

    /** Returns the state with a reset that is possible. */
    public PortfolioState with(ResetOption next) {
        return changed(fields -> fields.reset = next);
    }

    /** Returns the state with these routes that could be opened. */
    public PortfolioState withBranches(List<BranchOption> next) {
        return changed(fields -> fields.branches = next);
    }

    /** Returns the state in which the caller can carry out only these kinds of decision. */
    public PortfolioState withAvailable(Set<Action> next) {
        return changed(fields -> fields.available = next);
    }

    /** Returns the state in which this window has already lost so much adequacy. */
    public PortfolioState withAdequacyLost(double next) {
        return changed(fields -> fields.adequacyLost = next);
    }

    /** Returns the state of a caller of that pace. */
    public PortfolioState at(StabilityController.Pace next) {
        return changed(fields -> fields.pace = next);
    }

    /** Returns the state of a decision that is, or is not, the first of a window after a strong verification. */
    public PortfolioState entering(@Nullable WindowEntry next) {
        return changed(fields -> fields.entry = next);
    }

    /** Returns the state in which success asks for so much work. */
    public PortfolioState with(WorkDemand next) {
        return changed(fields -> fields.demand = next);
    }

    /** Returns the state with the provenance of its inputs. */
    public PortfolioState withProvenance(Map<String, Provenance> next) {
        return changed(fields -> fields.provenance = next);
    }

    /** Returns whether the caller can carry out such a decision. */
    public boolean allows(Action action) {
        return available.contains(action);
    }

    /** Returns where the input of that symbol comes from. */
    public Provenance provenanceOf(String symbol) {
        return provenance.getOrDefault(symbol, Provenance.ASSUMED);
    }

    private PortfolioState changed(Consumer<Fields> change) {
        Fields fields = new Fields(this);
        change.accept(fields);
        return fields.state();
    }

    /** The components of a state while one of them is changed. */
    private static final class Fields {
        private Portfolio portfolio;
        private PromiseSource promises;
        private @Nullable AdequacyBelief belief;
        private int step;
        private int decisionsLeft;
        private @Nullable ResetOption reset;
        private List<BranchOption> branches;
        private Set<Action> available;
        private StabilityController.Pace pace;
        private double adequacyLost;
        private @Nullable WindowEntry entry;
        private WorkDemand demand;
        private @Nullable ScoreGaps gaps;
        private @Nullable LossHazards losses;
        private Map<String, Provenance> provenance;

        Fields(PortfolioState state) {
            portfolio = state.portfolio;
            promises = state.promises;
            belief = state.belief;
            step = state.step;
            decisionsLeft = state.decisionsLeft;
            reset = state.reset;
            branches = state.branches;
            available = state.available;
            pace = state.pace;
            adequacyLost = state.adequacyLost;
            entry = state.entry;
            demand = state.demand;
            gaps = state.gaps;
            losses = state.losses;
            provenance = state.provenance;
        }

        PortfolioState state() {
            return new PortfolioState(
                    portfolio,
                    promises,
                    belief,
                    step,
                    decisionsLeft,
                    reset,
                    branches,
                    available,
                    pace,
                    adequacyLost,
                    entry,
                    demand,
                    gaps,
                    losses,
                    provenance);
        }
    }
}
