package dev.trimtab.scaffolds.openhands;

import dev.langchain4j.model.chat.response.ChatResponse;
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
 * @param usage its tokens as the provider counted them, or null
 */
record Reply(
        String id,
        String model,
        String words,
        List<Call> calls,
        @Nullable TokenUsage usage) {
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
        return new Reply("reply-" + step, model == null ? "" : model, words, calls, response.tokenUsage());
    }
}
