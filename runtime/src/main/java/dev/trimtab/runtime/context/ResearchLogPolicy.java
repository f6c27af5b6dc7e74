package dev.trimtab.runtime.context;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * MLAB's memory, {@code mlab-research-log}: the digest of the research log where there is one, and the newest steps, the older of them without
 * their observations.
 */
final class ResearchLogPolicy implements ContextPolicy {
    /** What stands for an observation that is left out. */
    static final String MASK = "<Done>";

    private final int steps;
    private final int observations;

    /**
     * @param steps the newest steps that are shown, at least 1
     * @param observations the newest steps whose observations are shown, at least 0
     */
    ResearchLogPolicy(int steps, int observations) {
        this.steps = steps;
        this.observations = observations;
    }

    @Override
    public ContextPlan plan(ContextView view) {
        List<ContextItem> notes = new ArrayList<>();
        List<ContextItem> done = new ArrayList<>();
        view.items().forEach(item -> (item.kind() == ContextItem.Kind.NOTE ? notes : done).add(item));
        List<ContextItem> window = done.subList(Math.max(0, done.size() - steps), done.size());
        List<ContextItem> kept = new ArrayList<>(notes.subList(Math.max(0, notes.size() - 1), notes.size()));
        kept.addAll(window);
        BudgetFill fill = new BudgetFill(view);
        List<ContextItem> newestFirst = new ArrayList<>(window);
        Collections.reverse(newestFirst);
        Set<ContextItem> observed = Set.copyOf(newestFirst.subList(0, Math.min(observations, newestFirst.size())));
        fill.offerInOrder(newestFirst, item -> !observed.contains(item), MASK);
        kept.stream().filter(item -> item.kind() == ContextItem.Kind.NOTE).forEach(fill::offerFull);
        return ContextPlan.of(fill.taken(), BudgetFill.wanted(view, kept));
    }
}
