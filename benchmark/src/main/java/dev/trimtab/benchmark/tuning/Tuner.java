package dev.trimtab.benchmark.tuning;

import dev.trimtab.benchmark.competition.CompetitionSets;
import dev.trimtab.benchmark.grid.GridListener;
import dev.trimtab.benchmark.simulation.Axis;
import dev.trimtab.benchmark.tuning.SuccessiveHalving.Trial;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.config.PolicyConfig;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;

/** Tunes policies: every candidate is measured in the same worlds or runs, every policy has the same budget. */
public final class Tuner {
    private static final int DRAWS_A_CANDIDATE = 100;

    private final Tuning tuning;
    private final Objective objective;

    /**
     * Where runs are made.
     *
     * @param home the checkout
     * @param sets the competitions there are
     * @param dataDir where prepared data are
     * @param environment where keys come from
     */
    public record Place(Path home, CompetitionSets sets, Path dataDir, Map<String, String> environment) {}

    /**
     * Returns a tuner on simulated searches.
     *
     * @param home the checkout, which holds {@code configs}
     * @param threads where episodes run; results do not depend on it
     * @throws UserError if there is no such experiment, or no such policy or key of it
     */
    public static Tuner onEcology(Path home, Executor threads, Tuning tuning) {
        return new Tuner(home, tuning, new EcologyObjective(home, threads, tuning.experiment()));
    }

    /**
     * Returns a tuner on real runs.
     *
     * @param place where they are made
     * @param root where they are kept
     * @param jobs runs at a time
     * @param progress of so many runs
     * @throws UserError if there is no such grid, it names a competition that results are reported on, or there is no such policy or key of it
     */
    public static Tuner onRuns(Place place, Tuning tuning, Path root, int jobs, IntFunction<GridListener> progress) {
        Tuning.Validating validation = tuning.validation();
        if (validation.units() > 0 && validation.competitions().isEmpty()) {
            throw new UserError("validation.competitions: name the held-out competitions to validate on");
        }
        return new Tuner(
                place.home(),
                tuning,
                new RunsObjective(
                        place,
                        tuning.experiment(),
                        root,
                        jobs,
                        progress,
                        tuning.validation().competitions()));
    }

    private Tuner(Path home, Tuning tuning, Objective objective) {
        this.tuning = tuning;
        this.objective = objective;
        tuning.arms().forEach(arm -> candidates(arm).forEach(settings -> check(home, arm.policy(), settings)));
    }

    /** Runs may cost money, so a setting that does not fit is found before the first. */
    private static void check(Path home, String policy, Map<String, Object> settings) {
        List<Layer> layers = settings.entrySet().stream()
                .map(setting -> Layer.option(setting.getKey() + "=" + setting.getValue()))
                .toList();
        PolicyConfig.load(home, policy, layers);
    }

    /**
     * Returns what is chosen for a policy.
     *
     * @throws UserError if the budget is too small
     */
    public TunedPolicy tune(Tuning.Arm arm) {
        List<Map<String, Object>> candidates = candidates(arm);
        int worlds = SuccessiveHalving.unitsWithin(tuning.budget() / objective.cells(), candidates.size());
        if (worlds == 0) {
            throw new UserError("budget: " + tuning.budget() + " " + objective.counted() + " are not enough to try "
                    + candidates.size() + " settings once in each of " + objective.cells() + " cells");
        }
        int most = worlds << (SuccessiveHalving.rounds(candidates.size()) - 1);
        List<List<Trial<Map<String, Object>>>> rounds = new SuccessiveHalving<Map<String, Object>>(
                        (settings, each) -> objective.score(arm.policy(), settings, each, most))
                .run(candidates, worlds);
        long spent = 0;
        for (List<Trial<Map<String, Object>>> round : rounds) {
            spent += round.stream()
                    .mapToLong(trial -> (long) trial.units() * objective.cells())
                    .sum();
        }
        Trial<Map<String, Object>> best = rounds.get(rounds.size() - 1).get(0);
        return new TunedPolicy(
                arm.policy(),
                tuning.title(),
                objective.counted(),
                tuning.budget(),
                spent,
                candidates.size(),
                objective.places(),
                objective.fingerprint(best.units(), most),
                best.candidate(),
                objective.measure(),
                best.score().success(),
                front(rounds.get(0)),
                tuning.validation().units() == 0
                        ? null
                        : objective.validate(
                                arm.policy(),
                                best.candidate(),
                                tuning.validation().units()));
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
