package dev.trimtab.benchmark.simulation;

import dev.trimtab.benchmark.simulation.SuccessiveHalving.Score;
import dev.trimtab.benchmark.simulation.SuccessiveHalving.Trial;
import dev.trimtab.controller.ecology.Contender;
import dev.trimtab.controller.ecology.Ensemble;
import dev.trimtab.controller.ecology.Outcome;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.NamedFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;

/** Tunes policies in development worlds: every candidate meets the same worlds, every policy has the same budget. */
public final class Tuner {
    private static final int DRAWS_A_CANDIDATE = 100;

    private final Path home;
    private final Executor threads;
    private final Tuning tuning;
    private final Experiment experiment;
    private final List<Ensemble> cells;

    /**
     * Reads the experiment whose cells the policies are tuned in.
     *
     * @param home the checkout, which holds {@code configs}
     * @param threads where episodes run; results do not depend on it
     * @throws dev.trimtab.runtime.UserError if there is no such experiment
     */
    public Tuner(Path home, Executor threads, Tuning tuning) {
        this.home = home;
        this.threads = threads;
        this.tuning = tuning;
        Path file = NamedFiles.find(home.resolve("configs/experiments"), "experiment", tuning.experiment());
        ExperimentFile experiments =
                ExperimentFile.of(file, List.of("worlds.space=development", "worlds.fingerprint=null"));
        experiment = experiments.experiment();
        cells = experiments.cells().stream()
                .map(cell -> cell.experiment().ensemble())
                .toList();
    }

    /**
     * Returns what is chosen for a policy.
     *
     * @throws dev.trimtab.runtime.UserError if there is no such policy, or no such key of it, or the budget is too small
     */
    public TunedPolicy tune(Tuning.Arm arm) {
        List<Map<String, Object>> candidates = candidates(arm);
        int worlds = SuccessiveHalving.unitsWithin(tuning.budget() / cells.size(), candidates.size());
        if (worlds == 0) {
            throw new UserError("budget: " + tuning.budget() + " episodes are not enough to try " + candidates.size()
                    + " settings in one world of each of " + cells.size() + " cells");
        }
        int most = worlds << (SuccessiveHalving.rounds(candidates.size()) - 1);
        List<List<Trial<Map<String, Object>>>> rounds = new SuccessiveHalving<Map<String, Object>>(
                        (settings, each) -> score(contender(arm, settings), ensembles(each, most)))
                .run(candidates, worlds);
        long episodes = 0;
        for (List<Trial<Map<String, Object>>> round : rounds) {
            episodes += round.stream()
                    .mapToLong(trial -> (long) trial.units() * cells.size())
                    .sum();
        }
        Trial<Map<String, Object>> best = rounds.get(rounds.size() - 1).get(0);
        return new TunedPolicy(
                arm.policy(),
                tuning.title(),
                tuning.budget(),
                episodes,
                candidates.size(),
                Simulation.worlds(ensembles(best.units(), most)),
                best.candidate(),
                best.score().success(),
                front(rounds.get(0)));
    }

    /** Draws settings, all different, as many as there can be up to the number asked for; the first changes nothing. */
    private List<Map<String, Object>> candidates(Tuning.Arm arm) {
        SplittableRandom random = new SplittableRandom(tuning.seed());
        Set<Map<String, Object>> drawn = new LinkedHashSet<>();
        drawn.add(Map.of());
        for (int i = 0; i < DRAWS_A_CANDIDATE * tuning.candidates() && drawn.size() < tuning.candidates(); i++) {
            Map<String, Object> settings = new LinkedHashMap<>();
            for (Axis axis : arm.space()) {
                settings.put(
                        axis.key(),
                        axis.values().get(random.nextInt(axis.values().size())));
            }
            drawn.add(Collections.unmodifiableMap(settings));
        }
        return List.copyOf(drawn);
    }

    private Contender contender(Tuning.Arm arm, Map<String, Object> settings) {
        List<Layer> layers = new ArrayList<>();
        settings.forEach((key, value) -> layers.add(Layer.option(key + "=" + value)));
        return new Contenders(home).fixed(arm.policy(), layers);
    }

    private Score score(Contender contender, List<Ensemble> ensembles) {
        double successes = 0;
        double tokens = 0;
        double episodes = 0;
        for (Ensemble ensemble : ensembles) {
            for (Outcome outcome : ensemble.run(List.of(contender), threads).get(0)) {
                successes += experiment.measure().of(outcome) ? 1 : 0;
                tokens += outcome.tokens();
                episodes++;
            }
        }
        return new Score(successes / episodes, tokens / episodes);
    }

    /** Returns so many worlds of each cell; no world serves two cells, and longer rounds begin with the worlds of shorter ones. */
    private List<Ensemble> ensembles(int worlds, int most) {
        List<Ensemble> ensembles = new ArrayList<>();
        for (Ensemble cell : cells) {
            long first = cell.first() + (long) ensembles.size() * most;
            ensembles.add(new Ensemble(cell.ranges(), cell.condition(), cell.protocol(), cell.space(), first, worlds));
        }
        return ensembles;
    }

    private static List<TunedPolicy.Point> front(List<Trial<Map<String, Object>>> trials) {
        return trials.stream()
                .filter(trial ->
                        trials.stream().noneMatch(other -> other.score().dominates(trial.score())))
                .map(trial -> new TunedPolicy.Point(
                        trial.candidate(),
                        trial.score().success(),
                        trial.score().tokens()))
                .toList();
    }
}
