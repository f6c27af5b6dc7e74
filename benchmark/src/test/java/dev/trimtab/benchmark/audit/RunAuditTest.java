package dev.trimtab.benchmark.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.Journal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an audit says of the window follows from what the log says of the tokens, and from nothing else. */
final class RunAuditTest {
    @TempDir
    private Path dir;

    @Test
    void noBudgetWouldReachTheAim_blamesWhatWasTriedAndNotTheWindow() {
        RunAudit audit = audit(plan(7737, 262, Double.POSITIVE_INFINITY), plan(7737, 350, Double.POSITIVE_INFINITY));

        assertThat(audit.infeasible()).isZero();
        assertThat(audit.unreachable()).isEqualTo(2);
        assertThat(audit.diagnosis()).singleElement().asString().startsWith("in 2 of 2 prompts no budget would");
    }

    @Test
    void tokensAreMissing_blamesTheWindow() {
        RunAudit audit = audit(plan(300, 900, 120), plan(300, 900, 0));

        assertThat(audit.bound()).isEqualTo(2);
        assertThat(audit.infeasible()).isEqualTo(1);
        assertThat(audit.unreachable()).isZero();
        assertThat(audit.diagnosis()).singleElement().asString().contains("in 1 of 2 prompts", "window is too small");
    }

    private RunAudit audit(Event... events) {
        Path log = dir.resolve("events.jsonl");
        try (Journal journal = Journal.create(log, InstantSource.system())) {
            List.of(events).forEach(journal::append);
        }
        return RunAudit.of(log);
    }

    private static Event plan(int budget, int wanted, double missing) {
        return new Event.ContextPlanned(
                0,
                "improve",
                budget,
                wanted,
                Math.min(budget, wanted),
                Map.of(),
                List.of(),
                Map.of("contamination", 0.0, "tokens-missing", missing));
    }
}
