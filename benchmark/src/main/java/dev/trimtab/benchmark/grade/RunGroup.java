package dev.trimtab.benchmark.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A run group of MLE-bench: a directory with {@code metadata.json}, which names the runs, and a folder for each.
 *
 * @param root the directory
 * @param runs ids of the runs and names of their folders: a competition's id, {@code _} and an id of the run's own
 */
public record RunGroup(Path root, List<String> runs) {
    static final String METADATA = "metadata.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FOLDER = Pattern.compile("[^/\\x00]+");

    /** Copies the list. */
    public RunGroup {
        runs = List.copyOf(runs);
    }

    /**
     * Reads a group, its runs in the order of {@code metadata.json}.
     *
     * @throws UserError if that file is missing or damaged
     */
    public static RunGroup read(Path root) {
        Path metadata = root.resolve(METADATA);
        JsonNode runs = runs(root, metadata);
        if (!runs.isObject()) {
            throw new UserError(metadata + " has no object `runs`, whose keys are the ids of the group's runs");
        }
        List<String> ids = new ArrayList<>();
        runs.fieldNames().forEachRemaining(ids::add);
        for (String id : ids) {
            if (!FOLDER.matcher(id).matches()) {
                throw new UserError(metadata + ": the run '" + id + "' is no name of a folder");
            }
        }
        return new RunGroup(root, ids);
    }

    /** Returns the id of a run's competition: what stands before the first {@code _}. */
    static String competition(String run) {
        int end = run.indexOf('_');
        return end < 0 ? run : run.substring(0, end);
    }

    /** Returns the file that a run submitted, if it did. */
    Optional<Path> submission(String run) {
        return Optional.of(root.resolve(run).resolve("submission/submission.csv"))
                .filter(Files::exists);
    }

    private static JsonNode runs(Path root, Path metadata) {
        if (!Files.isRegularFile(metadata)) {
            throw new UserError(root + " is no run group: it has no " + METADATA);
        }
        try {
            return JSON.readTree(Files.readString(metadata)).path("runs");
        } catch (JsonProcessingException e) {
            throw new UserError(metadata + " is no JSON", e);
        } catch (IOException e) {
            throw new UserError("cannot read " + metadata + ": " + IoReason.of(e), e);
        }
    }
}
