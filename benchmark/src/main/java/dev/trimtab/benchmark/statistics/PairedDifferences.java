package dev.trimtab.benchmark.statistics;

import dev.trimtab.controller.probability.Normal;
import dev.trimtab.runtime.RandomStreams;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What one arm's value exceeds another's by, pair by pair.
 *
 * @param values at least one, finite
 */
public record PairedDifferences(List<Double> values) {
    private static final int RESAMPLES = 20_000;

    /** So many pairs have few enough patterns of signs to look at each. */
    private static final int EXACT_PAIRS = 16;

    private static final int DRAWN_PATTERNS = 100_000;
    private static final double ROUNDING = 1e-12;

    /** Copies and checks the values. */
    public PairedDifferences {
        values = List.copyOf(values);
        if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("values must be finite and at least one but were " + values);
        }
    }

    /** Returns the number of pairs. */
    public int pairs() {
        return values.size();
    }

    /** Returns the mean difference. */
    public double mean() {
        return values.stream().mapToDouble(Double::doubleValue).sum() / pairs();
    }

    /** Returns whether there is one pair or all differ by the same: such pairs have no spread to make an interval of. */
    public boolean alike() {
        double least = Collections.min(values);
        return Collections.max(values) - least <= ROUNDING;
    }

    /**
     * Returns the percentile interval of the paired bootstrap of the mean, from 20,000 drawn samples (Efron 1979). With few pairs it is too narrow:
     * read it together with {@link #signFlip}; where they are {@link #alike} it is a point and tells nothing.
     *
     * @param level confidence in (0,1)
     */
    public Interval bootstrapInterval(double level) {
        RandomGenerator random = new RandomStreams(0).stream(pairs(), "paired-bootstrap");
        double[] plain = values.stream().mapToDouble(Double::doubleValue).toArray();
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int j = 0; j < pairs(); j++) {
                sum += plain[random.nextInt(plain.length)];
            }
            means[i] = sum / plain.length;
        }
        Arrays.sort(means);
        int low = (int) ((1 - level) / 2 * RESAMPLES);
        return new Interval(means[low], means[RESAMPLES - 1 - low]);
    }

    /**
     * Returns the two-sided p-value of Fisher's sign-flip test: under no difference each value is as likely with the other sign (Fisher 1935). Exact
     * up to 16 pairs, from 100,000 drawn patterns beyond.
     */
    public double signFlip() {
        double observed = Math.abs(mean() * pairs()) - ROUNDING;
        if (pairs() > EXACT_PAIRS) {
            RandomGenerator random = new RandomStreams(0).stream(pairs(), "sign-flip");
            int extreme = 0;
            for (int i = 0; i < DRAWN_PATTERNS; i++) {
                extreme += Math.abs(flipped(random.nextLong(), random)) >= observed ? 1 : 0;
            }
            return (1.0 + extreme) / (1.0 + DRAWN_PATTERNS);
        }
        int patterns = 1 << pairs();
        int extreme = 0;
        for (int pattern = 0; pattern < patterns; pattern++) {
            extreme += Math.abs(flipped(pattern, null)) >= observed ? 1 : 0;
        }
        return extreme / (double) patterns;
    }

    /**
     * Returns the smallest true mean difference that so many pairs would show, at the spread seen, by the normal approximation; null where they
     * are {@link #alike}, which have no spread.
     *
     * @param significance two-sided, in (0,1)
     * @param power in (0,1)
     */
    public @Nullable Double smallestDetectable(double significance, double power) {
        if (alike()) {
            return null;
        }
        double mean = mean();
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        double error = Math.sqrt(squares / (pairs() - 1) / pairs());
        return (Normal.quantile(1 - significance / 2) + Normal.quantile(power)) * error;
    }

    /** Returns the sum with the signs that the pattern's bits tell; a generator gives further bits where there are more values. */
    private double flipped(long pattern, @Nullable RandomGenerator more) {
        double sum = 0;
        long bits = pattern;
        for (int i = 0; i < pairs(); i++) {
            if (i > 0 && i % Long.SIZE == 0 && more != null) {
                bits = more.nextLong();
            }
            sum += (bits & 1) == 0 ? values.get(i) : -values.get(i);
            bits >>>= 1;
        }
        return sum;
    }
}
