package dev.trimtab.runtime.context;

import dev.trimtab.controller.law.Provenance;
import dev.trimtab.controller.policy.Action;
import dev.trimtab.controller.policy.BranchOption;
import dev.trimtab.controller.policy.Inputs;
import dev.trimtab.controller.policy.PortfolioState;
import dev.trimtab.controller.policy.PromiseSource;
import dev.trimtab.controller.policy.ResetOption;
import dev.trimtab.controller.portfolio.AliasHazard;
import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.controller.portfolio.Hypothesis;
import dev.trimtab.controller.portfolio.Portfolio;
import dev.trimtab.controller.portfolio.Representation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Reads the controller's portfolio out of a run: which numbers are measured, estimated or assumed is said with them.
 *
 * @param line the structured compression
 * @param recoverability chance in [0,1] that the agent makes use of an attempt reopened from the archive; assumed
 * @param lossHazard {@code a_0} in [0,1]: chance that what the signature does not carry misleads; assumed
 * @param resetCost control steps that a reset costs, at least 0; charged to the run
 * @param branchPromise prior promise in [0,1] of a family that nobody opened yet; assumed
 */
record PortfolioReading(
        SignatureLine line, double recoverability, double lossHazard, int resetCost, double branchPromise) {
    /** The families that could still be opened: one nobody named. */
    private static final String NEW_FAMILY = "new-family";

    /**
     * The controller's view of a run, and the texts behind it.
     *
     * @param state the state
     * @param lines by item id, the signature line
     */
    record Reading(PortfolioState state, Map<String, String> lines) {
        /** Returns the text of an item in a representation. */
        String text(ContextItem item, Representation representation) {
            return switch (representation) {
                case FULL -> item.text();
                case COMPRESSED -> lines.getOrDefault(item.id(), item.text());
                case SHADOW -> handle(item);
                case EXTINCT -> "";
            };
        }
    }

    /**
     * Reads a state.
     *
     * @param view what the policy sees
     * @param held how each item was held so far; a new one counts as full
     * @param freshSince by item, the step of the last reset that read it again
     * @param adequacyLost what this window has lost by retirements
     */
    Reading of(
            ContextView view, Map<String, Representation> held, Map<String, Integer> freshSince, double adequacyLost) {
        SearchState search = view.search();
        Map<String, Double> overlap = Overlap.of(view.items(), held);
        Map<String, String> lines = new HashMap<>();
        List<Hypothesis> hypotheses = new ArrayList<>();
        for (ContextItem item : view.items()) {
            Representation now = held.getOrDefault(item.id(), Representation.FULL);
            if (now != Representation.EXTINCT) {
                search.of(item).ifPresent(tracked -> {
                    String text = line.of(search, item);
                    lines.put(item.id(), text);
                    hypotheses.add(hypothesis(
                            view, item, tracked, text, now, overlap.getOrDefault(item.id(), 0.0), freshSince));
                });
            }
        }
        int typical = (int)
                hypotheses.stream().mapToInt(h -> h.cost().full()).average().orElse(0);
        PortfolioState state = PortfolioState.of(new Portfolio(hypotheses), search.stepsToVerification())
                .with(new PromiseSource.Learned(relative(search.evidence())), search.step())
                .with(new ResetOption(resetCost))
                .withBranches(List.of(
                        new BranchOption(NEW_FAMILY, null, branchPromise, typical, search.stepsToVerification())))
                .withAvailable(EnumSet.allOf(Action.class))
                .withAdequacyLost(adequacyLost)
                .withProvenance(provenance(search));
        return new Reading(state, lines);
    }

    private Hypothesis hypothesis(
            ContextView view,
            ContextItem item,
            Hypotheses.Tracked tracked,
            String text,
            Representation now,
            double overlap,
            Map<String, Integer> freshSince) {
        SearchState search = view.search();
        ToIntFunction<ContextPlan.Shown> tokens = ContextPlan.Shown::tokens;
        int full = tokens.applyAsInt(BudgetFill.shown(view, item, Representation.FULL, item.text()));
        int compressed = tokens.applyAsInt(BudgetFill.shown(view, item, Representation.COMPRESSED, text));
        int handle = tokens.applyAsInt(BudgetFill.shown(view, item, Representation.SHADOW, handle(item)));
        int since = Math.max(tracked.lastEvidence(), freshSince.getOrDefault(item.id(), 0));
        return Hypothesis.builder(item.id(), tracked.family())
                .promise(search.faceValue(tracked))
                .verificationLag(search.stepsToVerification())
                .cost(Math.max(full, compressed), compressed, handle, full)
                .recoverability(recoverability)
                .staleness(Math.max(0, search.step() - since))
                .overlap(overlap)
                .inertia(tracked.inertia())
                .aliasHazard(new AliasHazard(now == Representation.FULL ? lossHazard : 0, 0))
                .representation(now)
                .signature(line.signature(search, tracked))
                .recorded(SignatureLine.read(text).orElse(null))
                .build();
    }

    /** Scores in units of their own median size, so that one gain model serves every metric. */
    private static List<Evidence> relative(List<Evidence> evidence) {
        double[] sizes = evidence.stream()
                .mapToDouble(e -> Math.abs(e.value()))
                .filter(size -> size > 0)
                .sorted()
                .toArray();
        double unit = sizes.length == 0 ? 1 : sizes[sizes.length / 2];
        return evidence.stream()
                .map(e -> new Evidence(e.hypothesis(), e.step(), e.value() / unit, e.noise() / unit, e.effort()))
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

    private static String handle(ContextItem item) {
        return "- (" + item.id() + ") archived";
    }
}
