package dev.trimtab.controller.comparator;

/** A way to draft a plan by one idea, without weighing it against others. */
interface Rule {
    /**
     * Changes the draft. What it leaves beyond the budget is dropped afterwards, the least promising first; and if it does not say
     * what to work on, that is the most promising route.
     */
    void apply(Draft draft);
}
