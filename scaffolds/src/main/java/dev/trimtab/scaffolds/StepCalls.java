package dev.trimtab.scaffolds;

/**
 * The most calls that one step makes, beside what a context policy asks.
 *
 * @param coder to the model that writes, at least 0
 * @param feedback to the model that judges, at least 0
 */
public record StepCalls(int coder, int feedback) {}
