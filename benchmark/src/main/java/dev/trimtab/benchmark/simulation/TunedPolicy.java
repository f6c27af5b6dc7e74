package dev.trimtab.benchmark.simulation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.config.NamedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What tuning chose for one policy.
 *
 * @param policy its file in {@code configs/policies} by name
 * @param tuning title of the tuning
 * @param budget episodes that there were
 * @param episodes episodes that were run
 * @param candidates settings that were tried
 * @param worlds SHA-256 over the development worlds
 * @param chosen the settings chosen, by dotted key; empty if the policy's own were the best
 * @param success share of episodes with success under them, in the last round
 * @param front settings that no other of the first round beat in both success and tokens, each measured in the same worlds
 */
public record TunedPolicy(
        String policy,
        String tuning,
        int budget,
        long episodes,
        int candidates,
        String worlds,
        Map<String, Object> chosen,
        double success,
        List<Point> front) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build();

    /**
     * A point of the Pareto front.
     *
     * @param settings by dotted key
     * @param success share of episodes with success
     * @param tokens mean tokens of hypotheses read an episode
     */
    public record Point(Map<String, Object> settings, double success, double tokens) {}

    /** Copies the list. */
    public TunedPolicy {
        front = List.copyOf(front);
    }

    /**
     * Writes the policy's file with the settings chosen in it, under the policy's name.
     *
     * @param home the checkout, which holds {@code configs/policies}
     * @param folder is made if it does not exist
     * @throws InfrastructureError if that fails
     */
    public void write(Path home, Path folder) {
        try {
            Files.createDirectories(folder);
            Path own = NamedFiles.find(home.resolve("configs/policies"), "policy", policy);
            Map<String, Object> content = YAML.readValue(Files.readString(own), new TypeReference<>() {});
            chosen.forEach((key, value) ->
                    put(content, Arrays.asList(key.split("\\.", -1)).iterator(), value));
            Files.writeString(folder.resolve(policy + ".yaml"), header() + YAML.writeValueAsString(content));
        } catch (IOException e) {
            throw new InfrastructureError("cannot write into " + folder + ": " + IoReason.of(e), e);
        }
    }

    private String header() {
        return String.format(
                Locale.ROOT,
                "# %s, tuned (%s).%n# Budget %d episodes, %d run, %d settings tried; success there %.4f (simulated).%n# Development worlds %s.%n",
                policy,
                tuning,
                budget,
                episodes,
                candidates,
                success,
                worlds);
    }

    private static void put(Map<String, Object> into, Iterator<String> keys, Object value) {
        String key = keys.next();
        if (!keys.hasNext()) {
            into.put(key, value);
            return;
        }
        Map<String, Object> section = new LinkedHashMap<>();
        if (into.get(key) instanceof Map<?, ?> known) {
            known.forEach((name, held) -> section.put(String.valueOf(name), held));
        }
        into.put(key, section);
        put(section, keys, value);
    }
}
