package dev.trimtab.runtime.model.server;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.trimtab.runtime.Surrogates;
import dev.trimtab.runtime.model.ModelTokenUsage;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Has a chat model answer requests, and keeps to what they ask of a reply's length and end. Thread-safe if the model is.
 */
final class Completer {
    private final ServedModel served;
    private final InstantSource clock;
    private final AtomicLong numbers = new AtomicLong();

    Completer(ServedModel served, InstantSource clock) {
        this.served = served;
        this.clock = clock;
    }

    /**
     * Answers a request.
     *
     * @throws RefusalException if its prompt does not fit the model's window, or it demands a call that nobody knows arguments for
     */
    Completion complete(CompletionRequest asked) throws RefusalException {
        int counted = served.counter().count(asked.request());
        if (counted >= served.window()) {
            throw new RefusalException(
                    400,
                    "This model's maximum context length is " + served.window() + " tokens, but the messages are "
                            + counted + " tokens long.",
                    "messages",
                    "context_length_exceeded");
        }
        List<Completion.Choice> choices = new ArrayList<>();
        int prompt = counted;
        for (int i = 0; i < asked.choices(); i++) {
            ChatResponse response = served.model().chat(asked.request());
            ModelTokenUsage reported = ModelTokenUsage.of(response.tokenUsage());
            prompt = reported == null ? counted : reported.inputTokenCount();
            AiMessage reply = asked.forced().in(response.aiMessage());
            boolean own = reply.equals(response.aiMessage());
            choices.add(choice(reply, own ? reported : null, asked));
        }
        return new Completion(
                numbers.incrementAndGet(), clock.instant().getEpochSecond(), served.name(), choices, prompt);
    }

    private Completion.Choice choice(AiMessage message, @Nullable ModelTokenUsage reported, CompletionRequest asked) {
        if (message.hasToolExecutionRequests()) {
            int tokens = reported == null ? count(message) : reported.outputTokenCount();
            return new Completion.Choice(message.text(), message.toolExecutionRequests(), "tool_calls", tokens);
        }
        String text = stopped(message.text() == null ? "" : message.text(), asked.stop());
        String cut = cut(text, asked.longest());
        boolean whole = cut.equals(message.text());
        int tokens = whole && reported != null
                ? reported.outputTokenCount()
                : served.counter().count(cut);
        return new Completion.Choice(cut, List.of(), cut.length() < text.length() ? "length" : "stop", tokens);
    }

    private int count(AiMessage message) {
        int tokens = message.text() == null ? 0 : served.counter().count(message.text());
        for (ToolExecutionRequest call : message.toolExecutionRequests()) {
            tokens += served.counter().count(call.name() + " " + call.arguments());
        }
        return tokens;
    }

    private static String stopped(String text, List<String> stops) {
        int end = text.length();
        for (String stop : stops) {
            int at = text.indexOf(stop);
            end = at < 0 ? end : Math.min(end, at);
        }
        return text.substring(0, end);
    }

    /** Returns the longest start of a text that takes no more than so many tokens. */
    private String cut(String text, @Nullable Integer longest) {
        if (longest == null || served.counter().count(text) <= longest) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (served.counter().count(text.substring(0, middle)) <= longest) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Surrogates.head(text, low);
    }
}
