package dev.trimtab.controller.portfolio;

/**
 * Tokens of active context left for hypotheses, after system prompt, task and output reserve (theory §1, {@code B}).
 *
 * @param tokens at least 0
 */
public record TokenBudget(int tokens) {
    /** Checks the range. */
    public TokenBudget {
        Ranges.nonNegative("budget", tokens);
    }
}
