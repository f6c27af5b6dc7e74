package dev.trimtab.benchmark.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.JournalReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The per-law audit of one run, read from its event log alone.
 *
 * @param plans prompts in which a policy chose among optional items
 * @param bound prompts whose budget did not hold all that the policy wanted
 * @param contamination the largest contamination read, or null when the policy reads none (law L1)
 * @param aboveThreshold plans whose contamination was at or above its threshold (law L1)
 * @param infeasible plans whose budget lacks tokens for the aim (law L4)
 * @param unreachable plans whose aim no budget would reach, since too little of what was tried promises it (law L4)
 * @param decisions how often each kind of decision was taken
 * @param broken certificates that were broken, by law; that a hypothesis which is kept could not have been spared breaks nothing
 * @param assumed inputs of certificates that were only assumed
 * @param inputs inputs of certificates in all
 * @param checks what checking the certificates again came to
 * @param windows what each strong verification found
 * @param faults how often attempts failed, by reason
 * @param estimates constants of the laws as this log estimates them, with what they are assumed to be before
 * @param diagnosis one sentence a finding, the most telling first; every figure in it is a proxy read from the log
 */
public record RunAudit(
        int plans,
        int bound,
        @Nullable Double contamination,
        int aboveThreshold,
        int infeasible,
        int unreachable,
        Map<String, Integer> decisions,
        Map<String, Integer> broken,
        int assumed,
        int inputs,
        Checks checks,
        List<Window> windows,
        Map<String, Integer> faults,
        List<Estimate> estimates,
        List<String> diagnosis) {
    /**
     * Certificates checked again.
     *
     * @param recomputed those whose sides the law gives again from their inputs
     * @param compared those of which only the verdict could be compared with their sides
     * @param wrong those whose verdict or sides are not what they should be
     */
    public record Checks(int recomputed, int compared, int wrong) {
        private Checks plus(CertificateCheck.Outcome outcome) {
            return switch (outcome) {
                case RECOMPUTED -> new Checks(recomputed + 1, compared, wrong);
                case COMPARED -> new Checks(recomputed, compared + 1, wrong);
                case WRONG -> new Checks(recomputed, compared, wrong + 1);
            };
        }
    }

    /**
     * A strong verification of one candidate.
     *
     * @param step the control step it was charged to
     * @param attempt the candidate
     * @param family its family
     * @param own the score it printed for itself
     * @param strong the mean score over folds, or null when it failed
     * @param familiesTried families with an attempt by then
     * @param familiesInContext families that the last plan before it still held
     */
    public record Window(
            int step,
            String attempt,
            String family,
            @Nullable Double own,
            @Nullable Double strong,
            int familiesTried,
            int familiesInContext) {}

    /**
     * Audits a run.
     *
     * @param eventLog the run's {@code events.jsonl}
     */
    public static RunAudit of(Path eventLog) {
        List<Event> events = JournalReader.read(eventLog).events();
        Counts counts = new Counts();
        events.forEach(counts::take);
        return new RunAudit(
                counts.plans,
                counts.bound,
                counts.contamination,
                counts.above,
                counts.infeasible,
                counts.unreachable,
                counts.decisions,
                counts.broken,
                counts.assumed,
                counts.inputs,
                counts.checks,
                List.copyOf(counts.windows),
                counts.faults,
                RunEstimates.of(events),
                Diagnosis.of(
                        counts.plans,
                        counts.above,
                        counts.infeasible,
                        counts.unreachable,
                        counts.windows,
                        counts.faults,
                        counts.attempts));
    }

    /** Folds the log. */
    private static final class Counts {
        private int plans;
        private int bound;
        private @Nullable Double contamination;
        private int above;
        private int infeasible;
        private int unreachable;
        private int assumed;
        private int inputs;
        private int attempts;
        private Checks checks = new Checks(0, 0, 0);
        private final Map<String, Integer> decisions = new TreeMap<>();
        private final Map<String, Integer> broken = new TreeMap<>();
        private final Map<String, Integer> faults = new TreeMap<>();
        private final List<Window> windows = new ArrayList<>();
        private final Map<String, Event.Attempted> byId = new TreeMap<>();
        private final Set<String> tried = new LinkedHashSet<>();
        private Set<String> held = Set.of();

        void take(Event event) {
            if (event instanceof Event.ContextPlanned plan) {
                plan(plan);
            } else if (event instanceof Event.StepStarted started) {
                started.decisions().forEach(this::check);
            } else if (event instanceof Event.Attempted attempted) {
                attempts++;
                byId.put(attempted.attempt().id(), attempted);
                tried.add(attempted.family());
                if (attempted.attempt().fault() != null) {
                    String error = attempted.attempt().error();
                    faults.merge(attempted.attempt().fault() + (error == null ? "" : " " + error), 1, Integer::sum);
                }
            } else if (event instanceof Event.Verified verified) {
                Event.Attempted candidate = byId.get(verified.attempt());
                windows.add(new Window(
                        verified.step(),
                        verified.attempt(),
                        candidate == null ? "unknown" : candidate.family(),
                        candidate == null ? null : candidate.attempt().score(),
                        verified.mean(),
                        tried.size(),
                        held.size()));
            }
        }

        private void plan(Event.ContextPlanned plan) {
            plans++;
            bound += plan.wanted() > plan.budget() ? 1 : 0;
            Double chi = plan.readings().get("contamination");
            if (chi != null) {
                contamination = contamination == null ? chi : Math.max(contamination, chi);
                above += chi >= plan.readings().getOrDefault("contamination-threshold", Double.POSITIVE_INFINITY)
                        ? 1
                        : 0;
            }
            double missing = plan.readings().getOrDefault("tokens-missing", 0.0);
            infeasible += missing > 0 && missing < Double.POSITIVE_INFINITY ? 1 : 0;
            unreachable += missing == Double.POSITIVE_INFINITY ? 1 : 0;
            Set<String> families = new LinkedHashSet<>();
            plan.representations().forEach((item, representation) -> {
                Event.Attempted attempted = byId.get(item);
                if (attempted != null && !representation.equals("extinct")) {
                    families.add(attempted.family());
                }
            });
            held = families;
            plan.decisions().forEach(this::decision);
        }

        private void check(JsonNode decision) {
            checks = checks.plus(CertificateCheck.of(decision.path("type").asText(), decision.path("certificate")));
        }

        private void decision(JsonNode decision) {
            decisions.merge(decision.path("type").asText(), 1, Integer::sum);
            check(decision);
            JsonNode certificate = decision.path("certificate");
            boolean keeps = decision.path("type").asText().equals("keep");
            if (!keeps && !certificate.path("holds").asBoolean(true)) {
                broken.merge(certificate.path("law").asText(), 1, Integer::sum);
            }
            for (JsonNode input : certificate.path("inputs")) {
                inputs++;
                assumed += input.path("provenance").asText().startsWith("assumed") ? 1 : 0;
            }
        }
    }
}
