package dev.trimtab.benchmark.grade;

/** The best medal that a score wins. */
public enum Medal {
    /** The first tenth of a small leaderboard, about the first 0.2 % of a large one. */
    GOLD,
    /** The first fifth of a small leaderboard, the first 5 % of a large one. */
    SILVER,
    /** The first two fifths of a small leaderboard, the first 10 % of a large one. */
    BRONZE,
    /** None of them. */
    NONE
}
