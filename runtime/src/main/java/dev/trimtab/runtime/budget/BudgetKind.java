package dev.trimtab.runtime.budget;

/** What a budget bounds. */
public enum BudgetKind {
    /** Prompt and reply tokens together. */
    TOKENS("tokens", "--max-tokens"),
    /** US dollars. */
    MONEY("US dollars", "--max-cost"),
    /** Seconds of wall time. */
    WALL_TIME("seconds", "--max-time");

    private final String unit;
    private final String option;

    BudgetKind(String unit, String option) {
        this.unit = unit;
        this.option = option;
    }

    /** Returns the unit of values and limits of this kind. */
    public String unit() {
        return unit;
    }

    /** Returns the command line option that sets this limit. */
    public String option() {
        return option;
    }
}
