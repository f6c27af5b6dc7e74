package dev.trimtab.runtime.context;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Items as the events that they consist of, which OpenHands' condensers count. An event is named by its item and its place in it. */
final class EventHistory {
    private EventHistory() {}

    /** Returns the events that are not gone, oldest first. */
    static List<String> visible(ContextView view, Collection<String> gone) {
        return view.items().stream()
                .flatMap(item -> events(item).stream())
                .filter(event -> !gone.contains(event))
                .toList();
    }

    /** Returns the items of which no event is gone: a call without its result, or the other way round, cannot be sent. */
    static List<ContextItem> kept(ContextView view, Set<String> gone) {
        return view.items().stream()
                .filter(item -> events(item).stream().noneMatch(gone::contains))
                .toList();
    }

    static List<String> events(ContextItem item) {
        List<String> events = new ArrayList<>();
        for (int turn = 0; turn < Math.max(1, item.turns().size()); turn++) {
            events.add(event(item, turn));
        }
        return events;
    }

    static String event(ContextItem item, int turn) {
        return item.id() + "#" + turn;
    }
}
