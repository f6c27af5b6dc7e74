package dev.trimtab.runtime.context;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import org.jspecify.annotations.Nullable;

/** A model that a policy may ask before it plans. In a run each answer is charged, written to the log, and played back from there on a resume. */
public interface Consultant {
    /** Returns the tokens that a question may take. */
    int room();

    /**
     * Asks.
     *
     * @param prompt the question
     * @param function the function that the answer shall call; null for an answer in words
     */
    AiMessage ask(String prompt, @Nullable ToolSpecification function);
}
