package dev.trimtab.benchmark.grid;

import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.experiment.IdleSettings;
import dev.trimtab.benchmark.experiment.IdleSettings.Reason;
import dev.trimtab.runtime.config.IdleKeys;
import dev.trimtab.runtime.config.PolicyConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The keys of a grid that none of its runs reads.
 *
 * @param file the grid's file
 * @param sets the competitions there are
 * @param environment where the models' keys come from
 */
record IdleGridKeys(GridFile file, CompetitionSets sets, Map<String, String> environment) {
    /** The keys of a run that each cell says itself, by the grid's own key. */
    private static final Map<String, String> OWN = Map.of(
            "agent.policy", "policies",
            "agent.pursuit", "pursuits",
            "agent.competition", "competitions",
            "agent.seed", "seeds",
            "model.name", "models");

    /** What of a cell decides which settings its run reads. */
    private record Kind(String scaffold, GridModel model) {
        Kind(Cell cell) {
            this(cell.scaffold(), cell.model());
        }
    }

    /**
     * Refuses what has no effect in the grid, and in the files of its policies and models.
     *
     * @throws dev.trimtab.runtime.UserError naming file, line and key, or the option, why it has none and what to do
     */
    void refuse() {
        IdleKeys.refuseAll(
                file.layers(), file.usual(sets), layers -> of(new GridFile(file.home(), file.name(), layers)));
        file.cells(file.grid(sets)).stream()
                .map(Cell::policy)
                .distinct()
                .forEach(policy -> PolicyConfig.load(file.home(), policy));
    }

    /** Returns why, by key. */
    private Map<String, String> of(GridFile asked) {
        Grid grid = asked.grid(sets);
        List<Cell> cells = asked.cells(grid);
        Map<Kind, Map<String, Reason>> runs = new LinkedHashMap<>();
        cells.forEach(cell -> runs.computeIfAbsent(
                new Kind(cell),
                kind -> IdleSettings.of(asked.request(cell, Path.of("")), environment)
                        .reasons()));
        Map<String, String> idle = new LinkedHashMap<>();
        overruled(cells)
                .forEach((key, axis) -> idle.put(
                        "settings." + key, "beside the grid's own key '" + axis + "': leave it out, and set that"));
        common(List.copyOf(runs.values())).forEach((key, why) -> idle.putIfAbsent("settings." + key, why));
        for (int i = 0; i < grid.models().size(); i++) {
            GridModel model = grid.models().get(i);
            List<Map<String, Reason>> its = runs.entrySet().stream()
                    .filter(run -> run.getKey().model().equals(model))
                    .map(Map.Entry::getValue)
                    .toList();
            String why = common(its).get("model.profile");
            if (why != null) {
                idle.put("models[" + i + "].profile", why);
            }
        }
        for (int i = 0; i < grid.budgets().size(); i++) {
            GridBudget budget = grid.budgets().get(i);
            if (grid.scaffolds().stream().noneMatch(budget::isFor)) {
                idle.put(
                        "budgets[" + i + "].scaffolds",
                        "since the grid has none of these: leave this budget out, or name them in 'scaffolds'");
            }
        }
        return idle;
    }

    /** Returns the settings that every cell overrules, by the grid's own key. */
    private static Map<String, String> overruled(List<Cell> cells) {
        Map<String, String> keys = new TreeMap<>(OWN);
        if (cells.stream().allMatch(cell -> cell.model().profile() != null)) {
            keys.put("model.profile", "models");
        }
        if (cells.stream().allMatch(cell -> cell.budget().window() != null)) {
            keys.put("context.tokens", "budgets");
        }
        if (cells.stream().allMatch(cell -> cell.budget().memory() != null)) {
            keys.put("context.memory-tokens", "budgets");
        }
        return keys;
    }

    /** Returns what no run reads, with all reasons. */
    private static Map<String, String> common(List<Map<String, Reason>> runs) {
        Set<String> keys = new LinkedHashSet<>(runs.get(0).keySet());
        runs.forEach(run -> keys.retainAll(run.keySet()));
        Map<String, String> common = new LinkedHashMap<>();
        for (String key : keys) {
            List<Reason> reasons = runs.stream()
                    .map(run -> Objects.requireNonNull(run.get(key)))
                    .toList();
            String where = reasons.stream().map(Reason::where).distinct().collect(Collectors.joining(", nor "));
            common.put(key, where + ": leave it out, or " + reasons.get(0).cure());
        }
        return common;
    }
}
