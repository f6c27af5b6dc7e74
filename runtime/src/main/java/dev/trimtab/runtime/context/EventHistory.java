package dev.trimtab.runtime.context;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /**
     * Returns the first place from an index on where a history may be cut, as OpenHands' SDK has it: not between a call and its result, nor between
     * calls of one reply.
     *
     * @param events the events
     */
    static int boundary(ContextView view, List<String> events, int index) {
        Map<String, String> replies = new HashMap<>();
        view.items().forEach(item -> events(item).forEach(event -> replies.put(event, reply(item))));
        int at = index;
        while (at > 0
                && at < events.size()
                && Objects.equals(replies.get(events.get(at)), replies.get(events.get(at - 1)))) {
            at++;
        }
        return at;
    }

    private static String reply(ContextItem item) {
        return item.turns().stream()
                .filter(Turn.Called.class::isInstance)
                .map(turn -> ((Turn.Called) turn).reply())
                .findFirst()
                .orElse("item " + item.id());
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
