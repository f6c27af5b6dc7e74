package dev.trimtab.runtime.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where and how solutions run.
 *
 * @param sandbox where programs run
 * @param kernel the language of solutions; null: java for the offline engineer, python for real models
 * @param python the interpreter of the Python kernel; null: the first found that has pandas and scikit-learn
 * @param cache whether results of equal executions are reused; null: for the offline engineer only
 * @param unsafeLocal whether a real model may run where namespaces are missing and private answers can be read
 */
public record ExecutionConfig(
        SandboxKind sandbox,
        @Nullable KernelKind kernel,
        @Nullable Path python,
        @Nullable Boolean cache,
        boolean unsafeLocal) {}
