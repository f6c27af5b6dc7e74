package dev.trimtab.benchmark.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.audit.RunAudit;
import dev.trimtab.controller.ecology.EcologyEvent;
import dev.trimtab.controller.ecology.Ensemble;
import dev.trimtab.controller.ecology.Episode;
import dev.trimtab.controller.ecology.Outcome;
import dev.trimtab.controller.policy.PortfolioPolicy;
import dev.trimtab.runtime.config.Layer;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of episodes: read by the audit of runs, the same each time. */
final class EpisodeLogTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home"));
    private static final ExperimentFile FILE = new ExperimentFile(List.of(Layer.text("small.yaml", """
            policies: [portfolio]
            worlds: {space: development, first: 7, episodes: 3}
            axes:
              - {key: ecology.condition.budget, values: [0.12, 0.25]}
              - {key: ecology.protocol.windows, values: [1, 2]}
            """)));

    @TempDir
    private Path dir;

    @Test
    void log_ofEachCell_isAuditedLikeARunAndItsCertificatesHold() {
        new Simulation(HOME, Runnable::run).log(FILE, dir);
        List<ExperimentFile.Cell> cells = FILE.cells();

        for (int i = 0; i < cells.size(); i++) {
            Path log = dir.resolve("cell-00" + i).resolve("events.jsonl");
            RunAudit audit = RunAudit.of(JournalReader.read(log).events(), /* lowerIsBetter= */ null);
            List<EcologyEvent> events = new ArrayList<>();
            Ensemble ensemble = cells.get(i).experiment().ensemble();
            Outcome outcome = new Episode(ensemble.world(0), ensemble.protocol())
                    .run(PortfolioPolicy.withDefaults(), events::add);

            assertThat(audit.prompts().plans()).isEqualTo(outcome.decisions());
            assertThat(audit.certificates().wrong()).isZero();
            assertThat(audit.certificates().recomputed()).isPositive();
            assertThat(audit.certificates().decisions().values().stream()
                            .mapToInt(n -> n)
                            .sum())
                    .isEqualTo(events.stream()
                            .filter(EcologyEvent.ContextPlanned.class::isInstance)
                            .mapToInt(e -> ((EcologyEvent.ContextPlanned) e)
                                    .plan()
                                    .decisions()
                                    .size())
                            .sum());
            assertThat(JournalReader.read(log).events())
                    .last()
                    .isEqualTo(new Event.RunEnded(
                            events.get(events.size() - 1).step(), outcome.success() ? "success" : "failure"));
        }
    }

    @Test
    void log_writtenTwice_isTheSameBytes() throws IOException {
        new Simulation(HOME, Runnable::run).log(FILE, dir.resolve("one"));
        new Simulation(HOME, Runnable::run).log(FILE, dir.resolve("two"));

        assertThat(Files.readAllBytes(dir.resolve("one/cell-003/events.jsonl")))
                .isNotEmpty()
                .isEqualTo(Files.readAllBytes(dir.resolve("two/cell-003/events.jsonl")));
    }
}
