package dev.trimtab.runtime.model.server;

import dev.langchain4j.model.chat.ChatModel;
import dev.trimtab.runtime.model.TokenCounter;

/**
 * A model to be served.
 *
 * @param name what clients are told that it is called; they may call it anything
 * @param model answers; many threads may ask at once
 * @param counter counts the tokens of prompts and replies
 * @param window tokens that a prompt must stay below
 */
public record ServedModel(String name, ChatModel model, TokenCounter counter, int window) {
    /** Checks the window. */
    public ServedModel {
        if (window < 1) {
            throw new IllegalArgumentException("window must be at least 1 but was " + window);
        }
    }
}
