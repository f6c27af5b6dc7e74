package dev.trimtab.benchmark.grid;

import dev.trimtab.runtime.attempt.Pursuit;
import dev.trimtab.runtime.config.RunConfig;
import java.util.HashSet;
import java.util.List;

/**
 * A grid of runs as a file in {@code configs/experiments} describes it: every combination of its lists is a cell.
 *
 * @param title what it asks, in one line
 * @param scaffolds files in {@code configs/scaffolds} by name, or paths that end in {@code .yaml}
 * @param policies files in {@code configs/policies} by name, or paths; {@link #NATIVE} is each scaffold's own memory, {@link #NATIVES} all of
 *     its own ones. The first is what every other is compared with
 * @param pursuits who decides what a step works on
 * @param models which models answer
 * @param budgets how much a prompt may hold, by scaffold where the budget names some
 * @param competitions ids
 * @param descriptions which description agents read
 * @param seeds each keys the random streams of a run
 * @param settings every other key of {@code configs/reference.yaml}, over the scaffold's file; what an axis varies is the axis's
 */
public record Grid(
        String title,
        List<String> scaffolds,
        List<String> policies,
        List<Pursuit.Mode> pursuits,
        List<GridModel> models,
        List<GridBudget> budgets,
        List<String> competitions,
        List<Described> descriptions,
        List<Long> seeds,
        RunConfig settings) {
    /** The policy that stands for the memory that a scaffold has by default. */
    public static final String NATIVE = "native";

    /** The policy that stands for every memory that a scaffold's original has. */
    public static final String NATIVES = "natives";

    /** Copies the lists and checks that each holds something and nothing twice. */
    public Grid {
        scaffolds = distinct("scaffolds", scaffolds);
        policies = distinct("policies", policies);
        pursuits = distinct("pursuits", pursuits);
        models = distinct("models", models);
        budgets = distinct("budgets", budgets);
        competitions = distinct("competitions", competitions);
        descriptions = distinct("descriptions", descriptions);
        seeds = distinct("seeds", seeds);
        for (String scaffold : scaffolds) {
            if (budgets.stream().noneMatch(budget -> budget.isFor(scaffold))) {
                throw new IllegalArgumentException(
                        "none of the budgets is for " + scaffold + "; give it one, or a budget without 'scaffolds'");
            }
        }
    }

    /**
     * Returns the grid whose keys a file need not write.
     *
     * @param reference the configuration of {@code configs/reference.yaml}
     * @param competitions the ids of the competitions that results are reported on
     */
    static Grid defaults(RunConfig reference, List<String> competitions) {
        return new Grid(
                "an experiment",
                List.of("aide"),
                List.of("portfolio", "ledger", NATIVE),
                List.of(Pursuit.Mode.SCAFFOLD),
                List.of(new GridModel("offline", null)),
                List.of(new GridBudget(null, null, null)),
                competitions,
                List.of(Described.ORIGINAL),
                List.of(1L),
                reference);
    }

    private static <T> List<T> distinct(String key, List<T> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(key + " must name at least one");
        }
        if (new HashSet<>(values).size() < values.size()) {
            throw new IllegalArgumentException(key + " must not name one twice");
        }
        return List.copyOf(values);
    }
}
