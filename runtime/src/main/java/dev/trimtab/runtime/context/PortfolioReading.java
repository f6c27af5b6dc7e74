package dev.trimtab.runtime.context;

import dev.trimtab.controller.belief.GainModel;
import dev.trimtab.controller.law.Provenance;
import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.policy.Action;
import dev.trimtab.controller.policy.BranchOption;
import dev.trimtab.controller.policy.Inputs;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.PromiseSource;
import dev.trimtab.controller.policy.ResetOption;
import dev.trimtab.controller.policy.WindowEntry;
import dev.trimtab.controller.portfolio.AliasHazard;
import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads the controller's portfolio out of a run: which numbers are measured, estimated or assumed is said with them.
 *
 * @param line the structured compression
 * @param overlaps how much of a text others carry
 * @param recoverability chance in [0,1] that the agent makes use of an attempt reopened from the archive; assumed
 * @param lossHazard {@code a_0} in [0,1]: chance that what the signature does not carry misleads; assumed
 * @param resetCost control steps that a reset costs, at least 0; charged to the run
 * @param modeChange {@code gamma} in [0,1]: chance that a strong verification leaves another set adequate; assumed
 * @param gains what is believed of routes before any evidence
 */
record PortfolioReading(
        SignatureLine line,
        Overlap overlaps,
        double recoverability,
        double lossHazard,
        int resetCost,
        double modeChange,
        GainModel gains) {
    /** The families that could still be opened: one nobody named. */
    private static final String NEW_FAMILY = "new-family";

    /**
     * The controller's view of a run, and the texts behind it.
     *
     * @param state the state
     * @param lines by item id, the signature line
     * @param line writes handles
     * @param search the hypotheses behind the items
     */
    record Reading(PortfolioState state, Map<String, String> lines, SignatureLine line, SearchState search) {
        /** Returns the text of an item in a representation. */
        String text(ContextItem item, Representation representation) {
            return switch (representation) {
                case FULL -> item.text();
                case COMPRESSED -> lines.getOrDefault(item.id(), item.text());
                case SHADOW -> line.handle(search, item);
                case EXTINCT -> "";
            };
        }
    }

    /**
     * Where in its window a run stands.
     *
     * @param entered whether a strong verification has spoken since the plan before
     * @param adequacyLost what the window has lost by retirements so far
     */
    record Window(boolean entered, double adequacyLost) {}

    /**
     * Reads a state.
     *
     * @param view what the policy sees
     * @param held how each item was held so far; a new one counts as full
     * @param freshSince by item, the step of the last reset that read it again
     * @param window where in its window the run stands
     * @param inHand the item that the budget was charged for before, if any: holding it costs nothing more
     */
    Reading of(
            ContextView view,
            Map<String, Representation> held,
            Map<String, Integer> freshSince,
            Window window,
            Optional<ContextItem> inHand) {
        SearchState search = view.search();
        Map<String, Double> overlap = overlaps.of(view, held);
        Map<String, String> lines = new HashMap<>();
        List<Hypothesis> hypotheses = new ArrayList<>();
        for (ContextItem item : view.items()) {
            Representation now = held.getOrDefault(item.id(), Representation.FULL);
            search.of(item).ifPresent(tracked -> {
                SignatureLine.Written written = line.written(search, tracked);
                lines.put(item.id(), written.text());
                Hypothesis hypothesis =
                        hypothesis(view, item, tracked, written, now, overlap.getOrDefault(item.id(), 0.0), freshSince);
                hypotheses.add(inHand.filter(item::equals).isPresent() ? charged(hypothesis) : hypothesis);
            });
        }
        int typical = (int)
                hypotheses.stream().mapToInt(h -> h.cost().recovery()).average().orElse(0);
        PortfolioState state = PortfolioState.of(new Portfolio(hypotheses), search.stepsToVerification())
                .with(new PromiseSource.Learned(scaled(search.evidence())), search.step())
                .with(new ResetOption(resetCost))
                .withBranches(List.of(
                        new BranchOption(NEW_FAMILY, null, unopened(search), typical, search.stepsToVerification())))
                .withAvailable(EnumSet.allOf(Action.class))
                .withAdequacyLost(window.adequacyLost())
                .entering(window.entered() ? new WindowEntry(Quantity.assumed(modeChange)) : null)
                .withProvenance(provenance(search));
        return new Reading(state, lines, line, search);
    }

    private Hypothesis hypothesis(
            ContextView view,
            ContextItem item,
            Hypotheses.Tracked tracked,
            SignatureLine.Written written,
            Representation now,
            double overlap,
            Map<String, Integer> freshSince) {
        SearchState search = view.search();
        int full = BudgetFill.tokens(view, item.text());
        int compressed = BudgetFill.tokens(view, written.text());
        int since = Math.max(tracked.lastEvidence(), freshSince.getOrDefault(item.id(), -1));
        return Hypothesis.builder(item.id(), tracked.family())
                .promise(search.faceValue(tracked))
                .verificationLag(search.stepsToVerification())
                .cost(Math.max(full, compressed), compressed, /* handle= */ 0, full)
                .recoverability(recoverability)
                .staleness(Math.max(0, search.step() - since - 1))
                .overlap(overlap)
                .inertia(tracked.inertia())
                .aliasHazard(new AliasHazard(now == Representation.FULL ? lossHazard : 0, 0))
                .representation(now)
                .signature(written.signature())
                .recorded(written.recorded())
                .build();
    }

    private static Hypothesis charged(Hypothesis hypothesis) {
        return hypothesis.toBuilder()
                .cost(
                        /* full= */ 0,
                        /* compressed= */ 0,
                        /* handle= */ 0,
                        hypothesis.cost().recovery())
                .build();
    }

    /**
     * Returns the promise of the next draft as a route of a family not tried yet. How likely it is to be of one is Good and Turing's estimate,
     * the share of drafts that are the only ones of their family, with one such draft assumed beforehand.
     */
    private double unopened(SearchState search) {
        Map<Family, Integer> drafts = new HashMap<>();
        search.hypotheses().stream()
                .filter(t -> t.attempt().parent() == null)
                .forEach(t -> drafts.merge(t.family(), 1, Integer::sum));
        long single = drafts.values().stream().filter(n -> n == 1).count();
        int all = drafts.values().stream().mapToInt(Integer::intValue).sum();
        return gains.familyPrior() * gains.fitnessPrior() * (single + 1) / (all + 1);
    }

    /** Evidence in the gain model's unit. */
    private List<Evidence> scaled(List<Evidence> evidence) {
        double unit = gains.scale();
        return evidence.stream()
                .map(e -> new Evidence(
                        e.hypothesis(),
                        e.from(),
                        e.step(),
                        e.value().isPresent() ? OptionalDouble.of(e.value().getAsDouble() * unit) : e.value(),
                        e.noise() * unit,
                        e.effort()))
                .toList();
    }

    private static Map<String, Provenance> provenance(SearchState search) {
        Map<String, Provenance> provenance = new HashMap<>();
        for (String measured : List.of(
                Inputs.TOKENS,
                Inputs.LAG,
                Inputs.STALENESS,
                Inputs.OVERLAP,
                Inputs.INERTIA,
                Inputs.DECISIONS,
                Inputs.RESET_COST)) {
            provenance.put(measured, Provenance.MEASURED);
        }
        int seen = search.evidence().size();
        provenance.put(Inputs.PROMISE, seen == 0 ? Provenance.ASSUMED : Provenance.estimated(seen));
        return provenance;
    }
}
