package dev.trimtab.benchmark.report;

import dev.trimtab.benchmark.statistics.SeedMean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one arm on one competition, which differ in their seeds only.
 *
 * @param competition the competition
 * @param arm scaffold, policy, model and budget
 * @param runs finished runs
 * @param score mean and standard error of the valid scores, or null where there is none
 * @param valid runs with a valid submission
 * @param medals runs with any medal
 */
public record SeedRow(
        String competition,
        List<String> arm,
        int runs,
        @Nullable SeedMean score,
        int valid,
        int medals) {
    static List<SeedRow> of(List<RunRow> runs) {
        Map<List<String>, List<RunRow>> groups = new LinkedHashMap<>();
        for (RunRow run : runs) {
            if (run.standing() != null) {
                groups.computeIfAbsent(
                                List.of(run.competition(), run.scaffold(), run.policy(), run.model(), run.budget()),
                                any -> new ArrayList<>())
                        .add(run);
            }
        }
        List<SeedRow> rows = new ArrayList<>();
        groups.forEach((key, group) -> rows.add(row(key, group)));
        return List.copyOf(rows);
    }

    private static SeedRow row(List<String> key, List<RunRow> group) {
        List<Double> scores = group.stream()
                .map(run -> Objects.requireNonNull(run.standing()).score())
                .filter(Objects::nonNull)
                .toList();
        return new SeedRow(
                key.get(0),
                List.copyOf(key.subList(1, key.size())),
                group.size(),
                scores.isEmpty() ? null : SeedMean.of(scores),
                scores.size(),
                (int) group.stream()
                        .filter(run -> Objects.requireNonNull(run.standing()).anyMedal())
                        .count());
    }
}
