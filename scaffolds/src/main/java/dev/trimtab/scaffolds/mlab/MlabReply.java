package dev.trimtab.scaffolds.mlab;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A reply in MLAB's form: its entries in order.
 *
 * @param entries by name, what each holds
 */
record MlabReply(Map<String, String> entries) {
    static final String PLAN = "Research Plan and Status";
    static final String THOUGHT = "Thought";
    static final String ACTION = "Action";
    static final String INPUT = "Action Input";

    /** Where the model is stopped, because the rest is ours to say. */
    static final String STOP = "Observation:";

    /**
     * Reads a reply; of a header that comes more than once the last counts. What a model says beyond its stop is left out, and the marks of what is
     * new in the plan are taken off.
     *
     * @param text the reply
     * @param names the entries' names, in order
     * @return empty if an entry is missing or out of order
     */
    static Optional<MlabReply> read(String text, Iterable<String> names) {
        int stop = text.indexOf("\n" + STOP);
        String rest = stop < 0 ? text : text.substring(0, stop);
        Map<String, String> backwards = new LinkedHashMap<>();
        for (String name : reversed(names)) {
            int at = rest.lastIndexOf(name + ":");
            if (at < 0) {
                return Optional.empty();
            }
            backwards.put(name, rest.substring(at + name.length() + 1).strip());
            rest = rest.substring(0, at);
        }
        Map<String, String> entries = new LinkedHashMap<>();
        names.forEach(name -> entries.put(name, backwards.getOrDefault(name, "")));
        entries.computeIfPresent(PLAN, (name, plan) -> plan.replace("**", ""));
        return Optional.of(new MlabReply(entries));
    }

    private static Iterable<String> reversed(Iterable<String> names) {
        Deque<String> reversed = new ArrayDeque<>();
        names.forEach(reversed::addFirst);
        return reversed;
    }

    String get(String entry) {
        return entries.getOrDefault(entry, "");
    }

    /** Returns the entries as the model is shown them again. */
    String text() {
        StringBuilder text = new StringBuilder();
        entries.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.toString().stripTrailing();
    }
}
