package dev.trimtab.scaffolds.openhands;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reply of the model, with the ids that its calls have in the run.
 *
 * @param id what tells it from others
 * @param model the model's name as the provider gave it, empty for none
 * @param words its words, possibly empty
 * @param calls its calls, in order
 * @param cut whether it ended at its length limit
 * @param usage its tokens as the provider counted them, or null
 */
record Reply(
        String id,
        String model,
        String words,
        List<Call> calls,
        boolean cut,
        @Nullable TokenUsage usage) {
    private static final int ID_DIGITS = 5;

    /**
     * A call as it was made.
     *
     * @param id its id
     * @param tool the tool's name
     * @param arguments its arguments as they were written, JSON where the model kept to it
     */
    record Call(String id, String tool, String arguments) {}

    /** Copies the list. */
    Reply {
        calls = List.copyOf(calls);
    }

    /**
     * Returns the reply that a response is.
     *
     * @param step the step that it was asked for in
     */
    static Reply of(int step, ChatResponse response, String words, List<Call> calls) {
        String model = response.modelName();
        boolean cut = response.finishReason() == FinishReason.LENGTH;
        return new Reply("reply-" + step, model == null ? "" : model, words, calls, cut, response.tokenUsage());
    }

    /**
     * Returns the id of the call that a step carries out: nine letters and digits, which all providers take.
     *
     * @param step the step; a reply's second call is carried out in the step after its first
     */
    static String callId(int step) {
        String number = Integer.toString(step, Character.MAX_RADIX);
        return "call" + "0".repeat(Math.max(0, ID_DIGITS - number.length())) + number;
    }
}
