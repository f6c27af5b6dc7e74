package dev.trimtab.runtime.model;

/** How a model is made to call the one function of a request that demands a call. */
public enum ToolChoiceStyle {
    /** The function is named. */
    NAMED,
    /** Some call is required; with one function that is the same. */
    REQUIRED,
    /** It can only be asked to; for servers that refuse the other two. */
    AUTO,
    /** Functions are told in the prompt's text and calls read out of the reply's; for models and servers that take no functions. */
    WRITTEN,
    /** The model takes no functions at all. */
    NONE
}
