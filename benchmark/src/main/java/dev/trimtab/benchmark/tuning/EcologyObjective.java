package dev.trimtab.benchmark.tuning;

import dev.trimtab.benchmark.simulation.Contenders;
import dev.trimtab.benchmark.simulation.Experiment;
import dev.trimtab.benchmark.simulation.ExperimentFile;
import dev.trimtab.benchmark.simulation.Simulation;
import dev.trimtab.benchmark.tuning.SuccessiveHalving.Score;
import dev.trimtab.controller.ecology.Contender;
import dev.trimtab.controller.ecology.Ensemble;
import dev.trimtab.controller.ecology.Outcome;
import dev.trimtab.controller.ecology.SeedSpace;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.NamedFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** The share of simulated searches with success, in development worlds of an experiment's cells; a unit is one world of each cell. */
final class EcologyObjective implements Objective {
    private final Path home;
    private final Executor threads;
    private final Experiment experiment;
    private final List<Ensemble> cells;

    /**
     * @param home the checkout, which holds {@code configs}
     * @param threads where episodes run; results do not depend on it
     * @param name of the experiment; its worlds are those of the development space, whatever its file says
     * @throws dev.trimtab.runtime.UserError if there is no such experiment
     */
    EcologyObjective(Path home, Executor threads, String name) {
        this.home = home;
        this.threads = threads;
        Path file = NamedFiles.find(home.resolve("configs/experiments"), "experiment", name);
        ExperimentFile experiments =
                ExperimentFile.of(file, List.of("worlds.space=development", "worlds.fingerprint=null"));
        experiment = experiments.experiment();
        cells = experiments.cells().stream()
                .map(cell -> cell.experiment().ensemble())
                .toList();
    }

    @Override
    public String counted() {
        return "episodes";
    }

    @Override
    public String places() {
        return "worlds";
    }

    @Override
    public String measure() {
        return "success (simulated)";
    }

    @Override
    public int cells() {
        return cells.size();
    }

    @Override
    public Score score(String policy, Map<String, Object> settings, int units, int most) {
        Contender contender = contender(policy, settings);
        double successes = 0;
        double tokens = 0;
        double episodes = 0;
        for (Ensemble ensemble : ensembles(SeedSpace.DEVELOPMENT, units, most)) {
            for (Outcome outcome : ensemble.run(List.of(contender), threads).get(0)) {
                successes += value(outcome);
                tokens += outcome.tokens();
                episodes++;
            }
        }
        return new Score(successes / episodes, tokens / episodes);
    }

    @Override
    public Validation validate(String policy, Map<String, Object> settings, int units) {
        List<Contender> both = List.of(contender(policy, settings), contender(policy, Map.of()));
        List<Ensemble> heldOut = ensembles(SeedSpace.HELD_OUT, units, units);
        List<Double> tuned = new ArrayList<>();
        List<Double> untuned = new ArrayList<>();
        for (Ensemble ensemble : heldOut) {
            List<List<Outcome>> outcomes = ensemble.run(both, threads);
            outcomes.get(0).forEach(outcome -> tuned.add(value(outcome)));
            outcomes.get(1).forEach(outcome -> untuned.add(value(outcome)));
        }
        return Validation.of(Simulation.worlds(heldOut), tuned, untuned);
    }

    private double value(Outcome outcome) {
        return experiment.measure().of(outcome) ? 1 : 0;
    }

    private Contender contender(String policy, Map<String, Object> settings) {
        List<Layer> layers = new ArrayList<>();
        settings.forEach((key, value) -> layers.add(Layer.option(key + "=" + value)));
        return new Contenders(home).fixed(policy, layers);
    }

    @Override
    public String fingerprint(int units, int most) {
        return Simulation.worlds(ensembles(SeedSpace.DEVELOPMENT, units, most));
    }

    /** Returns so many worlds of each cell; no world serves two cells, and longer rounds begin with the worlds of shorter ones. */
    private List<Ensemble> ensembles(SeedSpace space, int worlds, int most) {
        List<Ensemble> ensembles = new ArrayList<>();
        for (Ensemble cell : cells) {
            long first = cell.first() + (long) ensembles.size() * most;
            ensembles.add(new Ensemble(cell.ranges(), cell.condition(), cell.protocol(), space, first, worlds));
        }
        return ensembles;
    }
}
