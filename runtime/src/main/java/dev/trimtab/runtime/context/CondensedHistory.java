package dev.trimtab.runtime.context;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What condensers made of a history so far.
 *
 * @param forgotten the events that are gone for good
 * @param summary what stands for them, possibly empty
 * @param request the last item by which the model asked for a cut and that was seen to; empty if none
 */
record CondensedHistory(Set<String> forgotten, String summary, String request) {
    /** Before anything is cut. */
    static final CondensedHistory WHOLE = new CondensedHistory(Set.of(), "", "");

    CondensedHistory {
        forgotten = Set.copyOf(forgotten);
    }

    /** Returns the history without these events, too. */
    CondensedHistory without(Set<String> events) {
        Set<String> all = new HashSet<>(forgotten);
        all.addAll(events);
        return new CondensedHistory(all, summary, request);
    }

    /** Returns the history with another summary. */
    CondensedHistory summedUp(String text) {
        return new CondensedHistory(forgotten, text, request);
    }

    /** Returns the history in which all that the model asked for was seen to. */
    CondensedHistory attended(ContextView view) {
        return new CondensedHistory(forgotten, summary, request(view));
    }

    /** Returns whether the model asked for a cut and none was made since. */
    boolean requested(ContextView view) {
        return !request(view).equals(request);
    }

    /** Returns the events that are left, oldest first. */
    List<String> visible(ContextView view) {
        return EventHistory.visible(view, forgotten);
    }

    /** Returns the items that are left whole, oldest first. */
    List<ContextItem> kept(ContextView view) {
        return EventHistory.kept(view, forgotten);
    }

    private String request(ContextView view) {
        String newest = "";
        for (ContextItem item : view.items()) {
            newest = item.kind() == ContextItem.Kind.REQUEST ? item.id() : newest;
        }
        return newest.isEmpty() ? request : newest;
    }
}
