package dev.trimtab.runtime.run;

import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.workspace.SnapshotStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The snapshots without which a recorded run cannot go on or end: what the last program left, and every submission that may be chosen; of a run
 * that has chosen, the chosen one.
 *
 * @param steps the steps that took them
 */
record NeededSnapshots(SortedSet<Integer> steps) {
    /** Reads them off a log. */
    static NeededSnapshots of(List<Event> recorded) {
        SortedSet<Integer> steps = new TreeSet<>();
        Map<String, Integer> submissions = new HashMap<>();
        Integer last = null;
        Event.Selected selected = null;
        for (Event event : recorded) {
            if (event instanceof Event.Executed executed && !executed.purpose().startsWith(Executions.REFOLD)) {
                last = executed.step();
            } else if (event instanceof Event.Attempted attempted
                    && attempted.attempt().submitted()) {
                submissions.put(attempted.attempt().id(), attempted.attempt().step());
            } else if (event instanceof Event.Selected choice) {
                selected = choice;
            }
        }
        if (selected == null) {
            steps.addAll(submissions.values());
            if (last != null) {
                steps.add(last);
            }
        } else if (submissions.containsKey(selected.attempt())) {
            steps.add(submissions.get(selected.attempt()));
        }
        return new NeededSnapshots(steps);
    }

    /**
     * Makes sure that they are there, before anything new is paid for.
     *
     * @throws dev.trimtab.runtime.UserError naming what is missing
     */
    void requireIn(SnapshotStore snapshots) {
        steps.forEach(snapshots::requireContents);
    }
}
