package dev.trimtab.benchmark.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Whether lower scores are better in a run, which its log does not say. */
public final class RunDirection {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private RunDirection() {}

    /**
     * Returns whether lower scores are better: by the run's grade, else by its competition; empty where neither is known.
     *
     * @param run the run's directory
     * @param ofCompetition says it of a competition's id where it is known
     * @throws UserError if a file that should say it is damaged
     */
    public static Optional<Boolean> lowerIsBetter(RunDirectory run, Function<String, Optional<Boolean>> ofCompetition) {
        Optional<Boolean> graded = read(run.gradingReport())
                .map(grade -> grade.path("is_lower_better"))
                .filter(JsonNode::isBoolean)
                .map(JsonNode::asBoolean);
        return graded.or(() -> read(run.runJson())
                .flatMap(json -> ofCompetition.apply(
                        json.at("/configuration/agent/competition").asText())));
    }

    private static Optional<JsonNode> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readTree(file.toFile()));
        } catch (JsonProcessingException e) {
            throw new UserError(
                    file + " is damaged from line " + e.getLocation().getLineNr() + " on; restore it, or run again", e);
        } catch (IOException e) {
            throw new InfrastructureError("cannot read " + file + ": " + IoReason.of(e), e);
        }
    }
}
