package dev.trimtab.benchmark.comparison;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The reference against every other policy.
 *
 * @param matching what the runs of a pair have used alike
 * @param pooled whether each row is over all that arms of one policy differ in, instead of one a scaffold, model and budget
 * @param tests p-values that are corrected for: two a row, or one where there is no percentile
 * @param rows one a policy and place
 */
public record ContrastTable(Matching matching, boolean pooled, int tests, List<Contrast> rows) {

    /** Copies the list. */
    public ContrastTable {
        rows = List.copyOf(rows);
    }

    /** Returns one line that says so where there are so few pairs that no difference could stand, else null. */
    @JsonProperty
    public @Nullable String caution() {
        long fewest = rows.stream()
                .map(Contrast::percentile)
                .filter(Objects::nonNull)
                .mapToLong(Contrast.Difference::pairs)
                .min()
                .orElse(Long.MAX_VALUE);
        double least = Math.pow(2, 1.0 - fewest);
        return least * tests <= Contrasts.SIGNIFICANCE
                ? null
                : String.format(
                        Locale.ROOT,
                        "Pairs: %d. So no p is below %.4f, and %s corrected for: here no difference, however large, can stand.",
                        fewest,
                        least,
                        tests == 1 ? "1 test is" : tests + " tests are");
    }
}
