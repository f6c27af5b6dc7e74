package dev.trimtab.benchmark.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mean over seeds with its standard error, as MLE-bench reports results.
 *
 * @param mean the mean
 * @param standardError the sample standard deviation over the root of the number of seeds; null for one seed, which has no spread
 */
public record SeedMean(double mean, @Nullable Double standardError) {
    /**
     * Returns the mean of one value a seed.
     *
     * @param values at least one
     */
    public static SeedMean of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("values must not be empty");
        }
        int n = values.size();
        double mean = values.stream().mapToDouble(Double::doubleValue).sum() / n;
        if (n == 1) {
            return new SeedMean(mean, null);
        }
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return new SeedMean(mean, Math.sqrt(squares / (n - 1) / n));
    }
}
