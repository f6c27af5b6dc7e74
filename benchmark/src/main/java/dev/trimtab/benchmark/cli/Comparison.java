package dev.trimtab.benchmark.cli;

import dev.trimtab.benchmark.experiment.CompetitionRun;
import dev.trimtab.benchmark.grade.Score;
import dev.trimtab.benchmark.metric.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Policies side by side, one run each: a look, not a statistic, and it says so. */
record Comparison(List<Row> rows) {
    Comparison {
        rows = List.copyOf(rows);
    }

    /**
     * One run.
     *
     * @param score the private score, or null
     * @param seconds wall time of the run, beside others that ran at the same time
     */
    record Row(
            String competition,
            String policy,
            Direction direction,
            @Nullable Double score,
            String medal,
            int attempts,
            int calls,
            long tokens,
            int lateSteps,
            int lateBound,
            double seconds) {
        static Row of(
                String competition, String policy, Direction direction, CompetitionRun.Result result, double seconds) {
            return new Row(
                    competition,
                    policy,
                    direction,
                    result.grade().score() instanceof Score.Scored scored ? scored.value() : null,
                    ResultLines.medal(result),
                    result.totals().attempts(),
                    result.totals().calls(),
                    result.totals().tokens(),
                    result.totals().lateSteps(),
                    result.totals().lateBound(),
                    seconds);
        }
    }

    /** Returns the table and what it says. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-20s %-13s %-9s %-7s %-6s %6s %6s %8s %7s %s",
                "competition",
                "policy",
                "score",
                "medal",
                "valid",
                "steps",
                "calls",
                "tokens",
                "time s",
                "budget bound from step 6"));
        for (Row row : rows) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-20s %-13s %-9s %-7s %-6s %6d %6d %8d %7.0f %d of %d steps",
                    row.competition(),
                    row.policy(),
                    row.score() == null ? "none" : ProgressLines.number(row.score()),
                    row.medal(),
                    row.score() == null ? "no" : "yes",
                    row.attempts(),
                    row.calls(),
                    row.tokens(),
                    row.seconds(),
                    row.lateBound(),
                    row.lateSteps()));
        }
        lines.add("");
        byCompetition().forEach((competition, group) -> lines.add(best(competition, group)));
        lines.add(
                "One seed a cell: differences this small a sample shows are anecdotes, whichever policy they favour.");
        return lines;
    }

    private Map<String, List<Row>> byCompetition() {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(row.competition(), c -> new ArrayList<>())
                .add(row));
        return groups;
    }

    private static String best(String competition, List<Row> group) {
        Comparator<Row> byScore = Comparator.comparingDouble(row -> oriented(row));
        double top = oriented(group.stream().max(byScore).orElseThrow());
        if (top == Double.NEGATIVE_INFINITY) {
            return competition + ": no policy left a valid submission";
        }
        List<String> best = group.stream()
                .filter(row -> oriented(row) == top)
                .map(Row::policy)
                .toList();
        return competition + ": best score by " + String.join(" and ", best) + (best.size() > 1 ? " (equal)" : "");
    }

    private static double oriented(Row row) {
        if (row.score() == null) {
            return Double.NEGATIVE_INFINITY;
        }
        return row.direction() == Direction.MAXIMIZE ? row.score() : -row.score();
    }
}
