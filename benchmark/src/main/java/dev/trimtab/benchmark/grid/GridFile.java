package dev.trimtab.benchmark.grid;

import dev.trimtab.benchmark.competition.Competition;
import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.experiment.RunRequest;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.attempt.Pursuit;
import dev.trimtab.runtime.config.ConfigFile;
import dev.trimtab.runtime.config.ConfigLoader;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.NamedFiles;
import dev.trimtab.runtime.config.PolicyConfig;
import dev.trimtab.runtime.config.RunConfig;
import dev.trimtab.scaffolds.Scaffold;
import dev.trimtab.scaffolds.Scaffolds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A grid's file and the options laid over it.
 *
 * @param home the checkout
 * @param name the experiment's name: the file's without its ending
 * @param layers lowest first
 */
public record GridFile(Path home, String name, List<Layer> layers) {
    /** Copies the list. */
    public GridFile {
        layers = List.copyOf(layers);
    }

    /**
     * Returns the file with options laid over it.
     *
     * @param home the checkout
     * @param nameOrPath a file's name in {@code configs/experiments}, or a path that ends in {@code .yaml}
     * @param options each {@code key=value}
     * @throws dev.trimtab.runtime.UserError if there is no such file, or it is not YAML
     */
    public static GridFile of(Path home, String nameOrPath, List<String> options) {
        Path file = NamedFiles.find(home.resolve("configs/experiments"), "experiment", nameOrPath);
        String name = String.valueOf(file.getFileName());
        return new GridFile(
                home,
                name.substring(0, name.lastIndexOf('.')),
                Stream.concat(Stream.of(Layer.file(file)), options.stream().map(Layer::option))
                        .toList());
    }

    /**
     * Returns the grid; competitions that the file does not name are those of all bundled ones that results are reported on.
     *
     * @param sets the competitions there are
     * @throws dev.trimtab.runtime.UserError naming file, line and key if it does not fit
     */
    public Grid grid(CompetitionSets sets) {
        return new ConfigLoader().load(layers, usual(sets));
    }

    /** Returns the grid of a file that holds nothing. */
    Grid usual(CompetitionSets sets) {
        List<String> reporting = sets.set("pocket").competitions().stream()
                .filter(competition -> !competition.definition().dev())
                .map(Competition::id)
                .toList();
        return Grid.defaults(RunConfig.load(home, List.of()), reporting);
    }

    /**
     * Returns the cells: every combination once. Scaffolds change fastest, so that runs that begin with the same programs are not made side by
     * side and find them in the execution cache; seeds slowest, so that an unfinished experiment holds whole pairs.
     *
     * @throws dev.trimtab.runtime.UserError if a scaffold is asked for that there is not
     */
    public List<Cell> cells(Grid grid) {
        Map<String, Scaffold<?>> scaffolds = new LinkedHashMap<>();
        grid.scaffolds().forEach(preset -> scaffolds.put(preset, scaffold(preset)));
        List<Map<String, ContextBudget>> levels = budgets(grid);
        Set<Cell> cells = new LinkedHashSet<>();
        for (long seed : grid.seeds()) {
            for (String competition : grid.competitions()) {
                for (GridModel model : grid.models()) {
                    for (Map<String, ContextBudget> budgets : levels) {
                        for (Pursuit.Mode pursuit : grid.pursuits()) {
                            for (String policy : grid.policies()) {
                                for (Described description : grid.descriptions()) {
                                    budgets.forEach((preset, budget) -> resolved(
                                                    policy, Objects.requireNonNull(scaffolds.get(preset)))
                                            .forEach(name -> cells.add(new Cell(
                                                    preset,
                                                    name,
                                                    pursuit,
                                                    model,
                                                    budget,
                                                    competition,
                                                    description,
                                                    seed))));
                                }
                            }
                        }
                    }
                }
            }
        }
        return List.copyOf(cells);
    }

    /** Returns by scaffold the first budget that is for it, then the second ones, and so on. */
    private static List<Map<String, ContextBudget>> budgets(Grid grid) {
        List<Map<String, ContextBudget>> levels = new ArrayList<>();
        for (String scaffold : grid.scaffolds()) {
            int level = 0;
            for (GridBudget budget : grid.budgets()) {
                if (budget.isFor(scaffold)) {
                    if (level == levels.size()) {
                        levels.add(new LinkedHashMap<>());
                    }
                    levels.get(level++).put(scaffold, budget.budget());
                }
            }
        }
        return levels;
    }

    /**
     * Returns what is asked of a cell's run. It counts as begun, as the grid does: what has no effect is looked for before a grid is begun.
     *
     * @param dataDir where prepared data are
     * @throws dev.trimtab.runtime.UserError if a file is missing
     */
    public RunRequest request(Cell cell, Path dataDir) {
        List<String> options = new ArrayList<>();
        settings().forEach(layer -> options.addAll(layer.assignments()));
        options.addAll(cell.options());
        return new RunRequest(
                home, dataDir, List.of(ConfigFile.read(scaffoldFile(cell.scaffold()))), options, /* begun= */ true);
    }

    /**
     * Makes sure that a cell's names stand for something and its settings fit, as far as can be told without starting anything; keys without effect
     * are not looked for.
     *
     * @throws dev.trimtab.runtime.UserError naming the file and its line where the settings do not fit
     */
    public void check(Cell cell, CompetitionSets sets) {
        List<Layer> over = new ArrayList<>(List.of(Layer.file(scaffoldFile(cell.scaffold()))));
        over.addAll(settings());
        cell.options().forEach(option -> over.add(Layer.option(option)));
        RunConfig config = RunConfig.load(home, over);
        if (!scaffold(cell.scaffold()).name().equals(config.agent().scaffold())) {
            throw new UserError("settings.agent.scaffold is " + config.agent().scaffold() + " and the grid's scaffold "
                    + cell.scaffold() + ": leave it out, and name it in 'scaffolds'");
        }
        new Scaffolds().named(config.agent().scaffold()).needsFunctions(RunConfig.layers(home, over));
        PolicyConfig.load(home, cell.policy(), idle -> {});
        sets.find(cell.competition());
    }

    /** Returns the file of a scaffold's preset. */
    Path scaffoldFile(String nameOrPath) {
        return NamedFiles.find(home.resolve("configs/scaffolds"), "scaffold", nameOrPath);
    }

    private List<Layer> settings() {
        return layers.stream().map(layer -> layer.section("settings")).toList();
    }

    private Scaffold<?> scaffold(String preset) {
        RunConfig config = RunConfig.load(home, List.of(Layer.file(scaffoldFile(preset))));
        return new Scaffolds().named(config.agent().scaffold());
    }

    private static List<String> resolved(String policy, Scaffold<?> scaffold) {
        return switch (policy) {
            case Grid.NATIVE -> scaffold.nativePolicies().subList(0, 1);
            case Grid.NATIVES -> scaffold.nativePolicies();
            default -> List.of(policy);
        };
    }
}
