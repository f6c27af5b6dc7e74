package dev.trimtab.runtime.model;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A counter whose counts are multiplied by a safety factor that starts at 1 and rises, never falls, whenever a server reports
 * more prompt tokens than were counted.
 */
public final class CalibratedTokenCounter implements TokenCounter {
    /** What sets a text apart from the next in a prompt. */
    public static final String BLANK_LINE = "\n\n";

    private final TokenCounter counter;
    private final CachedCounts blocks;
    private volatile double factor = 1.0;

    /** @param counter what counts before the factor is applied */
    public CalibratedTokenCounter(TokenCounter counter) {
        this.counter = counter;
        this.blocks = new CachedCounts(text -> counter.count(text + BLANK_LINE));
    }

    @Override
    public String name() {
        return counter.name();
    }

    @Override
    public int count(String text) {
        return scaled(counter.count(text));
    }

    /** Tokens of a text and a blank line after it. */
    public int countBlock(String text) {
        return scaled(blocks.count(text));
    }

    @Override
    public int count(ChatMessage message) {
        return scaled(counter.count(message));
    }

    @Override
    public int countTools(@Nullable List<ToolSpecification> tools) {
        return scaled(counter.countTools(tools));
    }

    @Override
    public int count(ChatRequest request) {
        return scaled(counter.count(request));
    }

    /** The safety factor in force, at least 1. */
    public double factor() {
        return factor;
    }

    /**
     * Compares what was counted for a request with what the server reported, and raises the factor to cover the difference.
     *
     * @param request what was sent
     * @param reported prompt tokens by the server, cached ones included
     * @return the factor now in force
     */
    public synchronized double observe(ChatRequest request, int reported) {
        int raw = counter.count(request);
        if (reported <= count(request) || raw == 0) {
            return factor;
        }
        factor = Math.max(factor, (double) reported / raw);
        return factor;
    }

    private int scaled(int count) {
        return (int) Math.ceil(factor * count);
    }
}
