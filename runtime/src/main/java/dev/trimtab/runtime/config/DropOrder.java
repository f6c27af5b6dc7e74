package dev.trimtab.runtime.config;

/** What a policy gives up first when its items do not fit the budget. */
public enum DropOrder {
    /** The item of the earliest step. */
    OLDEST,
    /** The item with the worst score. */
    WORST
}
