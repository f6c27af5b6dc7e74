package dev.trimtab.runtime.model;

import dev.trimtab.runtime.config.Default;

/**
 * What a model understands.
 *
 * @param systemRole whether it takes system messages; else they are sent as user messages. To all but OpenAI itself a prompt that only the system
 *     speaks is sent as the user's too, and what a user says twice in a row as one message
 * @param temperature whether it takes a temperature; else none is sent
 * @param stop whether it takes stop sequences; else none are sent
 * @param toolChoice how it is made to call a function
 */
public record ModelFeatures(
        @Default("true") boolean systemRole,
        @Default("true") boolean temperature,
        @Default("true") boolean stop,
        @Default("required") ToolChoiceStyle toolChoice) {
    /** System messages, temperature, stop sequences, required calls. */
    public static final ModelFeatures COMMON = new ModelFeatures(true, true, true, ToolChoiceStyle.REQUIRED);
}
