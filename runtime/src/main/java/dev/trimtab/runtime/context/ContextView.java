package dev.trimtab.runtime.context;

import java.util.List;

/**
 * What a context policy sees.
 *
 * @param purpose what the call is for, such as {@code draft}
 * @param items the optional items, oldest first
 * @param budget tokens there are for them, at least 0 ({@code B} of the theory)
 * @param tokens counts the tokens of a text
 * @param search the hypotheses behind the items
 */
public record ContextView(String purpose, List<ContextItem> items, int budget, TextTokens tokens, SearchState search) {
    /** Copies the list and checks the budget. */
    public ContextView {
        items = List.copyOf(items);
        if (budget < 0) {
            throw new IllegalArgumentException("budget must be >= 0 but was " + budget);
        }
    }
}
