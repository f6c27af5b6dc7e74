package dev.trimtab.benchmark.comparison;

/**
 * What arms that differ in policy only have in common.
 *
 * @param scaffold the agent
 * @param pursuit who decides what a step works on
 * @param model the model's name, with the offline engineer's profile
 * @param budget the prompt's window ({@code whole}: all that the models take) and the most that memory may take of it, in tokens
 * @param description {@code original} or {@code obfuscated}
 * @param settings the start of the SHA-256 of all configuration but policy, competition and seed
 */
public record Stratum(
        String scaffold, String pursuit, String model, String budget, String description, String settings) {}
