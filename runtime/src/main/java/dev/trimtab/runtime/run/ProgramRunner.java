package dev.trimtab.runtime.run;

import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.kernel.CachedExecution;
import dev.trimtab.runtime.kernel.ExecutionCache;
import dev.trimtab.runtime.kernel.ExecutionKey;
import dev.trimtab.runtime.kernel.Kernel;
import dev.trimtab.runtime.sandbox.ExecutionResult;
import dev.trimtab.runtime.sandbox.Limits;
import dev.trimtab.runtime.sandbox.Sandbox;
import dev.trimtab.runtime.workspace.Workspace;
import dev.trimtab.runtime.workspace.WorkspaceHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Runs one program in a workspace: writes its file, asks the execution cache, else the sandbox.
 *
 * @param kernel the language
 * @param sandbox where it runs
 * @param limits what it may use
 * @param cache results of earlier executions, or null for none
 */
public record ProgramRunner(
        Kernel kernel,
        Sandbox sandbox,
        Limits limits,
        @Nullable ExecutionCache cache) {
    /**
     * What came of it.
     *
     * @param result what the sandbox saw, now or when the result was cached
     * @param cached whether the result came from the cache
     */
    public record Outcome(ExecutionResult result, boolean cached) {}

    /**
     * Runs the program.
     *
     * @param code the whole program
     * @param workspace a directory with {@code input/}, {@code working/} and {@code submission/}
     * @throws InfrastructureError if the program's file cannot be written or the sandbox fails
     */
    public Outcome run(String code, Path workspace) {
        try {
            Files.writeString(workspace.resolve(kernel.solutionFile()), code);
        } catch (IOException e) {
            throw new InfrastructureError("cannot write the program into " + workspace + ": " + e.getMessage(), e);
        }
        if (cache == null) {
            return new Outcome(execute(workspace), false);
        }
        ExecutionKey key =
                ExecutionKey.of(kernel, code, WorkspaceHash.ofFolder(new Workspace(workspace).input()), limits);
        CachedExecution execution = cache.run(kernel, key, workspace, () -> execute(workspace));
        return new Outcome(execution.result(), execution.hit());
    }

    private ExecutionResult execute(Path workspace) {
        return sandbox.run(kernel.command(workspace, limits), limits);
    }
}
