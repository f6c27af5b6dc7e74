package dev.trimtab.runtime.run;

import dev.trimtab.runtime.sandbox.ExecutionResult;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a program in the run's workspace.
 *
 * @param result what the sandbox saw, its output as a terminal would show it
 * @param error the class of the failure such as {@code KeyError} or {@code TimeoutError}, or null when the program ended well
 * @param submitted whether {@code submission/submission.csv} exists afterwards and was written by this execution
 */
public record Execution(ExecutionResult result, @Nullable String error, boolean submitted) {}
