package dev.trimtab.scaffolds.mlab;

import dev.langchain4j.data.message.AiMessage;
import dev.trimtab.runtime.Surrogates;
import dev.trimtab.runtime.context.ContextRequest;
import dev.trimtab.runtime.run.RunContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Has a text read by a model in blocks, and what was found in several blocks put together. */
final class LongText {
    /** Characters of a block. */
    static final int BLOCK = 10_000;

    private LongText() {}

    /** How a block is asked about. */
    interface Question {
        /**
         * Returns the request.
         *
         * @param part the block's number, from 1
         * @param parts how many there are
         * @param block the block
         */
        ContextRequest of(int part, int parts, String block);
    }

    /**
     * Reads a text.
     *
     * @param most blocks that are read at most; what is beyond is passed over
     * @param question asks about a block
     * @param merge asks for one answer out of several
     */
    static String read(
            RunContext context, String text, int most, Question question, Function<String, ContextRequest> merge) {
        List<String> blocks = new ArrayList<>();
        for (int at = 0; at < text.length() && blocks.size() < most; ) {
            String block = Surrogates.head(text.substring(at), BLOCK);
            blocks.add(block);
            at += block.length();
        }
        List<String> found = new ArrayList<>();
        for (String block : blocks) {
            found.add(ask(context, question.of(found.size() + 1, blocks.size(), block)));
        }
        return found.size() == 1 ? found.get(0) : ask(context, merge.apply(String.join("\n\n", found)));
    }

    /** Returns a reply's text. */
    static String ask(RunContext context, ContextRequest request) {
        AiMessage message = context.chat(request).aiMessage();
        return message.text() == null ? "" : message.text().strip();
    }
}
