package dev.trimtab.controller.policy;

import dev.trimtab.controller.portfolio.Evidence;
import java.util.List;

/** Where the promises of a state come from. */
public sealed interface PromiseSource {
    /** The promises that the hypotheses state, as of their last evidence. */
    PromiseSource STATED = new Stated();

    /** The promises are those that the hypotheses state; the controller only ages them. */
    record Stated() implements PromiseSource {}

    /**
     * The controller learns the promises; those that the hypotheses state are not read.
     *
     * @param evidence all that was seen in this search, in the order in which it was seen
     */
    record Learned(List<Evidence> evidence) implements PromiseSource {
        /** Copies the list. */
        public Learned {
            evidence = List.copyOf(evidence);
        }
    }
}
