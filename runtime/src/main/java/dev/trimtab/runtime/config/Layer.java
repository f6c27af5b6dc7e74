package dev.trimtab.runtime.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One source of configuration, laid over the ones before it: a file, or an option of the command line. */
public final class Layer {
    private final ConfigNode.Mapping content;

    private Layer(ConfigNode.Mapping content) {
        this.content = content;
    }

    /**
     * Returns the layer a YAML file holds.
     *
     * @throws dev.trimtab.runtime.UserError if the file cannot be read or is not YAML
     */
    public static Layer file(Path file) {
        return ConfigFile.read(file).layer();
    }

    /**
     * Returns the layer that YAML text holds.
     *
     * @param source the name that errors give, in the place of a file's path
     */
    public static Layer text(String source, String yaml) {
        return new Layer(YamlReader.readFile(source, yaml));
    }

    /**
     * Returns the layer of one {@code -o} option.
     *
     * @param assignment {@code section.key=value}, the value written as in YAML
     * @throws ConfigException if it has no {@code =} or no key
     */
    public static Layer option(String assignment) {
        String source = "-o " + assignment;
        Origin origin = new Origin(source, 0);
        int equals = assignment.indexOf('=');
        String path = equals < 0 ? assignment : assignment.substring(0, equals).strip();
        if (equals < 0 || !path.matches("[^.]+(\\.[^.]+)*")) {
            throw new ConfigException(origin, path, "expected section.key=value");
        }
        ConfigNode node = YamlReader.readOption(source, assignment.substring(equals + 1));
        List<String> keys = List.of(path.split("\\.", -1));
        ConfigNode.Mapping nested = single(origin, keys.get(keys.size() - 1), node);
        for (int i = keys.size() - 2; i >= 0; i--) {
            nested = single(origin, keys.get(i), nested);
        }
        return new Layer(nested);
    }

    /**
     * Returns the layer that one of this layer's sections holds, empty where the section is absent; errors name the lines of this one.
     *
     * @param name the section's key
     * @throws ConfigException if the key's value is no section
     */
    public Layer section(String name) {
        return new Layer(content.section(name));
    }

    /**
     * Makes sure that this layer only replaces what another one holds: at each place where both have a section, every key of this one's is one of the
     * other's.
     *
     * @throws ConfigException at the first key that is not, with the nearest that is
     */
    public void requireKeysOf(Layer other) {
        requireKeys(content, other.content, "");
    }

    private static void requireKeys(ConfigNode.Mapping own, ConfigNode.Mapping known, String prefix) {
        own.entries().forEach((key, entry) -> {
            ConfigNode.Entry same = known.entries().get(key);
            if (same == null) {
                throw unknown(entry.keyOrigin(), prefix, key, known.entries().keySet());
            }
            if (entry.value() instanceof ConfigNode.Mapping inner && same.value() instanceof ConfigNode.Mapping below) {
                requireKeys(inner, below, prefix + key + ".");
            }
        });
    }

    private static ConfigException unknown(Origin origin, String prefix, String key, Set<String> known) {
        String suggestion = NearestKey.of(key, known)
                .map(nearest -> "; did you mean '" + prefix + nearest + "'?")
                .orElseGet(() -> " (known: " + String.join(", ", known) + ")");
        return new ConfigException(origin, prefix + key, "unknown key '" + prefix + key + "'" + suggestion);
    }

    /** Returns the layer as options {@code section.key=value} that say the same, in the order written; an empty section says nothing. */
    public List<String> assignments() {
        List<String> all = new ArrayList<>();
        collect(content, "", all);
        return all;
    }

    private static void collect(ConfigNode.Mapping section, String prefix, List<String> all) {
        section.entries().forEach((key, entry) -> {
            if (entry.value() instanceof ConfigNode.Mapping inner) {
                collect(inner, prefix + key + ".", all);
            } else {
                all.add(prefix + key + "=" + entry.value().written());
            }
        });
    }

    ConfigNode.Mapping content() {
        return content;
    }

    private static ConfigNode.Mapping single(Origin origin, String key, ConfigNode value) {
        return new ConfigNode.Mapping(origin, Map.of(key, new ConfigNode.Entry(origin, value)));
    }
}
