package dev.trimtab.benchmark.grade;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What share of a set's competitions was won, averaged over seeds, with the fields of MLE-bench's aggregate. Seed i holds
 * the i-th report of every competition.
 *
 * @param numSeedsAveraged how many seeds there are
 * @param numCompetitionsPerSeed how many competitions the set has
 * @param metrics by name, such as {@code any_medal_percentage}
 */
@JsonPropertyOrder({"num_seeds_averaged", "num_competitions_per_seed", "metrics"})
public record SeedAggregate(
        @JsonProperty("num_seeds_averaged") int numSeedsAveraged,
        @JsonProperty("num_competitions_per_seed") int numCompetitionsPerSeed,
        @JsonProperty("metrics") Map<String, Average> metrics) {
    private static final Map<String, Predicate<GradingReport>> SHARES = new LinkedHashMap<>();

    static {
        SHARES.put("submission_exists_percentage", GradingReport::submissionExists);
        SHARES.put("valid_submissions_percentage", GradingReport::validSubmission);
        SHARES.put("above_median_percentage", GradingReport::aboveMedian);
        SHARES.put("gold_medal_percentage", GradingReport::goldMedal);
        SHARES.put("silver_medal_percentage", GradingReport::silverMedal);
        SHARES.put("bronze_medal_percentage", GradingReport::bronzeMedal);
        SHARES.put("any_medal_percentage", report -> report.medal() != Medal.NONE);
    }

    /**
     * A mean over seeds.
     *
     * @param mean the mean
     * @param lower lower end of the 95 % interval, mean - 1.96 standard errors
     * @param upper upper end
     * @param standardError sample standard deviation over the root of the number of seeds; 0 for one seed
     */
    @JsonPropertyOrder({"mean", "ci_lower", "ci_upper", "standard_error"})
    public record Average(
            @JsonProperty("mean") double mean,
            @JsonProperty("ci_lower") double lower,
            @JsonProperty("ci_upper") double upper,
            @JsonProperty("standard_error") double standardError) {
        private static final double NORMAL_95 = 1.96;

        /** Averages the values of the seeds, at least one. */
        static Average of(double[] values) {
            double mean = DoubleStream.of(values).sum() / values.length;
            double squares = DoubleStream.of(values)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            double error = values.length == 1 ? 0 : Math.sqrt(squares / (values.length - 1) / values.length);
            return new Average(mean, mean - NORMAL_95 * error, mean + NORMAL_95 * error, error);
        }
    }

    /**
     * Averages reports.
     *
     * @param competitions ids of the set
     * @param reports in the order of their seeds; those of other competitions do not count
     * @param asked how many seeds count, the first ones; null: all
     * @param padded whether a seed counts for which competitions lack a report, which then won nothing there
     * @throws IllegalArgumentException saying what is missing if there are fewer seeds, or none
     */
    public static SeedAggregate of(
            List<String> competitions, List<GradingReport> reports, @Nullable Integer asked, boolean padded) {
        Map<String, List<GradingReport>> found = new HashMap<>();
        competitions.forEach(id -> found.put(id, new ArrayList<>()));
        for (GradingReport report : reports) {
            @Nullable List<GradingReport> ofCompetition = found.get(report.competitionId());
            if (ofCompetition != null) {
                ofCompetition.add(report);
            }
        }
        int available = padded
                ? found.values().stream().mapToInt(List::size).max().orElse(0)
                : found.values().stream().mapToInt(List::size).min().orElse(0);
        if (available < 1) {
            throw new IllegalArgumentException("no seed is complete: " + lacking(competitions, found));
        }
        int seeds = asked == null ? available : asked;
        if (seeds > available) {
            throw new IllegalArgumentException(
                    seeds + " seeds are asked for but " + available + " are " + (padded ? "there" : "complete"));
        }
        Map<String, Average> metrics = new LinkedHashMap<>();
        metrics.put("total_competitions", constant(competitions.size(), seeds));
        SHARES.forEach((name, share) -> metrics.put(name, average(found, seeds, share)));
        return new SeedAggregate(seeds, competitions.size(), metrics);
    }

    private static Average average(Map<String, List<GradingReport>> found, int seeds, Predicate<GradingReport> share) {
        return Average.of(IntStream.range(0, seeds)
                .mapToDouble(seed -> (double) found.values().stream()
                                .filter(reports -> seed < reports.size() && share.test(reports.get(seed)))
                                .count()
                        / found.size()
                        * 100)
                .toArray());
    }

    private static Average constant(double value, int seeds) {
        return Average.of(IntStream.range(0, seeds).mapToDouble(seed -> value).toArray());
    }

    private static String lacking(List<String> competitions, Map<String, List<GradingReport>> found) {
        List<String> missing = competitions.stream()
                .filter(id -> found.getOrDefault(id, List.of()).isEmpty())
                .toList();
        return missing.size() + " of " + competitions.size() + " competitions lack a report"
                + (missing.isEmpty() ? "" : ", such as " + missing.get(0));
    }
}
