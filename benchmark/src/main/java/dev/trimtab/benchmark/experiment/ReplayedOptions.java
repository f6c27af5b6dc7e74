package dev.trimtab.benchmark.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.runtime.Counted;
import dev.trimtab.runtime.UserError;
import dev.trimtab.runtime.config.ConfigFile;
import dev.trimtab.runtime.config.DurationText;
import dev.trimtab.runtime.config.RunConfig;
import dev.trimtab.runtime.workspace.RunDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The options of a recorded run beside those of the run that repeats it. A replay has the recorded run's options where it is given none; of the
 * section {@code model} only whether durations are shown can differ, since the record answers in the models' place.
 *
 * @param then the recorded run's resolved configuration
 * @param now the other's
 */
record ReplayedOptions(JsonNode then, JsonNode now) {
    private static final String MODEL = "model";
    private static final String SHOW_TIME = "show-time";
    private static final Pattern ISO_TIME = Pattern.compile("PT[0-9HMS.]+");

    /** @param showedTime whether the recorded run showed durations to its model */
    static ReplayedOptions of(RunDirectory recorded, boolean showedTime, RunConfig config) {
        Boolean stated = config.model().showTime();
        return new ReplayedOptions(
                withShowTime(RunJson.readConfiguration(recorded), showedTime),
                withShowTime(RunJson.tree(config), stated == null ? showedTime : stated));
    }

    private static JsonNode withShowTime(JsonNode configuration, boolean shows) {
        ObjectNode copy = configuration.deepCopy();
        copy.set(MODEL, JsonNodeFactory.instance.objectNode().put(SHOW_TIME, shows));
        return copy;
    }

    /**
     * Returns what is asked for, with the options of the run whose replies it names under its own; itself where it names none.
     *
     * @throws UserError if there is no such run, or its {@code run.json} is damaged
     */
    static RunRequest under(RunRequest request) {
        Optional<Path> run = RecordedModel.named(request.config().model().name());
        if (run.isEmpty()) {
            return request;
        }
        RunDirectory directory = RunDirectory.open(run.get());
        RunRequest recorded = RunJson.read(request.home(), directory);
        List<ConfigFile> files = new ArrayList<>(recorded.files());
        recorded.options().forEach(option -> files.add(ConfigFile.of("-o " + option + " of " + run.get(), option)));
        // its models are in its record, whatever server they were on
        files.add(ConfigFile.of(directory.runJson().toString(), "model.base-url=null"));
        files.addAll(request.files());
        return new RunRequest(request.home(), request.dataDir(), files, request.options());
    }

    /** Returns each option that differs, with both values; one that the recorded run's version did not have is left out. */
    List<String> differences() {
        List<String> found = new ArrayList<>();
        collect("", then, now, found);
        return List.copyOf(found);
    }

    private static void collect(String path, JsonNode then, JsonNode now, List<String> found) {
        if (then.isObject() && now.isObject()) {
            then.properties().forEach(field -> {
                String key = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                collect(key, field.getValue(), now.path(field.getKey()), found);
            });
        } else if (!now.isMissingNode() && !text(then).equals(text(now))) {
            found.add(path + " (" + text(then) + " there, " + text(now) + " here)");
        }
    }

    /** Durations stand in run.json as in ISO 8601, and are shown as options have them. */
    private static String text(JsonNode value) {
        String text = value.isValueNode() ? value.asText() : value.toString();
        return ISO_TIME.matcher(text).matches() ? DurationText.format(Duration.parse(text)) : text;
    }

    /** Returns the line that says whose options hold. */
    String line() {
        JsonNode agent = now.path("agent");
        String which = "options as in that run (competition "
                + agent.path("competition").asText() + ", scaffold "
                + agent.path("scaffold").asText() + ", policy "
                + agent.path("policy").asText() + ", seed " + agent.path("seed").asText() + ", "
                + Counted.of(now.at("/budget/steps").asInt(), "step") + ")";
        List<String> differences = differences();
        return differences.isEmpty() ? which : which + ", but for " + String.join(", ", differences);
    }
}
