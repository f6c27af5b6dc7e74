package dev.trimtab.benchmark.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.runtime.journal.Event;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The decisions of a run and the certificates that they and their plans left.
 *
 * @param decisions how often each kind of decision was taken
 * @param broken claims that did not hold in some certificate, by law; that a hypothesis which is kept could not have been spared breaks nothing
 * @param certificates certificates in all
 * @param restingOnAssumed those of them with an input that was only assumed
 * @param inputs inputs of certificates in all
 * @param assumed those of them that were only assumed
 * @param recomputed certificates whose sides the law gives again from their inputs
 * @param compared certificates of which only the verdict could be compared with their sides
 * @param wrong certificates whose verdict or sides are not what they should be
 */
public record CertificateAudit(
        Map<String, Integer> decisions,
        List<BrokenClaim> broken,
        int certificates,
        int restingOnAssumed,
        int inputs,
        int assumed,
        int recomputed,
        int compared,
        int wrong) {
    static CertificateAudit of(List<Event> events) {
        Counts counts = new Counts();
        for (Event event : events) {
            if (event instanceof Event.ContextPlanned plan) {
                plan.decisions().forEach(decision -> counts.take(plan.step(), decision));
                plan.certificates().forEach(certificate -> counts.takeOfPlan(plan.step(), certificate));
            } else if (event instanceof Event.StepStarted started) {
                started.decisions().forEach(decision -> counts.take(started.step(), decision));
            }
        }
        return counts.audit();
    }

    /** What a certificate states. */
    private record Claim(String law, String claim) {}

    /** How often a claim was stated, and the steps at which it did not hold. */
    private static final class Checks {
        private int of;
        private int broken;
        private final TreeSet<Integer> steps = new TreeSet<>();
    }

    private static final class Counts {
        private final Map<String, Integer> decisions = new TreeMap<>();
        private final Map<Claim, Checks> claims = new HashMap<>();
        private final Map<CertificateCheck.Outcome, Integer> checks = new TreeMap<>();
        private int certificates;
        private int resting;
        private int inputs;
        private int assumed;

        void take(int step, JsonNode decision) {
            String type = decision.path("type").asText();
            decisions.merge(type, 1, Integer::sum);
            take(
                    step,
                    decision.path("certificate"),
                    !type.equals("keep"),
                    CertificateCheck.of(type, decision.path("certificate")));
        }

        void takeOfPlan(int step, JsonNode certificate) {
            take(step, certificate, /* breakable= */ true, CertificateCheck.ofPlan(certificate));
        }

        private void take(int step, JsonNode certificate, boolean breakable, CertificateCheck.Outcome outcome) {
            checks.merge(outcome, 1, Integer::sum);
            if (breakable) {
                check(step, certificate);
            }
            certificates++;
            int before = assumed;
            for (JsonNode input : certificate.path("inputs")) {
                inputs++;
                assumed += input.path("provenance").asText().startsWith("assumed") ? 1 : 0;
            }
            resting += assumed > before ? 1 : 0;
        }

        private void check(int step, JsonNode certificate) {
            Claim claim = new Claim(
                    certificate.path("law").asText(), certificate.path("claim").asText());
            Checks own = claims.computeIfAbsent(claim, any -> new Checks());
            own.of++;
            if (!certificate.path("holds").asBoolean(true)) {
                own.broken++;
                own.steps.add(step);
            }
        }

        private List<BrokenClaim> broken() {
            return claims.entrySet().stream()
                    .filter(entry -> entry.getValue().broken > 0)
                    .map(entry -> new BrokenClaim(
                            entry.getKey().law(),
                            entry.getKey().claim(),
                            entry.getValue().broken,
                            entry.getValue().of,
                            List.copyOf(entry.getValue().steps),
                            LawBreach.meaning(
                                    entry.getKey().law(), entry.getKey().claim())))
                    .sorted(Comparator.comparingInt(CertificateAudit::number).thenComparing(BrokenClaim::claim))
                    .toList();
        }

        CertificateAudit audit() {
            return new CertificateAudit(
                    decisions,
                    broken(),
                    certificates,
                    resting,
                    inputs,
                    assumed,
                    checks.getOrDefault(CertificateCheck.Outcome.RECOMPUTED, 0),
                    checks.getOrDefault(CertificateCheck.Outcome.COMPARED, 0),
                    checks.getOrDefault(CertificateCheck.Outcome.WRONG, 0));
        }
    }

    /** Returns a law's number, so that L9 comes before L11; 0 for a policy's own rule. */
    private static int number(BrokenClaim broken) {
        String law = broken.law();
        return law.matches("L\\d+") ? Integer.parseInt(law.substring(1)) : 0;
    }
}
