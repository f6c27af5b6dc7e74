package dev.trimtab.runtime.context;

import dev.trimtab.controller.policy.ControlPlan;
import dev.trimtab.controller.policy.Decision;
import dev.trimtab.controller.policy.StabilityPolicy;
import dev.trimtab.controller.portfolio.Family;
import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.controller.portfolio.TokenBudget;
import dev.trimtab.runtime.attempt.Pursuit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a {@link StabilityPolicy} decide how each item is held: in full, as its signature line, as a handle, or not at all.
 *
 * <p>What was done last is the work in hand. Where it tells of no attempt, or of one that failed and is the only place where an agent that acts in
 * turns sees how, it goes before all hypotheses: in full, or cut to half of the memory. Other items that tell of no attempt are shown in full,
 * newest first, in what the hypotheses leave over.
 */
final class PortfolioContextPolicy implements ContextPolicy {
    private final StabilityPolicy policy;
    private final PortfolioReading reading;
    private final Map<String, Representation> held = new HashMap<>();
    private final Map<String, Integer> freshSince = new HashMap<>();
    private double adequacyLost;
    private int verifiedBefore;

    /** A plan and the controller's answer that it came from, until it is adopted. */
    private @Nullable ControlPlan pending;

    PortfolioContextPolicy(StabilityPolicy policy, PortfolioReading reading) {
        this.policy = policy;
        this.reading = reading;
    }

    @Override
    public ContextPlan plan(ContextView view) {
        BudgetFill fill = new BudgetFill(view);
        Optional<ContextItem> inHand = workInHand(view);
        inHand.ifPresent(item -> {
            if (!fill.offerFull(item)) {
                fill.offerCut(item, fill.left() / 2);
            }
        });
        PortfolioReading.Reading state = reading.of(view, held, freshSince, window(view.search()), inHand);
        ControlPlan decided = policy.decide(state.state(), new TokenBudget(fill.left()));
        pending = decided;
        for (ContextItem item : view.items()) {
            Representation representation = decided.representations().get(item.id());
            if (representation != null
                    && representation.isActive()
                    && inHand.filter(item::equals).isEmpty()) {
                fill.offer(item, representation, state.text(item, representation));
            }
        }
        for (int i = view.items().size() - 1; i >= 0; i--) {
            ContextItem item = view.items().get(i);
            if (!decided.representations().containsKey(item.id()) && !held.containsKey(item.id())) {
                fill.offerFull(item);
            }
        }
        offerHandles(view, decided, state, fill);
        Map<String, Representation> representations = new LinkedHashMap<>();
        fill.taken().forEach(s -> representations.put(s.item().id(), s.representation()));
        decided.representations().forEach(representations::putIfAbsent);
        return new ContextPlan(
                fill.taken(),
                BudgetFill.wanted(view, view.items()),
                representations,
                decided.decisions().stream().map(DecisionJson::of).toList(),
                decided.diagnostics().certificates().stream()
                        .map(DecisionJson::of)
                        .toList(),
                Readings.of(decided.diagnostics()),
                pursuit(decided),
                decided.decision(Decision.Reset.class).isPresent() ? reading.resetCost() : 0);
    }

    private static Optional<ContextItem> workInHand(ContextView view) {
        if (view.items().isEmpty()) {
            return Optional.empty();
        }
        ContextItem newest = view.items().get(view.items().size() - 1);
        boolean failedTurn = !newest.turns().isEmpty()
                && view.search().of(newest).filter(t -> t.attempt().buggy()).isPresent();
        return failedTurn || view.search().of(newest).isEmpty() ? Optional.of(newest) : Optional.empty();
    }

    /** Of a family that has nothing in the context its best attempt is shown as a handle, so that every family that was tried is told of. */
    private static void offerHandles(
            ContextView view, ControlPlan decided, PortfolioReading.Reading state, BudgetFill fill) {
        Set<Family> told = new HashSet<>();
        fill.taken().forEach(s -> view.search().of(s.item()).ifPresent(t -> told.add(t.family())));
        List<ContextItem> shadows = view.items().stream()
                .filter(item -> decided.representations().get(item.id()) == Representation.SHADOW)
                .toList();
        List<ContextItem> bestFirst = new ArrayList<>(view.search().bestFirst(shadows));
        bestFirst.addAll(shadows);
        for (ContextItem item : bestFirst) {
            Hypotheses.Tracked tracked = view.search().of(item).orElse(null);
            if (tracked != null && told.add(tracked.family())) {
                fill.offer(item, Representation.SHADOW, state.text(item, Representation.SHADOW));
            }
        }
    }

    @Override
    public void adopted(ContextPlan plan, SearchState search) {
        ControlPlan decided = pending;
        if (decided == null) {
            throw new IllegalStateException("adopted a plan that was never made");
        }
        held.putAll(decided.representations());
        decided.decision(Decision.Reset.class)
                .ifPresent(reset -> reset.seed().forEach(id -> freshSince.put(id, search.step())));
        adequacyLost = decided.diagnostics().adequacyLost();
        verifiedBefore = verified(search);
        pending = null;
    }

    /** What a window has lost by retirements counts until its strong verification, after which the next plan enters another window. */
    private PortfolioReading.Window window(SearchState search) {
        return verified(search) > verifiedBefore
                ? new PortfolioReading.Window(/* entered= */ true, 0)
                : new PortfolioReading.Window(/* entered= */ false, adequacyLost);
    }

    private static int verified(SearchState search) {
        return (int) search.hypotheses().stream()
                .filter(Hypotheses.Tracked::verified)
                .count();
    }

    private static Pursuit pursuit(ControlPlan plan) {
        return plan.decision(Decision.Branch.class)
                .<Pursuit>map(branch -> new Pursuit.OpenFamily(
                        "too few different kinds of solution are still in play; try one that has not been tried"))
                .or(() -> plan.decision(Decision.Pursue.class).map(p -> new Pursuit.WorkOn(p.hypothesis())))
                .orElse(new Pursuit.Native());
    }
}
