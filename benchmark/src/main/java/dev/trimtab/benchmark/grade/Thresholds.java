package dev.trimtab.benchmark.grade;

import dev.trimtab.benchmark.metric.Direction;

/**
 * The scores that medals need. A score equal to a threshold wins its medal; to be above the median it must be better.
 *
 * @param gold the last score that wins gold
 * @param silver the last score that wins silver
 * @param bronze the last score that wins bronze
 * @param median of all scores
 * @param direction which scores are better
 */
public record Thresholds(double gold, double silver, double bronze, double median, Direction direction) {
    /** Returns the medal of a score; NaN wins none. */
    public Medal medal(double score) {
        if (direction.reaches(score, gold)) {
            return Medal.GOLD;
        }
        if (direction.reaches(score, silver)) {
            return Medal.SILVER;
        }
        return direction.reaches(score, bronze) ? Medal.BRONZE : Medal.NONE;
    }

    /** Returns whether a score is strictly better than the median. */
    public boolean isAboveMedian(double score) {
        return direction.isBetter(score, median);
    }
}
