package dev.trimtab.benchmark.audit;

import dev.trimtab.controller.estimate.HalfLifeEstimator;
import dev.trimtab.controller.estimate.PullEstimator;
import dev.trimtab.controller.estimate.RateEstimator;
import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.policy.Ageing;
import dev.trimtab.controller.policy.Legacy;
import dev.trimtab.controller.policy.StabilityController;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.journal.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Estimates, from what a run worked on and what its strong verifications told, the constants {@code q}, {@code u}, {@code iota} and {@code H}. */
final class SearchEstimates {
    private static final RateEstimator FAMILY = new RateEstimator(0.3, 4, 5);
    private static final RateEstimator REALISE = new RateEstimator(Legacy.DEFAULT.realiseChance(), 4, 10);
    private static final PullEstimator PULL = new PullEstimator(
            Legacy.DEFAULT.liveGap(), Legacy.DEFAULT.pull(), Legacy.DEFAULT.noise(), /* spread= */ 0.2);
    private static final HalfLifeEstimator HALF_LIFE =
            new HalfLifeEstimator(Ageing.DEFAULT.stalenessHalfLife(), /* spread= */ 1);
    private static final int LEAST_CHOICES = 20;

    private final List<Event.Attempted> attempts = new ArrayList<>();
    private final Map<String, String> families = new HashMap<>();
    private final Map<String, Integer> lastEvidence = new LinkedHashMap<>();
    private final Map<String, Double> inertia = new HashMap<>();
    private final List<Choosing> choosings = new ArrayList<>();
    private final List<HalfLifeEstimator.Return> returns = new ArrayList<>();
    private final List<Event.Verified> verified = new ArrayList<>();
    private @Nullable String selected;
    private @Nullable Double contamination;

    /** What was worked on, and the inertia of every family before. */
    private record Choosing(String family, double contamination, Map<String, Double> inertia) {}

    private SearchEstimates() {}

    /** @param lowerIsBetter the direction of the metric, or null where it is not known, so that verifications tell of no family */
    static List<Estimate> of(List<Event> events, @Nullable Boolean lowerIsBetter) {
        SearchEstimates estimates = new SearchEstimates();
        events.forEach(estimates::take);
        List<Estimate> all = new ArrayList<>();
        Verified told = estimates.told(lowerIsBetter);
        all.add(Estimate.of(
                "q",
                FAMILY.of(told.adequate(), told.families()),
                FAMILY.prior(),
                told.families(),
                "families that were verified (proxy: adequate if within the folds' spread of the best)"));
        all.add(
                Estimate.of(
                        "u",
                        REALISE.of(told.adequate(), told.steps()),
                        REALISE.prior(),
                        told.steps(),
                        "attempts on those families until one scored as the verified one (proxy: families that never did are not seen)"));
        List<PullEstimator.Choice> choices = estimates.choices();
        all.add(Estimate.of(
                "iota",
                counted(PULL.of(choices), choices.size()),
                PULL.pull(),
                choices.size(),
                "steps of work (proxy: on the family that verification chose, or on another), by inertia"));
        all.add(Estimate.of(
                "H",
                counted(HALF_LIFE.of(estimates.returns), estimates.returns.size()),
                HALF_LIFE.prior(),
                estimates.returns.size(),
                "attempts made from earlier ones (proxy: each is taken up in proportion to its live part)"));
        return all;
    }

    private static Quantity counted(double value, int observations) {
        return observations < LEAST_CHOICES ? Quantity.assumed(value) : Quantity.estimated(value, observations);
    }

    private void take(Event event) {
        if (event instanceof Event.ContextPlanned plan) {
            contamination = plan.readings().get("contamination");
        } else if (event instanceof Event.Attempted attempted) {
            attempted(attempted);
        } else if (event instanceof Event.Verified seen) {
            verified.add(seen);
        } else if (event instanceof Event.Selected chosen && chosen.by().equals("strong")) {
            selected = chosen.attempt();
        }
    }

    private void attempted(Event.Attempted attempted) {
        Attempt attempt = attempted.attempt();
        String family = attempted.family();
        if (contamination != null && attempted.step() >= 0) {
            choosings.add(new Choosing(family, contamination, Map.copyOf(inertia)));
        }
        String parent = attempt.parent();
        Integer seen = parent == null ? null : lastEvidence.get(parent);
        if (seen != null && lastEvidence.size() > 1) {
            List<Integer> offered = lastEvidence.values().stream()
                    .map(at -> staleness(attempted.step(), at))
                    .toList();
            returns.add(new HalfLifeEstimator.Return(staleness(attempted.step(), seen), offered));
            lastEvidence.put(parent, attempted.step());
        }
        inertia.putIfAbsent(family, 0.0);
        inertia.replaceAll((name, share) -> (1 - StabilityController.INERTIA_RATE) * share
                + (name.equals(family) ? StabilityController.INERTIA_RATE : 0));
        lastEvidence.put(attempt.id(), attempted.step());
        families.put(attempt.id(), family);
        attempts.add(attempted);
    }

    private static int staleness(int step, int lastEvidence) {
        return Math.max(0, step - lastEvidence - 1);
    }

    /** Choices made while the family that verification chose, and another one, were known. */
    private List<PullEstimator.Choice> choices() {
        String adequate = selected == null ? null : families.get(selected);
        List<PullEstimator.Choice> choices = new ArrayList<>();
        for (Choosing made : choosings) {
            Double own = adequate == null ? null : made.inertia().get(adequate);
            if (own != null && made.inertia().size() > 1) {
                double decoy = 0;
                for (Map.Entry<String, Double> other : made.inertia().entrySet()) {
                    decoy = other.getKey().equals(adequate) ? decoy : Math.max(decoy, other.getValue());
                }
                choices.add(new PullEstimator.Choice(
                        made.contamination(), decoy - own, made.family().equals(adequate)));
            }
        }
        return choices;
    }

    /**
     * What verifications told.
     *
     * @param families that were verified
     * @param adequate those of them within the folds' spread of the best
     * @param steps attempts on the adequate ones until one scored as the verified one did
     */
    private record Verified(int families, int adequate, int steps) {}

    private Verified told(@Nullable Boolean lowerIsBetter) {
        if (lowerIsBetter == null) {
            return new Verified(0, 0, 0);
        }
        double sign = lowerIsBetter ? -1 : 1;
        Map<String, Event.Verified> best = new LinkedHashMap<>();
        double most = Double.NEGATIVE_INFINITY;
        for (Event.Verified seen : verified) {
            Double mean = seen.mean();
            String family = families.get(seen.attempt());
            if (mean != null && family != null) {
                Event.Verified known = best.get(family);
                Double before = known == null ? null : known.mean();
                if (before == null || sign * mean > sign * before) {
                    best.put(family, seen);
                }
                most = Math.max(most, sign * mean);
            }
        }
        double tolerance = verified.stream()
                .map(Event.Verified::spread)
                .filter(spread -> spread != null)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        int adequate = 0;
        int steps = 0;
        for (Map.Entry<String, Event.Verified> family : best.entrySet()) {
            Double mean = family.getValue().mean();
            if (mean != null && sign * mean >= most - tolerance) {
                adequate++;
                steps += stepsTo(family.getKey(), family.getValue().attempt(), sign, tolerance);
            }
        }
        return new Verified(best.size(), adequate, steps);
    }

    /** Returns how many attempts on a family it took until one scored for itself as the given one did. */
    private int stepsTo(String family, String attempt, double sign, double tolerance) {
        Double own = attempts.stream()
                .map(Event.Attempted::attempt)
                .filter(a -> a.id().equals(attempt))
                .map(Attempt::score)
                .findFirst()
                .orElse(null);
        int steps = 0;
        for (Event.Attempted made : attempts) {
            if (made.family().equals(family)) {
                steps++;
                Double score = made.attempt().fault() == null ? made.attempt().score() : null;
                boolean reached = own != null && score != null && sign * score >= sign * own - tolerance;
                if (reached || made.attempt().id().equals(attempt)) {
                    return steps;
                }
            }
        }
        return steps;
    }
}
