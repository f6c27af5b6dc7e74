package dev.trimtab.benchmark.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.runtime.workspace.RunDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Which model wrote a run's solutions, as tables and reports name it. The provider that {@code run.json} records decides, since the name asked
 * for may be a file's, or that of the run whose replies are given again.
 *
 * @param name {@code offline}, or the name asked for; for recorded replies {@code replay of} and the model that gave them, with no path
 * @param profile the offline engineer's profile, or null with another model
 */
public record RunModel(String name, @Nullable String profile) {
    private static final String OFFLINE = "offline";
    private static final String REPLAYED = "replay of ";

    /**
     * Reads it from the content of a {@code run.json}. One without models was written by a version that told the offline engineer by its name.
     */
    public static RunModel of(JsonNode run) {
        String asked = run.at("/configuration/model/name").asText();
        boolean offline = OFFLINE.equals(run.at("/models/coder/provider").asText(asked));
        boolean replayed = asked.startsWith(RecordedModel.PREFIX);
        String own = replayed ? run.at("/models/coder/model").asText() : asked;
        return new RunModel(
                (replayed ? REPLAYED : "") + (offline ? OFFLINE : own),
                offline ? run.at("/configuration/model/profile").asText() : null);
    }

    /**
     * Reads it of a run.
     *
     * @throws dev.trimtab.runtime.UserError if the run's {@code run.json} is damaged
     */
    public static RunModel recorded(RunDirectory run) {
        return of(RunJson.parse(run));
    }

    /**
     * Returns whether what tables name a model says that the offline engineer wrote the solutions: itself or served, now or in the run whose replies
     * are given again.
     *
     * @param label a name with the profile, {@code offline/<profile>} or {@code replay of offline/<profile>}
     */
    public static boolean isOffline(String label) {
        return label.startsWith(OFFLINE + "/") || label.startsWith(REPLAYED + OFFLINE + "/");
    }
}
