package dev.trimtab.runtime.context;

import dev.trimtab.runtime.config.CondenserConfig;
import dev.trimtab.runtime.config.CondenserConfig.Replacement;
import dev.trimtab.runtime.config.CondenserConfig.Selection;
import dev.trimtab.runtime.config.CondenserConfig.Trigger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One condenser of a pipeline that forgets events for good. */
record CondenserStage(CondenserConfig config) {
    /** Why a history is cut; none of them: it is not. */
    private record Reasons(boolean events, boolean tokens, boolean request) {
        boolean any() {
            return events || tokens || request;
        }

        /** Returns whether something must give, which more events than wanted alone do not say. */
        boolean hard() {
            return tokens || request;
        }
    }

    /** Returns the most questions that a cut asks a model. */
    int questions() {
        if (config.triggers().isEmpty()) {
            return 0;
        }
        return (config.selection() == Selection.ATTENTION ? 1 : 0)
                + (config.replacement() == Replacement.NOTHING ? 0 : 1);
    }

    /**
     * Returns the history after this condenser; the same one where it cuts nothing.
     *
     * @param wanted the tokens that the history takes
     * @param consultant answers where a model is asked
     */
    CondensedHistory after(ContextView view, CondensedHistory before, int wanted, Consultant consultant) {
        Reasons reasons = reasons(view, before, wanted);
        if (!reasons.any()) {
            return before;
        }
        CondenserQuestions questions = new CondenserQuestions(consultant, view.tokens(), config.maxEventLength());
        Set<String> gone = config.selection() == Selection.ATTENTION
                ? unranked(view, before, reasons, questions)
                : older(view, before, reasons);
        boolean nothingLeft = config.replacement() == Replacement.NOTHING
                && before.without(gone).kept(view).isEmpty();
        if (nothingLeft) {
            gone.removeAll(newest(view, before));
        }
        CondensedHistory after = before.without(gone);
        List<ContextItem> left = after.kept(view);
        List<String> texts = before.kept(view).stream()
                .filter(item -> !left.contains(item))
                .map(ContextItem::text)
                .toList();
        if (texts.isEmpty() || config.replacement() == Replacement.NOTHING) {
            return after;
        }
        return after.summedUp(
                config.replacement() == Replacement.STRUCTURED
                        ? questions.structured(before.summary(), texts)
                        : questions.summary(before.summary(), texts));
    }

    /** Returns the events at the beginning that are always kept, whether they still are or not. */
    List<String> head(ContextView view) {
        List<String> all = EventHistory.visible(view, Set.of());
        return all.subList(0, Math.min(config.keepFirst(), all.size()));
    }

    private Reasons reasons(ContextView view, CondensedHistory history, int wanted) {
        int events = history.visible(view).size() + (history.summary().isEmpty() ? 0 : 1);
        boolean requested = wanted > view.budget() || history.requested(view);
        return new Reasons(
                triggers(Trigger.EVENTS) && events > config.maxSize(),
                triggers(Trigger.TOKENS) && wanted > cap(view),
                triggers(Trigger.REQUEST) && requested);
    }

    private boolean triggers(Trigger trigger) {
        return config.triggers().contains(trigger);
    }

    private int cap(ContextView view) {
        return config.maxTokens() == null ? view.budget() : Math.min(config.maxTokens(), view.budget());
    }

    /** What lies between the head and the newest; by the rules of OpenHands' SDK where a least progress is asked for. */
    private Set<String> older(ContextView view, CondensedHistory history, Reasons reasons) {
        List<String> visible = history.visible(view);
        List<String> head = head(view).stream().filter(visible::contains).toList();
        int tail = room(visible.size(), head.size(), reasons);
        if (reasons.tokens()) {
            tail = Math.min(tail, halfOfTheTokens(view, history, head));
        }
        int from = Math.min(head.size(), visible.size());
        int to = Math.max(from, visible.size() - Math.max(0, tail));
        if (config.minimumProgress() == 0) {
            return new HashSet<>(visible.subList(from, to));
        }
        List<String> gone =
                visible.subList(EventHistory.boundary(view, visible, from), EventHistory.boundary(view, visible, to));
        if (gone.size() >= config.minimumProgress() * visible.size()) {
            return new HashSet<>(gone);
        }
        return reasons.hard() ? new HashSet<>(visible) : new HashSet<>();
    }

    /** What the model ranks low; what it leaves out is filled from the newest. */
    private Set<String> unranked(
            ContextView view, CondensedHistory history, Reasons reasons, CondenserQuestions questions) {
        List<String> visible = history.visible(view);
        List<String> head = head(view).stream().filter(visible::contains).toList();
        List<String> events = visible.subList(head.size(), visible.size());
        int room = Math.max(0, room(visible.size(), head.size(), reasons));
        if (reasons.tokens()) {
            room = Math.min(room, halfOfTheTokens(view, history, head));
        }
        if (config.replacement() == Replacement.NOTHING) {
            room = Math.max(room, newest(view, history).size());
        }
        if (events.size() <= room) {
            return new HashSet<>();
        }
        Set<String> stays = new HashSet<>();
        questions.ranked(texts(view, events)).stream().limit(room).forEach(stays::add);
        for (int i = events.size() - 1; i >= 0 && stays.size() < room; i--) {
            stays.add(events.get(i));
        }
        Set<String> gone = new HashSet<>(events);
        gone.removeAll(stays);
        return gone;
    }

    /** Returns how many events may stay beside the head: half of the greatest number, or half of those there are. */
    private int room(int events, int head, Reasons reasons) {
        int summary = config.replacement() == Replacement.NOTHING ? 0 : 1;
        int room = reasons.events() ? config.maxSize() / 2 - head - summary : events;
        return reasons.request() ? Math.min(room, events / 2 - head - summary) : room;
    }

    /** Returns the events of the newest item that is left, which stays where nothing else would. */
    private static List<String> newest(ContextView view, CondensedHistory history) {
        List<ContextItem> kept = history.kept(view);
        return kept.isEmpty() ? List.of() : EventHistory.events(kept.get(kept.size() - 1));
    }

    private static Map<String, String> texts(ContextView view, List<String> events) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ContextItem item : view.items()) {
            List<String> own = EventHistory.events(item);
            for (int i = 0; i < own.size(); i++) {
                if (events.contains(own.get(i))) {
                    texts.put(
                            own.get(i),
                            item.turns().isEmpty()
                                    ? item.text()
                                    : item.turns().get(i).text());
                }
            }
        }
        return texts;
    }

    /** Returns how many of the newest events fit half of the tokens together with the head. */
    private int halfOfTheTokens(ContextView view, CondensedHistory history, List<String> head) {
        List<ContextItem> kept = history.kept(view);
        int left = cap(view) / 2;
        for (ContextItem item : kept) {
            left -= head.contains(EventHistory.event(item, 0)) ? BudgetFill.tokens(view, item.text()) : 0;
        }
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
}
