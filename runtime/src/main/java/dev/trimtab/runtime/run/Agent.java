package dev.trimtab.runtime.run;

import dev.trimtab.runtime.context.ContextItem;
import java.nio.file.Path;
import java.util.List;

/** A running agent: the loop asks it for one step after another. Not thread-safe; all its randomness comes from the context. */
public interface Agent {
    /**
     * Does one step: one node of a tree, or one action of an agent that acts; at most one program or command runs in it.
     *
     * @param context what the agent may use in this step
     */
    StepResult step(RunContext context);

    /**
     * Returns what the agent's memory holds now, oldest first: the optional items that its next prompt with a memory section would offer.
     */
    List<ContextItem> memory();

    /**
     * Writes the agent's own record of the run ({@code journal.json}, the best program, a tree) into a directory, replacing the last one.
     *
     * @param directory the run's directory
     */
    void export(Path directory);
}
