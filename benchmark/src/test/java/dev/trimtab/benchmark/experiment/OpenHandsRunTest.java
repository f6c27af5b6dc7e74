package dev.trimtab.benchmark.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.benchmark.testing.OpenHandsEngineer;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A whole run of OpenHands with functions, in a real shell. */
final class OpenHandsRunTest extends ActingAgentContract {
    @Override
    Function<JsonNode, ObjectNode> engineer() {
        return new OpenHandsEngineer();
    }

    @Override
    String scaffold() {
        return "openhands";
    }

    @Test
    void run_shell_keepsDirectoryAndVariablesAndEndsWhatIsLeftRunning() {
        List<String> seen = events.stream()
                .filter(event -> event.get("type").asText().equals("tool-used"))
                .map(event -> event.get("observation").asText())
                .toList();

        assertThat(seen.get(0)).contains("/models\n", "exit code 0");
        assertThat(seen.get(1)).contains("it was 2.5 in models");
        assertThat(seen.get(3)).contains("NameError", "exit code 1");
        assertThat(seen.get(5)).contains("Validation rmse: ", "exit code 0");
        assertThat(seen.get(6)).contains("2\tSLOPE = 3.0");
        assertThat(seen.get(7)).contains("stopped after 1 second", "exit code -1");
        assertThat(seen.get(8)).contains("exit code 3");
    }
}
