package dev.trimtab.runtime.context;

import dev.trimtab.controller.portfolio.Evidence;
import dev.trimtab.runtime.context.Hypotheses.Tracked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads evidence out of a run's attempts: each is one control step of work on the attempt that it was made from.
 *
 * <p>Scores are oriented, put on one scale and counted in units of a rise: a route that rises by one unit a step makes up, from one strong
 * verification to the next, as much as the scores seen so far lie apart (1.4826 times their median distance from their median, which outliers
 * do not move). So a change of the metric's zero or unit changes nothing.
 */
final class AttemptEvidence {
    /** Fewer scores than this say nothing of how far scores lie apart. */
    private static final int ENOUGH = 3;

    /** Standard deviations of a normal sample in one median distance from its median. */
    private static final double NORMAL = 1.4826;

    /** Rise in a window that is assumed while too few scores are known, as a share of their median size. */
    private static final double ASSUMED_RISE = 0.16;

    private final List<Tracked> attempts;
    private final double sign;
    private final int window;
    private final double bias;
    private final double foldSpread;

    /**
     * @param attempts all attempts, oldest first
     * @param higherIsBetter the metric's direction
     * @param window control steps between strong verifications, at least 1
     */
    AttemptEvidence(List<Tracked> attempts, boolean higherIsBetter, int window) {
        this.attempts = attempts;
        this.sign = higherIsBetter ? 1 : -1;
        this.window = window;
        bias = median(attempts.stream()
                .filter(t -> t.strongMean() != null && own(t).isPresent())
                .mapToDouble(t -> oriented(t.strongMean()).orElseThrow() - own(t).orElseThrow()));
        foldSpread = attempts.stream()
                .filter(t -> t.strongSpread() != null)
                .mapToDouble(Tracked::strongSpread)
                .average()
                .orElse(0);
    }

    /** Returns the evidence, one entry an attempt, oldest first. */
    List<Evidence> read() {
        double unit = unit();
        List<Evidence> evidence = new ArrayList<>();
        for (Tracked t : attempts) {
            OptionalDouble value = value(t);
            double noise = t.strongSpread() == null ? foldSpread : t.strongSpread();
            evidence.add(new Evidence(
                    t.attempt().id(),
                    t.attempt().parent(),
                    t.attempt().step(),
                    value.isPresent() ? OptionalDouble.of(value.getAsDouble() / unit) : value,
                    noise / unit,
                    /* effort= */ 1));
        }
        return evidence;
    }

    /** Strong scores are shifted onto the scale of the programs' own by the median difference of the attempts that have both. */
    private OptionalDouble value(Tracked t) {
        if (t.verified() && t.strongMean() == null) {
            return OptionalDouble.empty();
        }
        OptionalDouble strong = oriented(t.strongMean());
        return strong.isPresent() ? OptionalDouble.of(strong.getAsDouble() - bias) : own(t);
    }

    private OptionalDouble own(Tracked t) {
        return t.attempt().buggy()
                ? OptionalDouble.empty()
                : oriented(t.attempt().score());
    }

    private OptionalDouble oriented(@Nullable Double score) {
        return score == null ? OptionalDouble.empty() : OptionalDouble.of(sign * score);
    }

    private double unit() {
        double[] values = attempts.stream()
                .map(this::value)
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        double spread = values.length < ENOUGH ? 0 : spread(values);
        double assumed = ASSUMED_RISE * median(Arrays.stream(values).map(Math::abs));
        double rise = spread > 0 ? spread : assumed;
        return rise > 0 ? rise / window : 1;
    }

    /** Where most scores are equal, their standard deviation stands in. */
    private static double spread(double[] values) {
        double middle = median(Arrays.stream(values));
        double robust = NORMAL * median(Arrays.stream(values).map(v -> Math.abs(v - middle)));
        if (robust > 0) {
            return robust;
        }
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
    }

    /** Returns the median, the mean of the middle two of an even number; 0 of none. */
    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
