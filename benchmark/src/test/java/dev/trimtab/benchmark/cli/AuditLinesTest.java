package dev.trimtab.benchmark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.benchmark.audit.Logs;
import dev.trimtab.benchmark.audit.RunAudit;
import dev.trimtab.runtime.journal.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a reader is told where there is nothing to tell: an item that is left out could as well have been forgotten. */
final class AuditLinesTest {
    @Test
    void runWithoutResetAndLockIn_saysSo() {
        assertThat(lines(
                        Logs.attempted(0, "a", "trees", 0.5),
                        Logs.plan(1, Map.of(), Map.of(), Logs.decision("keep", true, "assumed")),
                        Logs.attempted(1, "b", "trees", 0.6)))
                .contains(
                        "resets: none",
                        "lock-in (proxy: longest row without anything better on one family): none of two attempts or more");
    }

    @Test
    void runThatStuckToAFamily_namesIt() {
        assertThat(lines(
                        Logs.attempted(0, "a", "trees", 0.5),
                        Logs.attempted(1, "b", "trees", 0.4),
                        Logs.attempted(2, "c", "trees", 0.3)))
                .contains(
                        "lock-in (proxy: longest row without anything better on one family): 2 attempts on trees, steps 1 to 2")
                .as("a policy without laws makes no resets")
                .noneMatch(line -> line.startsWith("reset"));
    }

    @Test
    void certificatesThatDoNotHold_areToldWithLawStepAndMeaning() {
        assertThat(lines(Logs.plan(4, Map.of(), Map.of(), Logs.decision("retire", false, "assumed"))))
                .contains(
                        "certificates that do not hold (warnings that the run went on with, no errors):",
                        "  law L2: 1 of 1, at step 4: something was dropped although the chance of success that this may cost is more than allowed");
        assertThat(lines(Logs.plan(4, Map.of(), Map.of(), Logs.decision("retire", true, "assumed"))))
                .contains("certificates that do not hold: none");
    }

    private static List<String> lines(Event... events) {
        return AuditLines.of(RunAudit.of(List.of(events), /* lowerIsBetter= */ false));
    }
}
