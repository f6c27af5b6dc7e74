package dev.trimtab.benchmark.experiment;

import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.RunConfig;
import dev.trimtab.runtime.context.BudgetGate;
import dev.trimtab.runtime.model.CalibratedTokenCounter;

/**
 * How much a run's prompts and replies may hold: what its configuration states, else what its models take.
 *
 * @param config the run's configuration
 * @param models who is asked
 */
record PromptRoom(RunConfig config, ModelSource models) {
    /** Returns the tokens of the whole window. */
    int window() {
        Integer stated = config.context().tokens();
        return stated == null ? models.contextWindow() : stated;
    }

    /** Returns the tokens kept for a reply. */
    int reply() {
        Integer stated = config.context().outputReserve();
        return stated == null ? models.coder().limits().maxOutputTokens() : stated;
    }

    /**
     * Returns what keeps prompts within that.
     *
     * @throws UserError if the window is more than a model takes
     */
    BudgetGate gate(CalibratedTokenCounter counter) {
        Integer memory = config.context().memoryTokens();
        if (window() > models.contextWindow()) {
            throw new UserError("a window of " + window() + " tokens is more than model "
                    + config.model().name() + " takes (" + models.contextWindow()
                    + "); lower --context-tokens, or correct limits.context-window in the model's file");
        }
        return new BudgetGate(
                window(),
                reply(),
                memory == null ? Integer.MAX_VALUE : memory,
                config.context().shrink(),
                counter);
    }
}
