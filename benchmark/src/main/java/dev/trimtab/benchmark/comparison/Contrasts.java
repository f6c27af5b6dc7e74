package dev.trimtab.benchmark.comparison;

import dev.trimtab.benchmark.comparison.Contrast.Difference;
import dev.trimtab.benchmark.comparison.Contrast.Rival;
import dev.trimtab.benchmark.statistics.Holm;
import dev.trimtab.benchmark.statistics.PairedDifferences;
import dev.trimtab.benchmark.statistics.PairedOutcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns pairs into a table of contrasts: tests each row, then corrects over all rows. */
final class Contrasts {
    private static final double LEVEL = 0.95;
    /** Chance of a false alarm over a whole table. */
    static final double SIGNIFICANCE = 0.05;

    private static final double POWER = 0.8;

    private Contrasts() {}

    /**
     * The pairs of one row.
     *
     * @param where what both arms have in common
     * @param other the other policy
     * @param rival what part it plays
     * @param pairs at least one; pairs of one key are pooled: their mean gain is one unit
     */
    record Row(String where, String other, Rival rival, List<Pair> pairs) {
        /** Returns the mean gain of each competition and seed, in the order of these; empty where no pair has one. */
        List<Double> gains() {
            Map<String, List<Double>> byKey = new TreeMap<>();
            for (Pair pair : pairs) {
                Double gain = pair.gain();
                if (gain != null) {
                    byKey.computeIfAbsent(
                                    pair.key().competition() + " " + pair.key().seed(), key -> new ArrayList<>())
                            .add(gain);
                }
            }
            return byKey.values().stream()
                    .map(gains -> gains.stream().collect(Collectors.averagingDouble(Double::doubleValue)))
                    .toList();
        }

        PairedOutcomes medals() {
            return new PairedOutcomes(
                    pairs.stream().filter(Pair::won).count(),
                    pairs.stream().filter(Pair::lost).count(),
                    pairs.size());
        }
    }

    /** Returns the table of rows. */
    static ContrastTable table(Matching matching, boolean pooled, List<Row> rows) {
        return new ContrastTable(matching, pooled, tests(rows), rows(rows));
    }

    private static int tests(List<Row> rows) {
        return rows.stream().mapToInt(row -> row.gains().isEmpty() ? 1 : 2).sum();
    }

    /** Returns the contrast of each row, corrected over all of them. */
    static List<Contrast> rows(List<Row> rows) {
        List<@Nullable PairedDifferences> gains = new ArrayList<>();
        List<Double> ps = new ArrayList<>();
        for (Row row : rows) {
            List<Double> values = row.gains();
            PairedDifferences differences = values.isEmpty() ? null : new PairedDifferences(values);
            gains.add(differences);
            if (differences != null) {
                ps.add(differences.signFlip());
            }
            ps.add(row.medals().exactMcNemar());
        }
        List<Double> adjusted = Holm.adjust(ps);
        double level = 1 - SIGNIFICANCE / Math.max(1, ps.size());
        List<Contrast> contrasts = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            PairedDifferences own = gains.get(i);
            Difference percentile = null;
            if (own != null) {
                percentile = difference(own, level, ps.get(next), adjusted.get(next));
                next++;
            }
            Difference medal = difference(row.medals(), level, ps.get(next), adjusted.get(next));
            next++;
            contrasts.add(new Contrast(row.where(), row.other(), row.rival(), percentile, medal));
        }
        return contrasts;
    }

    private static Difference difference(PairedDifferences values, double level, double p, double holm) {
        return new Difference(
                values.pairs(),
                values.values().stream().filter(value -> value > 0).count(),
                values.values().stream().filter(value -> value < 0).count(),
                values.mean(),
                values.alike() ? null : values.bootstrapInterval(LEVEL),
                values.alike() ? null : values.bootstrapInterval(level),
                p,
                holm,
                values.smallestDetectable(SIGNIFICANCE, POWER));
    }

    private static Difference difference(PairedOutcomes medals, double level, double p, double holm) {
        return new Difference(
                medals.pairs(),
                medals.wins(),
                medals.losses(),
                medals.difference(),
                medals.alike() ? null : medals.bootstrapInterval(LEVEL),
                medals.alike() ? null : medals.bootstrapInterval(level),
                p,
                holm,
                medals.smallestDetectable(SIGNIFICANCE, POWER));
    }
}
