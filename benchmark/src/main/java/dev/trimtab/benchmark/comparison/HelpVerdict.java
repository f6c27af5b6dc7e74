package dev.trimtab.benchmark.comparison;

import dev.trimtab.benchmark.comparison.Contrast.Difference;
import dev.trimtab.benchmark.comparison.Contrast.Rival;
import dev.trimtab.benchmark.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a table may say of whether the reference helps: that it does only where it beats both the ledger and the better native memory. */
final class HelpVerdict {
    private HelpVerdict() {}

    /**
     * Returns one sentence for each place in a table.
     *
     * @param reference the policy that every other is compared with
     */
    static List<String> of(String reference, ContrastTable table) {
        List<String> sentences = new ArrayList<>();
        table.rows().stream().map(Contrast::where).distinct().forEach(where -> {
            List<Contrast> rows = table.rows().stream()
                    .filter(row -> row.where().equals(where) && row.percentile() != null)
                    .toList();
            sentences.add(where + ": " + sentence(reference, rows));
        });
        return sentences;
    }

    private static String sentence(String reference, List<Contrast> rows) {
        Optional<Contrast> ledger = least(rows, Rival.LEDGER);
        Optional<Contrast> own = least(rows, Rival.NATIVE);
        if (ledger.isEmpty() || own.isEmpty()) {
            return "whether " + reference + " helps is not judged, since "
                    + (reference.equals(Comparer.LEDGER)
                            ? "it is what a policy has to beat"
                            : "no run of " + (ledger.isEmpty() ? Comparer.LEDGER : "the scaffold's own memory")
                                    + " is paired with one of its");
        }
        List<Contrast> rivals = List.of(ledger.get(), own.get());
        if (rivals.stream().allMatch(rival -> percentile(rival).stands())) {
            return reference + " helps: it " + relations(rivals);
        }
        Stream<Contrast> lost = rows.stream()
                .filter(row -> !rivals.contains(row) && percentile(row).standsAgainst());
        return reference + " is not shown to help: it "
                + relations(Stream.concat(rivals.stream(), lost).toList());
    }

    /** Returns the contrast of a part that is the hardest for the reference: of two native memories the better one. */
    private static Optional<Contrast> least(List<Contrast> rows, Rival rival) {
        return rows.stream()
                .filter(row -> row.rival() == rival)
                .min(Comparator.comparingDouble(row -> percentile(row).mean()));
    }

    private static Difference percentile(Contrast row) {
        if (row.percentile() == null) {
            throw new IllegalArgumentException("only rows with percentiles are judged");
        }
        return row.percentile();
    }

    private static String relations(List<Contrast> rivals) {
        List<String> parts = new ArrayList<>();
        for (Contrast rival : rivals) {
            Difference by = percentile(rival);
            parts.add(String.format(
                    Locale.ROOT,
                    "%s %s (%+.3f, %s, p %.4f by Holm)",
                    by.stands() ? "beats" : by.standsAgainst() ? "loses to" : "is not told apart from",
                    rival.other(),
                    by.mean(),
                    corrected(by.corrected()),
                    by.holm()));
        }
        return String.join(" and ", parts);
    }

    private static String corrected(@Nullable Interval interval) {
        return interval == null
                ? "no interval"
                : String.format(Locale.ROOT, "corrected [%+.3f, %+.3f]", interval.low(), interval.high());
    }
}
