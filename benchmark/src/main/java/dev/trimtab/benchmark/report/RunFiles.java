package dev.trimtab.benchmark.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trimtab.benchmark.grade.GradingReport;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.journal.Event;
import dev.trimtab.runtime.journal.JournalReader;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of a run that its report is made of.
 *
 * @param facts what the run was started with
 * @param events its log, empty before it begins
 * @param grade the private grade, or null before the end
 */
record RunFiles(
        RunFacts facts, List<Event> events, @Nullable GradingReport grade) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /**
     * Reads them.
     *
     * @throws UserError if there is no run in the directory, or one of them is damaged
     */
    static RunFiles read(RunDirectory run) {
        Path runJson = RunDirectory.open(run.root()).runJson();
        JsonNode started = read(runJson, JsonNode.class);
        if (!started.path("configuration").isObject()) {
            throw new UserError(runJson + " is damaged: it holds no configuration; restore it, or run again");
        }
        return new RunFiles(
                RunFacts.of(started),
                Files.isRegularFile(run.events())
                        ? JournalReader.read(run.events()).events()
                        : List.of(),
                Files.isRegularFile(run.gradingReport()) ? read(run.gradingReport(), GradingReport.class) : null);
    }

    /** Returns which of them is damaged, or nothing where all can be read. */
    static Optional<String> damage(RunDirectory run) {
        try {
            read(run);
            return Optional.empty();
        } catch (UserError e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            return MAPPER.readValue(file.toFile(), type);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " from line " + e.getLocation().getLineNr() + " on";
            throw new UserError(file + " is damaged" + where + "; restore it, or run again", e);
        } catch (IOException e) {
            throw new InfrastructureError("cannot read " + file + ": " + IoReason.of(e), e);
        }
    }
}
