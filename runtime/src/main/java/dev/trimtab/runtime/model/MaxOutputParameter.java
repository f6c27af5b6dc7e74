package dev.trimtab.runtime.model;

/** Which parameter of OpenAI's protocol bounds the reply; other protocols have one name only. */
public enum MaxOutputParameter {
    /** {@code max_tokens}. */
    MAX_TOKENS,
    /** {@code max_completion_tokens}, which reasoning models demand. */
    MAX_COMPLETION_TOKENS
}
