package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.experiment.CompetitionRun;
import dev.trimtab.benchmark.experiment.RunTotals;
import dev.trimtab.benchmark.grade.Score;
import dev.trimtab.benchmark.metric.Direction;
import dev.trimtab.benchmark.text.NameColumn;
import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Policies side by side, one run each: a look, not a statistic, and it says so. */
record Comparison(List<Row> rows) {
    /** Characters of the column of competitions at least. */
    static final int LEAST_COMPETITION = 20;

    Comparison {
        rows = List.copyOf(rows);
    }

    /**
     * One run.
     *
     * @param result what came of it; null if it failed
     * @param failure what stopped it; null if it was not stopped
     * @param seconds wall time of the run, beside others that ran at the same time
     */
    record Row(
            String competition,
            String policy,
            Direction direction,
            CompetitionRun.@Nullable Result result,
            @Nullable RuntimeException failure,
            double seconds) {
        private @Nullable Double score() {
            return result != null && result.grade().score() instanceof Score.Scored scored ? scored.value() : null;
        }

        private double oriented() {
            Double score = score();
            if (score == null) {
                return Double.NEGATIVE_INFINITY;
            }
            return direction == Direction.MAXIMIZE ? score : -score;
        }

        private @Nullable String why() {
            return failure == null ? null : String.valueOf(failure.getMessage());
        }

        private Cell cell() {
            return new Cell(competition, policy, result == null ? null : RunSummary.of(result), why(), seconds);
        }

        private String line(NameColumn competitions) {
            if (result == null) {
                return String.format(Locale.ROOT, "%s %-13s failed: %s", competitions.pad(competition), policy, why());
            }
            RunTotals totals = result.totals();
            return String.format(
                    Locale.ROOT,
                    "%s %-13s %-9s %-7s %-6s %-10s %6d %6d %8d %7.0f %d of %d steps",
                    competitions.pad(competition),
                    policy,
                    ResultLines.score(result),
                    ResultLines.medal(result),
                    score() == null ? "no" : "yes",
                    result.chosenBy(),
                    totals.attempts(),
                    totals.calls(),
                    totals.tokens(),
                    seconds,
                    totals.lateBound(),
                    totals.lateSteps());
        }
    }

    /**
     * One run as JSON.
     *
     * @param result what came of it; null if it failed
     * @param failure what stopped it; null if it was not stopped
     * @param seconds wall time of the run, beside others that ran at the same time
     */
    record Cell(
            String competition,
            String policy,
            @Nullable RunSummary result,
            @Nullable String failure,
            double seconds) {}

    /** Returns the runs as JSON shows them, in the table's order. */
    List<Cell> cells() {
        return rows.stream().map(Row::cell).toList();
    }

    /** Returns the table and what it says. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        NameColumn competitions = NameColumn.of(
                LEAST_COMPETITION, rows.stream().map(Row::competition).toList());
        lines.add(String.format(
                Locale.ROOT,
                "%s %-13s %-9s %-7s %-6s %-10s %6s %6s %8s %7s %s",
                competitions.pad("competition"),
                "policy",
                "score",
                "medal",
                "valid",
                "chosen by",
                "steps",
                "calls",
                "tokens",
                "time s",
                "budget bound from step 6"));
        rows.forEach(row -> lines.add(row.line(competitions)));
        lines.add("");
        byCompetition().forEach((competition, group) -> lines.add(best(competition, group)));
        lines.add(
                "Budget bound: steps whose prompt could not hold all that the policy wanted to show, of all agent steps"
                        + " from step 6 on; repairs count, but show no memory.");
        lines.add(
                "Chosen by: strong, the submission passed refolding; weak, nothing was verified; unverified or failed, the"
                        + " score it printed for itself, since what was verified failed.");
        lines.add(
                "One seed a cell: differences this small a sample shows are anecdotes, whichever policy they favour.");
        return lines;
    }

    /**
     * Does nothing if every run came to its end.
     *
     * @throws UserError if all that failed can be mended by the user
     * @throws InfrastructureError if anything else failed
     */
    void requireAll() {
        List<RuntimeException> failures =
                rows.stream().map(Row::failure).filter(Objects::nonNull).toList();
        if (failures.isEmpty()) {
            return;
        }
        RuntimeException first = failures.get(0);
        String line =
                failures.size() + " of " + Counted.of(rows.size(), "run") + " failed; the first: " + first.getMessage();
        throw failures.stream().allMatch(UserError.class::isInstance)
                ? new UserError(line, first)
                : new InfrastructureError(line, first);
    }

    private Map<String, List<Row>> byCompetition() {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(row.competition(), c -> new ArrayList<>())
                .add(row));
        return groups;
    }

    private static String best(String competition, List<Row> group) {
        double top = group.stream().mapToDouble(Row::oriented).max().orElseThrow();
        if (top == Double.NEGATIVE_INFINITY) {
            return competition + ": no policy left a valid submission";
        }
        List<String> best = group.stream()
                .filter(row -> row.oriented() == top)
                .map(Row::policy)
                .toList();
        return competition + ": best score by " + String.join(" and ", best) + (best.size() > 1 ? " (equal)" : "");
    }
}
