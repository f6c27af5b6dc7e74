package dev.trimtab.benchmark.audit;

import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.journal.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says in words what an audit's figures point to; all of them are proxies, since the log does not know what was adequate. */
final class Diagnosis {
    private static final double MANY = 0.5;
    private static final int MOST_NOTICES = 5;

    private Diagnosis() {}

    static List<String> of(
            List<Event> events, PromptAudit prompts, List<Window> windows, Map<String, Integer> faults, int attempts) {
        List<String> findings = new ArrayList<>();
        int plans = prompts.plans();
        int failed = faults.values().stream().mapToInt(Integer::intValue).sum();
        if (events.stream().anyMatch(event -> event instanceof Event.Selected chosen && chosen.attempt() == null)) {
            findings.add("the run ended with nothing to submit: " + Counted.of(attempts, "attempt")
                    + ", none left a submission");
        }
        if (attempts > 0 && failed > MANY * attempts) {
            findings.add(String.format(
                    Locale.ROOT,
                    "%d of %s failed (most often: %s): raw model weakness comes before any memory failure",
                    failed,
                    Counted.of(attempts, "attempt"),
                    mostOften(faults)));
        }
        if (prompts.aboveThreshold() > 0) {
            findings.add(String.format(
                    Locale.ROOT,
                    "contamination was at or above its threshold in %d of %d prompts: decisions read legacy more than evidence (L1)",
                    prompts.aboveThreshold(),
                    plans));
        }
        if (prompts.infeasible() > 0) {
            findings.add(String.format(
                    Locale.ROOT,
                    "in %d of %d prompts a larger budget would have reached the aim: the window is too small for this many families (L4)",
                    prompts.infeasible(),
                    plans));
        }
        if (prompts.unreachable() > MANY * plans) {
            findings.add(String.format(
                    Locale.ROOT,
                    "in %d of %d prompts no budget would have reached the aim: too little of what was tried promises it, whatever the window (L4)",
                    prompts.unreachable(),
                    plans));
        }
        long lost = windows.stream()
                .filter(w -> w.familiesHeld() < w.familiesTried())
                .count();
        if (lost > 0) {
            findings.add(lost + " of " + windows.size()
                    + " verifications came when some family tried was no longer held in any form (L2, L3)");
        }
        long failedStrong = windows.stream().filter(w -> w.strong() == null).count();
        if (failedStrong > 0) {
            findings.add(failedStrong + " of " + windows.size()
                    + " candidates failed the strong verification although they printed a score for themselves");
        }
        if (findings.isEmpty()) {
            findings.add("nothing in the log points to a memory failure");
        }
        events.stream()
                .filter(Event.Noticed.class::isInstance)
                .map(event -> ((Event.Noticed) event).text())
                .distinct()
                .limit(MOST_NOTICES)
                .forEach(text -> findings.add("noticed on the way: " + text));
        return findings;
    }

    private static String mostOften(Map<String, Integer> faults) {
        return faults.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("none");
    }
}
