package dev.trimtab.runtime.context;

/**
 * Chooses which optional items enter a prompt, and in which form.
 *
 * <p>A policy may keep state between calls (what it has retired), but only state that follows from the calls themselves: playing a log
 * back through a fresh policy must lead to the same plans. No clock and no randomness.
 */
public interface ContextPolicy {
    /**
     * Asks a model for what the next plan needs; by default nothing. Called once for each prompt, before {@link #plan}, and in the same order when a
     * log is played back.
     *
     * @param view the items and what is known of them
     * @param consultant the model
     */
    default void consult(ContextView view, Consultant consultant) {}

    /** Returns the most questions that it asks a model for one prompt, at least 0. */
    default int mostQuestions() {
        return 0;
    }

    /**
     * Returns a plan whose shown items fit the view's budget; changes nothing.
     *
     * @param view the items and what is known of them
     */
    ContextPlan plan(ContextView view);

    /**
     * Takes note that a plan is the one acted on; {@link #plan} may be asked several times before.
     *
     * @param plan a plan that this policy returned
     * @param search the hypotheses at that time
     */
    default void adopted(ContextPlan plan, SearchState search) {}
}
