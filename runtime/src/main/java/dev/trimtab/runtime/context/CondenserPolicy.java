package dev.trimtab.runtime.context;

import dev.trimtab.runtime.config.CondenserConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A history of events cut by one of OpenHands' condensers. An item of which an event is forgotten is not shown at all, since a call without its
 * result, or the other way round, cannot be sent. Under a budget the oldest items go first,
 * whatever the condenser keeps; the newest is cut where not even that fits.
 */
final class CondenserPolicy implements ContextPolicy {
    /** What stands for an observation that is masked. */
    static final String MASK = "<MASKED>";

    private final Condenser condenser;
    private final CondenserConfig config;
    private final Set<String> forgotten = new HashSet<>();

    /** What the newest plan forgets, until it is adopted. */
    private Set<String> planned = Set.of();

    CondenserPolicy(Condenser condenser, CondenserConfig config) {
        this.condenser = condenser;
        this.config = config;
    }

    @Override
    public ContextPlan plan(ContextView view) {
        Set<String> gone = new HashSet<>(forgotten);
        boolean progress = true;
        while (progress) {
            List<String> visible = EventHistory.visible(view, gone);
            boolean overflow = BudgetFill.wanted(view, EventHistory.kept(view, gone)) > view.budget();
            progress = gone.addAll(condenser.forget(visible, config, overflow));
        }
        planned = gone;
        return fill(view, EventHistory.kept(view, gone));
    }

    @Override
    public void adopted(ContextPlan plan, SearchState search) {
        if (condenser.remembers()) {
            forgotten.addAll(planned);
        }
    }

    private ContextPlan fill(ContextView view, List<ContextItem> kept) {
        Set<String> old = condenser.masks() ? old(view) : Set.of();
        List<ContextItem> newestFirst = new ArrayList<>(kept);
        Collections.reverse(newestFirst);
        BudgetFill fill = new BudgetFill(view);
        fill.offerInOrder(newestFirst, item -> old.contains(item.id()), MASK);
        return ContextPlan.of(fill.taken(), BudgetFill.wanted(view, kept));
    }

    /** Returns the items whose observation lies before the newest events. */
    private Set<String> old(ContextView view) {
        List<String> events = EventHistory.visible(view, Set.of());
        Set<String> masked = new HashSet<>(events.subList(0, Math.max(0, events.size() - config.attentionWindow())));
        Set<String> old = new HashSet<>();
        for (ContextItem item : view.items()) {
            for (int turn = 0; turn < item.turns().size(); turn++) {
                if (item.turns().get(turn) instanceof Turn.Answered
                        && masked.contains(EventHistory.event(item, turn))) {
                    old.add(item.id());
                }
            }
        }
        return old;
    }
}
