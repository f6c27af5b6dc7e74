package dev.trimtab.controller.portfolio;

/**
 * Tokens of active context left for hypotheses, after system prompt, task and output reserve (theory §1, {@code B}).
 *
 * @param tokens what a plan may take, at least 0
 * @param kept what it leaves to what the next step is expected to add, at least 0; tokens of hypotheses that take no more than both are within the
 *     budget as they are
 */
public record TokenBudget(int tokens, int kept) {
    /** Checks the ranges. */
    public TokenBudget {
        Ranges.nonNegative("budget", tokens);
        Ranges.nonNegative("kept", kept);
    }

    /** A budget that a plan may take whole. */
    public TokenBudget(int tokens) {
        this(tokens, 0);
    }

    /** Returns whether so many tokens are more than there is room for, even before the next step. */
    public boolean isExceededBy(int occupied) {
        return occupied > tokens + kept;
    }
}
