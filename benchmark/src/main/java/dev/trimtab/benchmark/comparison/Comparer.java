package dev.trimtab.benchmark.comparison;

import dev.trimtab.benchmark.comparison.Contrast.Rival;
import dev.trimtab.benchmark.experiment.RunModel;
import dev.trimtab.runtime.UserError;
import dev.trimtab.scaffolds.Scaffolds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Compares finished runs: arms with each other, the reference with every other policy. */
public final class Comparer {
    static final String LEDGER = "ledger";
    private static final String POOLED = "all";
    private static final String BETTER_NATIVE = "the better native";

    private final String reference;
    private final Map<Arm, List<RunOutcome>> arms = new LinkedHashMap<>();
    private final Scaffolds scaffolds = new Scaffolds();

    private Comparer(String reference, List<RunOutcome> outcomes) {
        this.reference = reference;
        Set<List<Object>> seen = new LinkedHashSet<>();
        for (RunOutcome run : outcomes) {
            if (!seen.add(List.of(run.arm(), run.competition(), run.seed()))) {
                throw new UserError("two runs are the same but for their directories: "
                        + run.arm().scaffold() + " "
                        + run.arm().policy() + " on " + run.competition() + " with seed " + run.seed()
                        + "; leave one out");
            }
            arms.computeIfAbsent(run.arm(), arm -> new ArrayList<>()).add(run);
        }
    }

    /**
     * Compares runs.
     *
     * @param reference the policy that every other is compared with; runs of other policies are shown even where it is missing
     * @param outcomes the runs
     * @param omitted what is not among them, each with its reason
     * @throws UserError if there is no run, or two differ in nothing
     */
    public static RunComparison compare(String reference, List<RunOutcome> outcomes, List<String> omitted) {
        if (outcomes.isEmpty()) {
            throw new UserError("there is no finished run to compare"
                    + (omitted.isEmpty() ? "" : "; the first that is not: " + omitted.get(0)));
        }
        return new Comparer(reference, outcomes).comparison(omitted);
    }

    private RunComparison comparison(List<String> omitted) {
        List<ArmSummary> summaries = new ArrayList<>();
        arms.forEach((arm, runs) -> summaries.add(ArmSummary.of(arm, runs)));
        List<ContrastTable> tables = new ArrayList<>();
        for (Matching matching : Matching.values()) {
            List<Contrasts.Row> rows = rows(matching);
            if (rows.stream().map(Contrasts.Row::where).distinct().count() > 1) {
                tables.add(Contrasts.table(matching, /* pooled= */ true, pooled(rows)));
            }
            if (!rows.isEmpty()) {
                tables.add(Contrasts.table(matching, /* pooled= */ false, rows));
            }
        }
        return new RunComparison(
                reference,
                arms.keySet().stream().anyMatch(arm -> RunModel.isOffline(arm.model())),
                omitted,
                summaries,
                tables,
                descriptions(),
                tables.stream().map(table -> HelpVerdict.of(reference, table)).toList());
    }

    private List<Contrasts.Row> rows(Matching matching) {
        ArmLabels labels = new ArmLabels(
                arms.keySet().stream().map(Arm::stratum).distinct().toList());
        List<Contrasts.Row> rows = new ArrayList<>();
        arms.forEach((arm, runs) -> {
            List<RunOutcome> ours = arms.get(arm.withPolicy(reference));
            if (ours != null && !arm.policy().equals(reference)) {
                List<Pair> pairs = pairs(ours, runs, matching);
                if (!pairs.isEmpty()) {
                    rows.add(new Contrasts.Row(labels.of(arm.stratum()), arm.policy(), rival(arm), pairs));
                }
            }
        });
        rows.sort(Comparator.comparing(Contrasts.Row::where));
        return rows;
    }

    /** Compares descriptions: what familiarity with a competition's name is worth, as in MLE-bench's study of contamination. */
    private List<Contrast> descriptions() {
        ArmLabels labels = new ArmLabels(arms.keySet().stream()
                .map(arm -> arm.withDescription(Arm.ORIGINAL).stratum())
                .distinct()
                .toList());
        List<Contrasts.Row> rows = new ArrayList<>();
        arms.forEach((arm, runs) -> {
            List<RunOutcome> hidden = arms.getOrDefault(arm.withDescription(Arm.OBFUSCATED), List.of());
            List<Pair> pairs = arm.description().equals(Arm.ORIGINAL) ? wholePairs(runs, hidden) : List.of();
            if (!pairs.isEmpty()) {
                rows.add(new Contrasts.Row(
                        labels.of(arm.stratum()) + " " + arm.policy(), Arm.OBFUSCATED, Rival.OTHER, pairs));
            }
        });
        return Contrasts.rows(rows);
    }

    private static List<Pair> wholePairs(List<RunOutcome> ours, List<RunOutcome> theirs) {
        return ours.stream()
                .flatMap(first -> theirs.stream()
                        .filter(first::isOnTheSameAs)
                        .map(second -> new Pair(
                                new Pair.Key(first.competition(), first.seed()), first.standing(), second.standing())))
                .toList();
    }

    private static List<Pair> pairs(List<RunOutcome> ours, List<RunOutcome> theirs, Matching matching) {
        List<Pair> pairs = new ArrayList<>();
        for (RunOutcome first : ours) {
            Optional<RunOutcome> second =
                    theirs.stream().filter(first::isOnTheSameAs).findFirst();
            second.ifPresent(run -> pairs.add(Pair.of(first, run, matching)));
        }
        return pairs;
    }

    /** Pools rows of one policy over places, and at each place the native memory that did best there, chosen after the fact. */
    private static List<Contrasts.Row> pooled(List<Contrasts.Row> rows) {
        Map<String, Contrasts.Row> natives = new LinkedHashMap<>();
        Map<String, List<Contrasts.Row>> byName = new LinkedHashMap<>();
        for (Contrasts.Row row : rows) {
            if (row.rival() == Rival.NATIVE) {
                natives.merge(row.where(), row, Comparer::harder);
            } else {
                byName.computeIfAbsent(row.other(), other -> new ArrayList<>()).add(row);
            }
        }
        if (!natives.isEmpty()) {
            byName.put(BETTER_NATIVE, List.copyOf(natives.values()));
        }
        List<Contrasts.Row> all = new ArrayList<>();
        byName.forEach((other, parts) -> all.add(new Contrasts.Row(
                POOLED,
                other,
                parts.get(0).rival(),
                parts.stream().flatMap(part -> part.pairs().stream()).toList())));
        return all;
    }

    private static Contrasts.Row harder(Contrasts.Row first, Contrasts.Row second) {
        return mean(second) < mean(first) ? second : first;
    }

    private static double mean(Contrasts.Row row) {
        return row.pairs().stream()
                .map(Pair::gain)
                .filter(Objects::nonNull)
                .mapToDouble(gain -> gain)
                .average()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private Rival rival(Arm arm) {
        if (arm.policy().equals(LEDGER)) {
            return Rival.LEDGER;
        }
        boolean own = scaffolds.names().contains(arm.scaffold())
                && scaffolds.named(arm.scaffold()).nativePolicies().contains(arm.policy());
        return own ? Rival.NATIVE : Rival.OTHER;
    }
}
