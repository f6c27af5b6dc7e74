package dev.trimtab.runtime.model.offline.protocol;

import dev.langchain4j.data.message.AiMessage;

/** One scaffold's way of asking, and how it wants its answers. */
public interface Protocol {
    /** Returns whether a request is of this kind, judged by its headings and functions alone. */
    boolean speaks(Request request);

    /** Returns the answer. */
    AiMessage answer(Request request);
}
