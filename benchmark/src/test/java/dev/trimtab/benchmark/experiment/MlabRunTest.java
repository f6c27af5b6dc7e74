package dev.trimtab.benchmark.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.benchmark.testing.MlabEngineer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A whole run of MLAB: M22 of the fidelity checklist, a resumed run has the work directory and the trace of the undisturbed one. */
final class MlabRunTest extends ActingAgentContract {
    @Override
    Function<JsonNode, ObjectNode> engineer() {
        return new MlabEngineer();
    }

    @Override
    String scaffold() {
        return "mlab";
    }

    @Test
    void run_scripts_runWhereTheyLieAndKeepTheAgentsFiles() {
        assertThat(events)
                .filteredOn(event -> event.path("purpose").asText().startsWith("script:"))
                .extracting(event -> event.get("output").asText())
                .hasSize(3)
                .satisfiesExactly(
                        failed -> assertThat(failed).contains("NameError"),
                        first -> assertThat(first).contains("'backup'", "'train.py'"),
                        better -> assertThat(better).contains("'models'", "] 2"));
    }
}
