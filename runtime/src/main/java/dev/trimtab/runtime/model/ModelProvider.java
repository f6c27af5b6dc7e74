package dev.trimtab.runtime.model;

/** Whose protocol a model speaks. */
public enum ModelProvider {
    /** OpenAI's chat completions; also OpenRouter, vLLM, llama.cpp and Ollama. */
    OPENAI,
    /** Anthropic's messages. */
    ANTHROPIC,
    /** Google's generateContent. */
    GOOGLE,
    /** The offline engineer, which needs no server. */
    OFFLINE
}
