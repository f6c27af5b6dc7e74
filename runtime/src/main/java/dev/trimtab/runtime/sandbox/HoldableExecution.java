package dev.trimtab.runtime.sandbox;

import java.time.Duration;

/**
 * A command that runs in stretches: between two of them everything in it stands still, and the workspace is the caller's, as after
 * {@link Sandbox#run}. Not thread-safe.
 */
public interface HoldableExecution extends AutoCloseable {
    /**
     * Lets the command run until it ends, passes a limit or is held.
     *
     * @param hold when it is held; after it has ended there is no further stretch
     * @param wallTime how long this stretch may last before the command is ended, over 0
     * @return what it printed in this stretch and how it ended, {@linkplain ExecutionResult#held() held} if it did not
     * @throws dev.trimtab.runtime.InfrastructureError if the sandbox itself failed
     */
    ExecutionResult go(Hold hold, Duration wallTime);

    /** Ends whatever is left of it. */
    @Override
    void close();
}
