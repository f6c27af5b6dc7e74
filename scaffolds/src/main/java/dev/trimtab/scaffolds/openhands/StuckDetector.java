package dev.trimtab.scaffolds.openhands;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether an agent goes in a circle: four equal actions with equal observations, three equal actions that fail, three equal messages, or two
 * that alternate six times.
 */
final class StuckDetector {
    private static final int EQUAL = 4;
    private static final int FAILED = 3;
    private static final int MESSAGES = 3;
    private static final int ALTERNATING = 6;

    private final List<Step> steps = new ArrayList<>();

    /**
     * What is compared of a step.
     *
     * @param action what was done, or said
     * @param observation what came of it; empty for a message
     * @param failed whether it came to an error
     * @param message whether it was only said
     */
    record Step(String action, String observation, boolean failed, boolean message) {}

    /** Adds a step. */
    void add(Step step) {
        steps.add(step);
    }

    /** Returns whether the steps so far go in a circle. */
    boolean stuck() {
        return equal(EQUAL) || failing() || talking() || alternating();
    }

    private boolean equal(int count) {
        return last(count).size() == count
                && last(count).stream().noneMatch(Step::message)
                && last(count).stream().distinct().count() == 1;
    }

    private boolean failing() {
        List<Step> last = last(FAILED);
        return last.size() == FAILED
                && last.stream().allMatch(Step::failed)
                && last.stream().map(Step::action).distinct().count() == 1;
    }

    private boolean talking() {
        List<Step> last = last(MESSAGES);
        return last.size() == MESSAGES
                && last.stream().allMatch(Step::message)
                && last.stream().distinct().count() == 1;
    }

    private boolean alternating() {
        List<Step> last = last(ALTERNATING);
        if (last.size() < ALTERNATING
                || last.get(0).equals(last.get(1))
                || last.stream().anyMatch(Step::message)) {
            return false;
        }
        for (int i = 2; i < ALTERNATING; i++) {
            if (!last.get(i).equals(last.get(i - 2))) {
                return false;
            }
        }
        return true;
    }

    private List<Step> last(int count) {
        return steps.subList(Math.max(0, steps.size() - count), steps.size());
    }
}
