package dev.trimtab.runtime.model;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts functions, calls and their results by the words that {@link WrittenFunctions} makes of them, where those are more. */
final class WrittenTokenCounter implements TokenCounter {
    private final TokenCounter counter;

    /** @param counter counts texts */
    WrittenTokenCounter(TokenCounter counter) {
        this.counter = counter;
    }

    @Override
    public String name() {
        return counter.name() + ", functions in words";
    }

    @Override
    public int count(String text) {
        return counter.count(text);
    }

    @Override
    public int count(ChatMessage message) {
        return Math.max(counter.count(message), counter.count(WrittenFunctions.told(message)));
    }

    @Override
    public int countTools(@Nullable List<ToolSpecification> tools) {
        return tools == null || tools.isEmpty()
                ? 0
                : Math.max(counter.countTools(tools), count(WrittenFunctions.manual(tools, /* demanded= */ true)));
    }
}
