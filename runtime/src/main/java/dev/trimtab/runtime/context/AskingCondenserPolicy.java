package dev.trimtab.runtime.context;

import dev.trimtab.controller.portfolio.Representation;
import dev.trimtab.runtime.config.CondenserConfig;
import dev.trimtab.runtime.context.AskingCondenser.Replacement;
import dev.trimtab.runtime.context.AskingCondenser.Selection;
import dev.trimtab.runtime.context.AskingCondenser.Trigger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A history of events cut by a condenser that asks a model: what leaves the sight is ranked or summed up, and at most one summary stands in the
 * history, behind the head. A cut that frees nothing is not made, so that none repeats without progress.
 */
final class AskingCondenserPolicy implements ContextPolicy {
    private static final String SUMMARY = "summary";

    /** What the SDK's condenser demands of a cut: a tenth of the events. */
    private static final double LEAST_PROGRESS = 0.1;

    private final AskingCondenser kind;
    private final CondenserConfig config;
    private final SignatureLine line;
    private final Set<String> forgotten = new HashSet<>();
    private String summary = "";

    AskingCondenserPolicy(AskingCondenser kind, CondenserConfig config, SignatureLine line) {
        this.kind = kind;
        this.config = config;
        this.line = line;
    }

    @Override
    public void consult(ContextView view, Consultant consultant) {
        CondenserQuestions questions = new CondenserQuestions(consultant, view.tokens(), config.maxEventLength());
        boolean overflow = wanted(view) > view.budget();
        boolean more = kind.trigger() != Trigger.REQUEST && count(view) > config.maxSize();
        if (!overflow && !more) {
            return;
        }
        boolean window = kind == AskingCondenser.PIPELINE && overflow;
        Set<String> gone = window ? olderHalf(view) : chosen(view, overflow, more, questions);
        if (gone.isEmpty()) {
            return;
        }
        List<ContextItem> before = EventHistory.kept(view, forgotten);
        forgotten.addAll(gone);
        List<ContextItem> left = EventHistory.kept(view, forgotten);
        List<String> texts = before.stream()
                .filter(item -> !left.contains(item))
                .map(ContextItem::text)
                .toList();
        if (window || texts.isEmpty() || kind.replacement() == Replacement.NOTHING) {
            return;
        }
        summary = kind.replacement() == Replacement.STRUCTURED
                ? questions.structured(summary, texts)
                : questions.summary(summary, texts);
    }

    /** Ranks or sums up, never both. */
    @Override
    public int mostQuestions() {
        return 1;
    }

    @Override
    public ContextPlan plan(ContextView view) {
        List<ContextItem> items = new ArrayList<>(EventHistory.kept(view, forgotten));
        String text = text(view);
        ContextItem notes = new ContextItem(SUMMARY, ContextItem.Kind.NOTE, 0, text, null);
        if (!text.isEmpty()) {
            Set<String> head = Set.copyOf(head(view));
            int at = 0;
            while (at < items.size() && head.contains(EventHistory.event(items.get(at), 0))) {
                at++;
            }
            items.add(at, notes);
        }
        ContextView shown = new ContextView(view.purpose(), items, view.budget(), view.tokens(), view.search());
        BudgetFill fill = new BudgetFill(shown);
        if (!text.isEmpty()) {
            fill.offer(
                    notes,
                    Representation.COMPRESSED,
                    HeadTail.cut(text, Math.max(1, view.budget() - 1), view.tokens()));
        }
        items.remove(notes);
        Collections.reverse(items);
        fill.offerInOrder(items);
        return ContextPlan.of(fill.taken(), wanted(view));
    }

    /** Returns the events to forget. */
    private Set<String> chosen(ContextView view, boolean overflow, boolean more, CondenserQuestions questions) {
        List<String> visible = EventHistory.visible(view, forgotten);
        List<String> head = head(view).stream().filter(visible::contains).toList();
        int room = config.maxSize() / 2 - head.size();
        if (kind.selection() == Selection.ATTENTION) {
            return overflow && !more
                    ? olderHalf(view)
                    : unranked(view, visible.subList(head.size(), visible.size()), room, questions);
        }
        int tail = more ? room - 1 : visible.size();
        if (overflow) {
            tail = Math.min(tail, visible.size() / 2 - head.size() - 1);
            tail = kind.trigger() == Trigger.EVENTS_OR_TOKENS ? Math.min(tail, halfOfTheTokens(view, head)) : tail;
        }
        int from = Math.min(head.size(), visible.size());
        int to = Math.max(from, visible.size() - Math.max(0, tail));
        if (kind.trigger() != Trigger.EVENTS_OR_TOKENS) {
            return new HashSet<>(visible.subList(from, to));
        }
        List<String> gone =
                visible.subList(EventHistory.boundary(view, visible, from), EventHistory.boundary(view, visible, to));
        if (gone.size() >= LEAST_PROGRESS * visible.size()) {
            return new HashSet<>(gone);
        }
        return overflow ? new HashSet<>(visible) : Set.of();
    }

    /** What the model ranks low; what it leaves out is filled from the newest. */
    private Set<String> unranked(ContextView view, List<String> events, int room, CondenserQuestions questions) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ContextItem item : view.items()) {
            for (int turn = 0; turn < Math.max(1, item.turns().size()); turn++) {
                String event = EventHistory.event(item, turn);
                if (events.contains(event)) {
                    texts.put(
                            event,
                            item.turns().isEmpty()
                                    ? item.text()
                                    : item.turns().get(turn).text());
                }
            }
        }
        Set<String> stays = new HashSet<>();
        questions.ranked(texts).stream().limit(room).forEach(stays::add);
        for (int i = events.size() - 1; i >= 0 && stays.size() < room; i--) {
            stays.add(events.get(i));
        }
        Set<String> gone = new HashSet<>(events);
        gone.removeAll(stays);
        return gone;
    }

    /** Returns how many of the newest events fit half of the budget together with the head. */
    private int halfOfTheTokens(ContextView view, List<String> head) {
        List<ContextItem> kept = EventHistory.kept(view, forgotten);
        int left = view.budget() / 2;
        int events = 0;
        for (int i = kept.size() - 1; i >= 0; i--) {
            left -= BudgetFill.tokens(view, kept.get(i).text());
            if (left < 0 || head.contains(EventHistory.event(kept.get(i), 0))) {
                break;
            }
            events += EventHistory.events(kept.get(i)).size();
        }
        return events;
    }

    private Set<String> olderHalf(ContextView view) {
        List<String> visible = EventHistory.visible(view, forgotten);
        return visible.size() < 2 ? Set.of() : new HashSet<>(visible.subList(0, visible.size() - visible.size() / 2));
    }

    private List<String> head(ContextView view) {
        List<String> all = EventHistory.visible(view, Set.of());
        return all.subList(0, Math.min(config.keepFirst(), all.size()));
    }

    private int count(ContextView view) {
        return EventHistory.visible(view, forgotten).size() + (summary.isEmpty() ? 0 : 1);
    }

    private int wanted(ContextView view) {
        String text = text(view);
        return BudgetFill.wanted(view, EventHistory.kept(view, forgotten))
                + (text.isEmpty() ? 0 : BudgetFill.tokens(view, text));
    }

    private String text(ContextView view) {
        if (kind.replacement() != Replacement.RECORDS_AND_SUMMARY || summary.isEmpty()) {
            return summary;
        }
        List<ContextItem> kept = EventHistory.kept(view, forgotten);
        StringBuilder text = new StringBuilder();
        view.items().stream()
                .filter(item -> item.attempt() != null && !kept.contains(item))
                .forEach(item -> text.append(line.of(view.search(), item)).append('\n'));
        return text.append(summary).toString();
    }
}
