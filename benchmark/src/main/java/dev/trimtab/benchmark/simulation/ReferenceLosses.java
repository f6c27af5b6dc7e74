package dev.trimtab.benchmark.simulation;

import dev.trimtab.benchmark.simulation.CellResult.Comparison;
import dev.trimtab.benchmark.simulation.CellResult.Row;
import dev.trimtab.benchmark.statistics.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In how many cells the reference lost against a policy, and by how much at worst.
 *
 * @param policy the policy, or {@link #ANY} for the best of all contenders in each cell, chosen after the fact and so flattering
 *     to them
 * @param cells cells
 * @param behind cells in which the reference's share was the smaller
 * @param significantlyBehind those of them where the difference stands after Holm's correction at 5 %
 * @param significantlyAhead cells in which it is ahead by the same standard
 * @param meanDifference mean over cells of the reference's share less the policy's
 * @param meanInterval 95 % interval of that, of the bootstrap over worlds, whose episodes in all cells stand or fall together; null for the
 *     best of each cell, which is chosen after the fact
 * @param worst the least difference of any cell
 * @param worstCell the settings of that cell
 */
public record ReferenceLosses(
        String policy,
        int cells,
        int behind,
        int significantlyBehind,
        int significantlyAhead,
        double meanDifference,
        @Nullable Interval meanInterval,
        double worst,
        Map<String, String> worstCell) {
    /** The best contender of each cell. */
    public static final String ANY = "best of all";

    private static final double SIGNIFICANCE = 0.05;

    private record Entry(Map<String, String> settings, Comparison comparison) {}

    /** Returns the losses against each policy that is no bound, and against the best of them cell by cell. */
    static List<ReferenceLosses> of(List<CellResult> cells, WorldDifferences differences) {
        Map<String, List<Entry>> byPolicy = new LinkedHashMap<>();
        List<Entry> best = new ArrayList<>();
        for (CellResult cell : cells) {
            Entry hardest = null;
            for (Row row : cell.rows()) {
                Comparison comparison = row.comparison();
                if (comparison != null && !row.bound()) {
                    Entry entry = new Entry(cell.settings(), comparison);
                    byPolicy.computeIfAbsent(row.policy(), name -> new ArrayList<>())
                            .add(entry);
                    hardest = hardest == null
                                    || comparison.difference()
                                            < hardest.comparison().difference()
                            ? entry
                            : hardest;
                }
            }
            if (hardest != null) {
                best.add(hardest);
            }
        }
        List<ReferenceLosses> losses = new ArrayList<>();
        byPolicy.forEach((policy, entries) -> losses.add(of(
                policy,
                entries,
                entries.size() == 1 ? entries.get(0).comparison().interval() : differences.interval(policy))));
        if (byPolicy.size() > 1) {
            losses.add(of(ANY, best, /* meanInterval= */ null));
        }
        return losses;
    }

    private static ReferenceLosses of(String policy, List<Entry> entries, @Nullable Interval meanInterval) {
        int behind = 0;
        int significantlyBehind = 0;
        int significantlyAhead = 0;
        double sum = 0;
        Entry worst = entries.get(0);
        for (Entry entry : entries) {
            double difference = entry.comparison().difference();
            boolean stands = entry.comparison().holm() <= SIGNIFICANCE;
            behind += difference < 0 ? 1 : 0;
            significantlyBehind += difference < 0 && stands ? 1 : 0;
            significantlyAhead += difference > 0 && stands ? 1 : 0;
            sum += difference;
            worst = difference < worst.comparison().difference() ? entry : worst;
        }
        return new ReferenceLosses(
                policy,
                entries.size(),
                behind,
                significantlyBehind,
                significantlyAhead,
                sum / entries.size(),
                meanInterval,
                worst.comparison().difference(),
                worst.settings());
    }
}
