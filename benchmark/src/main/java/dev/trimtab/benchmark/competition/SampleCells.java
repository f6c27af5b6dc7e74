package dev.trimtab.benchmark.competition;

import dev.trimtab.benchmark.metric.Column;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The constant answer of a sample submission, from the training labels alone. */
final class SampleCells {
    private static final int DIGITS = 6;

    private SampleCells() {}

    /** Returns the cells after the id: each class's share, the most frequent label, or the mean, as the metric asks. */
    static List<String> of(Definition definition, List<String> labels) {
        Map<String, Integer> counts = new HashMap<>();
        labels.forEach(label -> counts.merge(label, 1, Integer::sum));
        if (!definition.classes().isEmpty()) {
            return definition.classes().stream()
                    .map(name -> fixed((double) counts.getOrDefault(name, 0) / labels.size()))
                    .toList();
        }
        boolean numeric =
                Column.of(definition.target(), labels.toArray(String[]::new)).kind() != Column.Kind.TEXT;
        boolean wantsLabels = List.of("accuracy", "qwk").contains(definition.metric());
        return List.of(numeric && !wantsLabels ? general(mean(labels)) : mostFrequent(counts));
    }

    private static String mostFrequent(Map<String, Integer> counts) {
        return counts.keySet().stream()
                .min(Comparator.<String>comparingInt(counts::get).reversed().thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static double mean(List<String> labels) {
        BigDecimal sum = labels.stream()
                .map(label -> new BigDecimal(Double.parseDouble(label)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.doubleValue() / labels.size();
    }

    private static String fixed(double share) {
        return new BigDecimal(share).setScale(DIGITS, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** Prints as C's {@code %.6g}. */
    static String general(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        if (rounded.signum() == 0) {
            return "0";
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        BigDecimal shortest = rounded.stripTrailingZeros();
        if (exponent >= -4 && exponent < DIGITS) {
            return shortest.toPlainString();
        }
        BigDecimal mantissa = shortest.scaleByPowerOfTen(-exponent);
        return mantissa.toPlainString() + String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
