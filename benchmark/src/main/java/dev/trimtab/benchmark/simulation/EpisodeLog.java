package dev.trimtab.benchmark.simulation;

import dev.trimtab.controller.ecology.EcologyEvent;
import dev.trimtab.runtime.attempt.Attempt;
import dev.trimtab.runtime.context.DecisionJson;
import dev.trimtab.runtime.context.Readings;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.Journal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes an episode as the event log of a run, so that {@code audit} reads it. A hypothesis stands as an attempt under its own id, once for each
 * step of work on it; programs, model calls and times do not occur.
 */
final class EpisodeLog implements Consumer<EcologyEvent>, AutoCloseable {
    private final Journal journal;

    private EpisodeLog(Journal journal) {
        this.journal = journal;
    }

    /**
     * Begins a log.
     *
     * @param file does not exist yet; its folder does
     * @param worlds fingerprint of the worlds, in the place of a configuration's
     */
    static EpisodeLog create(Path file, String worlds) {
        EpisodeLog log = new EpisodeLog(Journal.create(file, InstantSource.fixed(Instant.EPOCH)));
        log.journal.append(new Event.RunStarted(-1, worlds));
        return log;
    }

    @Override
    public void accept(EcologyEvent event) {
        if (event instanceof EcologyEvent.ContextPlanned planned) {
            journal.append(planned(planned));
        } else if (event instanceof EcologyEvent.Attempted attempted) {
            journal.append(attempted(attempted));
        } else if (event instanceof EcologyEvent.Verified v) {
            journal.append(new Event.Verified(v.step(), v.hypothesis(), List.of(v.score()), v.score(), null));
        } else if (event instanceof EcologyEvent.Ended ended) {
            journal.append(new Event.RunEnded(ended.step(), ended.outcome().success() ? "success" : "failure"));
        }
    }

    @Override
    public void close() {
        journal.close();
    }

    private static Event planned(EcologyEvent.ContextPlanned planned) {
        Map<String, String> representations = new LinkedHashMap<>();
        planned.plan()
                .representations()
                .forEach((id, held) -> representations.put(id, held.name().toLowerCase(Locale.ROOT)));
        int wanted = planned.state().portfolio().hypotheses().stream()
                .mapToInt(h -> h.cost().full())
                .sum();
        return new Event.ContextPlanned(
                planned.step(),
                "ecology",
                planned.budget(),
                wanted,
                planned.granted(),
                representations,
                planned.plan().decisions().stream().map(DecisionJson::of).toList(),
                planned.plan().diagnostics().certificates().stream()
                        .map(DecisionJson::of)
                        .toList(),
                Readings.of(planned.plan().diagnostics()));
    }

    private static Event attempted(EcologyEvent.Attempted attempted) {
        Attempt attempt = new Attempt(
                attempted.hypothesis(),
                null,
                Math.max(0, attempted.step()),
                attempted.step() < 0 ? Attempt.Stage.DRAFT : Attempt.Stage.IMPROVE,
                "",
                "",
                attempted.value(),
                "",
                null,
                null,
                /* submitted= */ true,
                null);
        return new Event.Attempted(attempted.step(), attempt, attempted.family().name(), "declared");
    }
}
