package dev.trimtab.benchmark.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.controller.estimate.ChoiceEstimator;
import dev.trimtab.controller.estimate.ChoiceEstimator.Choice;
import dev.trimtab.controller.estimate.DriftEstimator;
import dev.trimtab.controller.estimate.RateEstimator;
import dev.trimtab.controller.law.Contamination;
import dev.trimtab.controller.law.Drift;
import dev.trimtab.controller.law.Quantity;
import dev.trimtab.controller.policy.Legacy;
import dev.trimtab.runtime.journal.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Estimates the constants of the laws from a run's log, each under a prior and from a stated least count on. */
final class RunEstimates {
    private static final RateEstimator LOSS = new RateEstimator(0.01, 20, 50);
    private static final RateEstimator RECOVERY = new RateEstimator(0.7, 4, 5);
    private static final Drift DRIFT = new Drift(0.08, 0.1);
    private static final int LEAST_STEPS = 10;
    private static final int LEAST_CHOICES = 20;
    private static final Contamination GAPS =
            new Contamination(Legacy.DEFAULT.liveGap(), Legacy.DEFAULT.pull() / 2, Legacy.DEFAULT.noise());
    private static final double GAP_SPREAD = 0.2;

    private final List<DriftEstimator.Change> changes = new ArrayList<>();
    private final Map<String, String> families = new TreeMap<>();
    private final List<Worked> worked = new ArrayList<>();
    private Event.@Nullable ContextPlanned last;
    private @Nullable String selected;
    private int activeSteps;
    private int lost;
    private int recoveries;
    private int recovered;

    /** Work on a family in a context of that contamination. */
    private record Worked(String family, double contamination) {}

    private RunEstimates() {}

    /** @param lowerIsBetter the direction of the metric, or null where it is not known */
    static List<Estimate> of(List<Event> events, @Nullable Boolean lowerIsBetter) {
        RunEstimates estimates = new RunEstimates();
        events.forEach(estimates::take);
        List<Estimate> all = estimates.all();
        all.addAll(SearchEstimates.of(events, lowerIsBetter));
        return all;
    }

    private void take(Event event) {
        if (event instanceof Event.ContextPlanned plan) {
            if (last != null && plan.step() > last.step()) {
                compare(last, plan);
            }
            last = plan;
        } else if (event instanceof Event.Attempted attempted) {
            families.put(attempted.attempt().id(), attempted.family());
            Double chi = last == null ? null : last.readings().get("contamination");
            if (chi != null && attempted.step() >= 0) {
                worked.add(new Worked(attempted.family(), chi));
            }
        } else if (event instanceof Event.Selected chosen && chosen.by().equals("strong")) {
            selected = chosen.attempt();
        }
    }

    private void compare(Event.ContextPlanned before, Event.ContextPlanned after) {
        Double from = before.readings().get("contamination");
        Double to = after.readings().get("contamination-before");
        if (from != null && to != null) {
            changes.add(new DriftEstimator.Change(from, to));
        }
        Set<String> opened = new HashSet<>();
        for (JsonNode decision : before.decisions()) {
            if (decision.path("type").asText().equals("recover")) {
                opened.add(decision.path("hypothesis").asText());
            }
        }
        before.representations().forEach((item, held) -> {
            boolean there = after.representations().containsKey(item);
            if (opened.contains(item)) {
                recoveries++;
                recovered += there ? 1 : 0;
            } else if (held.equals("full") || held.equals("compressed")) {
                activeSteps++;
                lost += there ? 0 : 1;
            }
        });
    }

    private List<Estimate> all() {
        List<Estimate> all = new ArrayList<>();
        all.add(Estimate.of(
                "h",
                LOSS.of(lost, activeSteps),
                LOSS.prior(),
                activeSteps,
                "active items a step, lost by nobody's decision"));
        all.add(Estimate.of(
                "rho", RECOVERY.of(recovered, recoveries), RECOVERY.prior(), recoveries, "recoveries, that worked"));
        Drift drift = new DriftEstimator(DRIFT).of(changes);
        String steps = "steps, by the change of contamination from a plan to the next";
        all.add(Estimate.of(
                "alpha", counted(drift.inflow(), changes.size(), LEAST_STEPS), DRIFT.inflow(), changes.size(), steps));
        all.add(Estimate.of(
                "beta", counted(drift.purge(), changes.size(), LEAST_STEPS), DRIFT.purge(), changes.size(), steps));
        List<Choice> choices = choices();
        Contamination gaps = new ChoiceEstimator(GAPS, GAP_SPREAD).of(choices);
        String from = "steps of work (proxy: on the family of the attempt that verification chose, or on another)";
        all.add(Estimate.of(
                "Delta", counted(gaps.live(), choices.size(), LEAST_CHOICES), GAPS.live(), choices.size(), from));
        all.add(Estimate.of(
                "Gamma", counted(gaps.legacy(), choices.size(), LEAST_CHOICES), GAPS.legacy(), choices.size(), from));
        return all;
    }

    private List<Choice> choices() {
        String adequate = selected == null ? null : families.get(selected);
        return adequate == null
                ? List.of()
                : worked.stream()
                        .map(work ->
                                new Choice(work.contamination(), work.family().equals(adequate)))
                        .toList();
    }

    private static Quantity counted(double value, int observations, int least) {
        return observations < least ? Quantity.assumed(value) : Quantity.estimated(value, observations);
    }
}
