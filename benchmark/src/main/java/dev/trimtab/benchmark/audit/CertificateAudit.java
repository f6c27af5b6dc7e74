package dev.trimtab.benchmark.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.runtime.journal.Event;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The decisions of a run and the certificates that they and their plans left.
 *
 * @param decisions how often each kind of decision was taken
 * @param broken certificates that were broken, by law; that a hypothesis which is kept could not have been spared breaks nothing
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
        Map<String, Integer> broken,
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
                plan.decisions().forEach(counts::take);
                plan.certificates().forEach(counts::takeOfPlan);
            } else if (event instanceof Event.StepStarted started) {
                started.decisions().forEach(counts::take);
            }
        }
        return counts.audit();
    }

    private static final class Counts {
        private final Map<String, Integer> decisions = new TreeMap<>();
        private final Map<String, Integer> broken = new TreeMap<>();
        private final Map<CertificateCheck.Outcome, Integer> checks = new TreeMap<>();
        private int certificates;
        private int resting;
        private int inputs;
        private int assumed;

        void take(JsonNode decision) {
            String type = decision.path("type").asText();
            decisions.merge(type, 1, Integer::sum);
            take(
                    decision.path("certificate"),
                    !type.equals("keep"),
                    CertificateCheck.of(type, decision.path("certificate")));
        }

        void takeOfPlan(JsonNode certificate) {
            take(certificate, /* breakable= */ true, CertificateCheck.ofPlan(certificate));
        }

        private void take(JsonNode certificate, boolean breakable, CertificateCheck.Outcome outcome) {
            checks.merge(outcome, 1, Integer::sum);
            if (breakable && !certificate.path("holds").asBoolean(true)) {
                broken.merge(certificate.path("law").asText(), 1, Integer::sum);
            }
            certificates++;
            int before = assumed;
            for (JsonNode input : certificate.path("inputs")) {
                inputs++;
                assumed += input.path("provenance").asText().startsWith("assumed") ? 1 : 0;
            }
            resting += assumed > before ? 1 : 0;
        }

        CertificateAudit audit() {
            return new CertificateAudit(
                    decisions,
                    broken,
                    certificates,
                    resting,
                    inputs,
                    assumed,
                    checks.getOrDefault(CertificateCheck.Outcome.RECOMPUTED, 0),
                    checks.getOrDefault(CertificateCheck.Outcome.COMPARED, 0),
                    checks.getOrDefault(CertificateCheck.Outcome.WRONG, 0));
        }
    }
}
