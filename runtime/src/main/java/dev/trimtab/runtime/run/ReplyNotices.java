package dev.trimtab.runtime.run;

import dev.langchain4j.model.output.FinishReason;
import dev.trimtab.runtime.journal.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reply says of limits that its server keeps in silence; each is told once a run. Not thread-safe. */
final class ReplyNotices {
    /** A prompt of which the server read less than this share was cut by it: our counts are not that far off. */
    private static final double READ = 0.5;

    /** Counts of shorter prompts are too rough to tell. */
    private static final int ENOUGH = 1000;

    /** Replies without a call, and none with one, after which functions do not seem to reach the model. */
    private static final int UNCALLED = 5;

    private boolean toldOfReplies;
    private boolean toldOfPrompts;
    private int uncalled;

    /**
     * Returns what is to be told of a call.
     *
     * @param asked tokens of the longest reply that was asked for; the model's file may have allowed less
     * @param functions what the functions that the model could call take of the prompt, as we count it; 0 if there were none
     */
    List<String> of(Event.ModelCalled call, int asked, int functions) {
        List<String> notices = new ArrayList<>();
        if (!toldOfReplies
                && FinishReason.LENGTH.name().equals(call.reply().path("finish").asText())) {
            toldOfReplies = true;
            notices.add(call.estimated() || call.outputTokens() >= asked ? cutAsAsked(call) : cutBefore(call, asked));
        }
        long said = call.countedTokens() - functions;
        boolean cut = !call.estimated() && said >= ENOUGH && call.inputTokens() < READ * said;
        if (!toldOfPrompts && cut) {
            toldOfPrompts = true;
            notices.add(String.format(
                    Locale.ROOT,
                    "the server of model %s read %d tokens of a prompt of about %d: it seems to cut prompts in silence; give it a"
                            + " larger window (Ollama: OLLAMA_CONTEXT_LENGTH or num_ctx), or start a new run with a smaller --context-tokens",
                    call.model(),
                    call.inputTokens(),
                    call.countedTokens()));
        }
        boolean called = call.reply().path("message").has("tool_calls");
        if (functions > 0 && uncalled < UNCALLED) {
            uncalled = called ? Integer.MAX_VALUE : uncalled + 1;
            if (uncalled == UNCALLED) {
                notices.add("model " + call.model() + " called none of its functions in " + UNCALLED
                        + " replies; some servers drop them in silence: ./trimtab doctor --model tells, and"
                        + " features.tool-choice: written in the model's file says them in the prompt's text");
            }
        }
        return notices;
    }

    private static String cutAsAsked(Event.ModelCalled call) {
        return String.format(
                Locale.ROOT,
                "the reply of model %s was cut at its longest, %d tokens; if its thoughts or programs need more, raise"
                        + " limits.max-output-tokens in the model's file, or context.output-reserve",
                call.model(),
                call.outputTokens());
    }

    private static String cutBefore(Event.ModelCalled call, int asked) {
        return String.format(
                Locale.ROOT,
                "the reply of model %s was cut at %d tokens, before the %d asked for: either limits.max-output-tokens in the model's"
                        + " file is that low, or the server's window is full at %d tokens, prompt and reply; give it a larger window,"
                        + " or start a new run with a smaller --context-tokens",
                call.model(),
                call.outputTokens(),
                asked,
                call.inputTokens() + call.outputTokens());
    }
}
