package dev.trimtab.benchmark.comparison;

import java.util.List;

/**
 * Finished runs against each other.
 *
 * @param reference the policy that every other is compared with
 * @param offline whether a model in it is the offline engineer, which is no language model
 * @param omitted runs that are not in it, each with its reason
 * @param arms one a policy and whatever else differs, in the order of the runs
 * @param tables the reference against every other policy: by calls and by tokens, each place by itself and, where there are many, pooled
 * @param descriptions of each arm with both, its runs on original descriptions less those on obfuscated ones, as they ended
 * @param verdicts by table, in its order, what it says of whether the reference helps
 */
public record RunComparison(
        String reference,
        boolean offline,
        List<String> omitted,
        List<ArmSummary> arms,
        List<ContrastTable> tables,
        List<Contrast> descriptions,
        List<List<String>> verdicts) {
    /** Copies the lists. */
    public RunComparison {
        omitted = List.copyOf(omitted);
        arms = List.copyOf(arms);
        tables = List.copyOf(tables);
        descriptions = List.copyOf(descriptions);
        verdicts = List.copyOf(verdicts);
    }

    /** Returns short names of the arms' strata, for all tables alike. */
    ArmLabels labels() {
        return new ArmLabels(
                arms.stream().map(summary -> summary.arm().stratum()).distinct().toList());
    }
}
