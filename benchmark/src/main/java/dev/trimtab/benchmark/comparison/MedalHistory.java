package dev.trimtab.benchmark.comparison;

import dev.trimtab.benchmark.grade.Medal;
import java.util.ArrayList;
import java.util.List;

/**
 * The medals that a run held and gave up again on its way: what the submission that it would have made is worth on the private answers, which the
 * run never sees.
 *
 * @param changes each moment at which its medal changed, oldest first
 */
public record MedalHistory(List<Change> changes) {
    /**
     * The submission that stands wins another medal from here on.
     *
     * @param step control steps used by then
     * @param calls model calls made by then
     * @param tokens prompt and reply tokens used by then
     * @param from the medal before
     * @param to the medal from here on, another one
     */
    public record Change(int step, int calls, long tokens, Medal from, Medal to) {
        /** Returns whether the medal is better than the one before; else it is worse, or none is left. */
        public boolean gained() {
            return to.compareTo(from) < 0;
        }
    }

    /** Copies the list. */
    public MedalHistory {
        changes = List.copyOf(changes);
    }

    /**
     * Returns the history of a run.
     *
     * @param milestones oldest first
     */
    static MedalHistory of(List<Milestone> milestones) {
        List<Change> changes = new ArrayList<>();
        Medal held = Medal.NONE;
        for (Milestone milestone : milestones) {
            Medal next = milestone.standing().medal();
            if (next != held) {
                changes.add(new Change(milestone.step(), milestone.calls(), milestone.tokens(), held, next));
                held = next;
            }
        }
        return new MedalHistory(changes);
    }

    /** Returns how often a better medal came to stand. */
    public long gained() {
        return changes.stream().filter(Change::gained).count();
    }

    /** Returns how often a worse medal, or none, came to stand in place of one. */
    public long lost() {
        return changes.size() - gained();
    }
}
