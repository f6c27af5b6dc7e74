package dev.trimtab.benchmark.comparison;

import org.jspecify.annotations.Nullable;

/**
 * Two arms on one competition with one seed.
 *
 * @param key the competition and the seed
 * @param first what the reference would have submitted
 * @param second what the other would have
 */
record Pair(Key key, Standing first, Standing second) {
    /** What both have in common. */
    record Key(String competition, long seed) {}

    static Pair of(RunOutcome first, RunOutcome second, Matching matching) {
        long used = Math.min(matching.used(first), matching.used(second));
        return new Pair(
                new Key(first.competition(), first.seed()),
                matching.standing(first, used),
                matching.standing(second, used));
    }

    /** Returns what the reference's percentile exceeds the other's by; null where the competition has no leaderboard. */
    @Nullable Double gain() {
        Double ours = first.percentile();
        Double theirs = second.percentile();
        return ours == null || theirs == null ? null : Double.valueOf(ours - theirs);
    }

    boolean won() {
        return first.anyMedal() && !second.anyMedal();
    }

    boolean lost() {
        return second.anyMedal() && !first.anyMedal();
    }
}
