package dev.trimtab.runtime.context;

import dev.trimtab.runtime.model.CalibratedTokenCounter;
import java.util.function.ToIntFunction;

/** Counts the tokens of texts, alone and as they stand in a prompt's memory. */
@FunctionalInterface
public interface TextTokens extends ToIntFunction<String> {
    /** Returns the tokens that a text and the blank line after it take. */
    default int ofBlock(String text) {
        return applyAsInt(text + CalibratedTokenCounter.BLANK_LINE);
    }

    /** Returns what a counter counts; it counts each block once. */
    static TextTokens by(CalibratedTokenCounter counter) {
        return new TextTokens() {
            @Override
            public int applyAsInt(String text) {
                return counter.count(text);
            }

            @Override
            public int ofBlock(String text) {
                return counter.countBlock(text);
            }
        };
    }
}
