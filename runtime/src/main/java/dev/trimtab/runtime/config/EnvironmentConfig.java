package dev.trimtab.runtime.config;

import org.jspecify.annotations.Nullable;

/**
 * What an agent is told and given beside a competition's description.
 *
 * @param instructions whether the environment's instructions stand above the description; null: for the competitions of MLE-bench
 * @param obfuscated whether what tells where a competition comes from is taken out of its description
 * @param submissionCheck by what the agent's tool checks a submission, where the scaffold has one
 */
public record EnvironmentConfig(
        @Nullable Boolean instructions, boolean obfuscated, SubmissionCheckKind submissionCheck) {}
