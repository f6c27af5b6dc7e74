package dev.trimtab.scaffolds.mlab;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.context.ContextItem;
import dev.trimtab.runtime.context.Turn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of the agent.
 *
 * @param number the step of the run, from 0
 * @param reply what the model said
 * @param action what was done, or null when the input could not be read
 * @param input what the action was given
 * @param raw what came of it, in full
 * @param observation what the agent was told
 * @param attempt the attempt, or null when it made none
 */
record MlabStep(
        int number,
        MlabReply reply,
        @Nullable MlabAction action,
        Map<String, String> input,
        String raw,
        String observation,
        @Nullable Attempt attempt) {
    /** Returns whether the action's input could not be read. */
    boolean unread() {
        return action == null;
    }

    /** Returns the step as an item that may enter a prompt. */
    ContextItem item() {
        List<Turn> turns = List.of(
                new Turn.Said(Turn.Speaker.ASSISTANT, reply.text()),
                new Turn.Answered("", reply.get(MlabReply.ACTION), MlabReply.STOP + " ", observation));
        return attempt == null
                ? ContextItem.of("step-" + number, ContextItem.Kind.OBSERVATION, number, turns, null)
                : ContextItem.of(attempt.id(), ContextItem.Kind.ATTEMPT, number, turns, attempt);
    }
}
