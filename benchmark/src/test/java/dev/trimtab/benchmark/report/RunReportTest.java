package dev.trimtab.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is gathered of a run. */
final class RunReportTest {
    @TempDir
    private Path directory;

    @Test
    void of_aRunThatGoesOn_hasWhatThereIs_andTheCompetitionsDirection() throws IOException {
        RunDirectory run = RunOnDisk.describe(directory, "mlab", "ledger", /* over= */ false);
        RunReport report = RunReport.of(run, id -> Optional.of(id.equals("toy")), Hindsight.tooEarly());

        assertThat(report.ended()).isNull();
        assertThat(report.grade()).isNull();
        assertThat(report.chosen()).isNull();
        assertThat(report.lowerIsBetter()).isTrue();
        assertThat(report.attempts()).isEmpty();
        assertThat(report.facts().offline()).isTrue();
    }

    @Test
    void of_aStepThatAsksTwice_showsItsLastMemory_andWhatItDecidedOnce() throws IOException {
        RunDirectory run = RunOnDisk.describe(directory, "aide", "portfolio", /* over= */ true);
        JsonNode branch = JsonNodeFactory.instance.objectNode().put("type", "branch");
        JsonNode keep = JsonNodeFactory.instance.objectNode().put("type", "keep");
        RunOnDisk.log(
                run,
                List.of(
                        RunOnDisk.attempted(0, null, "forest", 0.5),
                        plan(1, 300, Map.of("n0", "full"), List.of(branch, keep)),
                        plan(1, 200, Map.of("n0", "shadow", "note", "full"), List.of(branch, keep))));
        RunReport report = RunReport.of(run, id -> Optional.empty(), Hindsight.tooEarly());

        assertThat(report.plans()).singleElement().satisfies(plan -> {
            assertThat(plan.granted()).isEqualTo(200);
            assertThat(plan.held()).containsEntry("forest", Map.of("shadow", 1)).hasSize(2);
            assertThat(plan.decisions()).containsExactly(branch);
        });
        assertThat(report.lowerIsBetter()).isFalse();
    }

    @Test
    void of_anAttempt_hasTheOutputOfItsOwnProgram_notThatOfARefold() throws IOException {
        RunDirectory run = RunOnDisk.describe(directory, "aide", "ledger", /* over= */ false);
        Event.Executed refold = new Event.Executed(
                0, "refold:n0:0", "hash", 0, null, null, "of a refold", 11, false, false, 0.4, Map.of(), 10, 0);
        RunOnDisk.log(
                run,
                List.of(
                        new Event.StepStarted(0, "native", List.of(), null),
                        RunOnDisk.executed(0, "its own"),
                        refold,
                        RunOnDisk.attempted(0, null, "forest", 0.5),
                        new Event.StepStarted(1, "native", List.of(), null),
                        RunOnDisk.attempted(1, "n0", "forest", null)));
        RunReport report = RunReport.of(run, id -> Optional.empty(), Hindsight.tooEarly());

        assertThat(report.attempts().get(0).output().head()).isEqualTo("its own");
        assertThat(report.attempts().get(1).output().head()).isEmpty();
    }

    @Test
    void of_noRun_saysWhatIsMissing() {
        assertThatThrownBy(
                        () -> RunReport.of(new RunDirectory(directory), id -> Optional.empty(), Hindsight.tooEarly()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no run.json");
    }

    @Test
    void of_aDamagedGrade_namesTheFile() throws IOException {
        RunDirectory run = RunOnDisk.describe(directory, "aide", "ledger", /* over= */ false);
        RunOnDisk.log(run, List.of(new Event.RunStarted(-1, "hash")));
        Files.writeString(run.gradingReport(), "{\"score\":");

        assertThatThrownBy(() -> RunReport.of(run, id -> Optional.empty(), Hindsight.tooEarly()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("grading_report.json is damaged");
    }

    private static Event plan(int step, int granted, Map<String, String> held, List<JsonNode> decisions) {
        return new Event.ContextPlanned(step, "draft", 300, 400, granted, held, decisions, List.of(), Map.of());
    }
}
