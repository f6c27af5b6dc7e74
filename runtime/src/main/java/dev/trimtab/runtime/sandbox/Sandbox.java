package dev.trimtab.runtime.sandbox;

/**
 * A place to run programs that nobody trusts. Implementations are safe for use by several threads; each run has its own
 * workspace, and no two runs may share one at the same time.
 */
public interface Sandbox extends AutoCloseable {
    /**
     * Runs a command to its end and leaves nothing of it alive. Afterwards the workspace's files belong to the caller,
     * and links that lead out of the workspace, pipes and sockets are gone from it.
     *
     * @throws dev.trimtab.runtime.InfrastructureError if the sandbox itself failed; a program's failure is a result
     */
    ExecutionResult run(Command command, Limits limits);

    /**
     * Prepares a command that can be held and go on; nothing of it runs yet. Its workspace is the caller's whenever it does not run.
     *
     * @throws dev.trimtab.runtime.InfrastructureError if the sandbox itself failed
     */
    HoldableExecution start(Command command, Limits limits);

    /** Returns what is in force on this machine. */
    Isolation isolation();

    /** Removes what the sandbox keeps outside its runs. */
    @Override
    void close();
}
