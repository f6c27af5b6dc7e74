package dev.trimtab.scaffolds.openhands;

import org.jspecify.annotations.Nullable;

/**
 * What the model decided to do: one call of a reply, or words alone.
 *
 * @param reply the reply
 * @param id the call's id, empty for words alone
 * @param thought the reply's words; only its first decision has them
 * @param call the call, or null for words alone
 * @param written the whole reply where calls are written into its text, else empty
 * @param wrong why the call cannot be carried out as it was made, empty if it can
 */
record Decision(
        Reply reply, String id, String thought, @Nullable ToolCall call, String written, String wrong) {
    /** Returns the decision that a reply without a call is. */
    static Decision words(Reply reply) {
        return new Decision(reply, "", reply.words(), null, "", "");
    }

    /** Returns the decision with a reason why it cannot be carried out. */
    Decision refused(String why) {
        return new Decision(reply, id, thought, call, written, why);
    }
}
