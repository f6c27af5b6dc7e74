package dev.trimtab.benchmark.audit;

import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.journal.Event;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The per-law audit of one run, read from its event log. Every figure in it is a proxy, since a log does not know what was adequate.
 *
 * @param prompts what the prompts held against what the laws ask of them
 * @param certificates the decisions and the certificates that they left
 * @param retirements hypotheses that left the context by a decision
 * @param windows what each strong verification found
 * @param families what became of each family of hypotheses, in the order in which they were tried
 * @param resets what each reset brought
 * @param lockIn the longest row of attempts on one family that made nothing better, or null if there is none or the direction is not known
 * @param losses agent steps from which nothing came
 * @param repeats attempts whose program had been tried before
 * @param faults how often attempts failed, by reason
 * @param channels what the log shows in place of the channels of regret
 * @param estimates constants of the laws as this log estimates them, with what they are assumed to be before
 * @param findings one sentence a finding, the most telling first
 * @param verdict what held the run back, in one paragraph
 */
public record RunAudit(
        PromptAudit prompts,
        CertificateAudit certificates,
        Retirements retirements,
        List<Window> windows,
        List<FamilyStory> families,
        List<ResetStory> resets,
        @Nullable LockIn lockIn,
        StepLosses losses,
        Repeats repeats,
        Map<String, Integer> faults,
        List<ChannelProxy> channels,
        List<Estimate> estimates,
        List<String> findings,
        Verdict verdict) {
    /**
     * Audits a run.
     *
     * @param events its log, oldest first
     * @param lowerIsBetter the direction of the metric, or null where it is not known
     */
    public static RunAudit of(List<Event> events, @Nullable Boolean lowerIsBetter) {
        List<Attempt> attempts = events.stream()
                .filter(Event.Attempted.class::isInstance)
                .map(event -> ((Event.Attempted) event).attempt())
                .toList();
        PromptAudit prompts = PromptAudit.of(events);
        CertificateAudit certificates = CertificateAudit.of(events);
        Retirements retirements = Retirements.of(events);
        List<Window> windows = Window.of(events);
        StepLosses losses = StepLosses.of(events);
        Tried tried = Tried.of(events, attempts);
        Repeats repeats = Repeats.of(events);
        Map<String, Integer> faults = faults(attempts);
        List<ChannelProxy> channels =
                ChannelProxy.of(prompts, retirements, Declined.of(events), repeats, losses, attempts.size());
        return new RunAudit(
                prompts,
                certificates,
                retirements,
                windows,
                FamilyStory.of(events),
                ResetStory.of(events, lowerIsBetter),
                LockIn.of(events, lowerIsBetter),
                losses,
                repeats,
                faults,
                channels,
                RunEstimates.of(events, lowerIsBetter),
                Diagnosis.of(events, prompts, windows, faults, attempts.size()),
                Verdict.of(prompts, certificates, windows, repeats, channels, losses, tried));
    }

    private static Map<String, Integer> faults(List<Attempt> attempts) {
        Map<String, Integer> faults = new TreeMap<>();
        for (Attempt attempt : attempts) {
            if (attempt.fault() != null) {
                faults.merge(attempt.fault() + (attempt.error() == null ? "" : " " + attempt.error()), 1, Integer::sum);
            }
        }
        return faults;
    }
}
